"""Servers of a mailbox get room for the fingerprint of a certificate that is trusted by hand."""

from shopdesk.storage.migrate import Step

STEP = Step(
    "m0003_fingerprints",
    (
        "UPDATE mailbox SET settings = json_insert(settings, '$.imap[#]', '')",
        """UPDATE mailbox SET settings = json_insert(settings, '$.smtp[#]', '')
        WHERE json_type(settings, '$.smtp') = 'array'""",
    ),
)
