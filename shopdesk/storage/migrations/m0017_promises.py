"""Why a promise will not be kept."""

from shopdesk.storage.migrate import Step

STEP = Step("m0017_promises", ("ALTER TABLE promise ADD COLUMN reason TEXT NOT NULL DEFAULT ''",))
