"""What of a mail is folded away is found when it is shown: it need not be kept beside the whole."""

from shopdesk.storage.migrate import Step

STEP = Step("m0023_folding", ("ALTER TABLE mail DROP COLUMN html_own",))
