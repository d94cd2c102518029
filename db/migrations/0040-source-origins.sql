-- What a page says of an article beside its first details, and where each detail came from, so that a new version
-- may refresh what the user did not correct; and how many words the page shows of which a version took a part.

ALTER TABLE source ADD COLUMN modified_at TEXT;
ALTER TABLE source ADD COLUMN description TEXT;
ALTER TABLE source ADD COLUMN origins TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(origins));
ALTER TABLE version ADD COLUMN page_words INTEGER CHECK (page_words >= words);

-- A view that takes all columns has those of when it was made.
DROP VIEW live_evidence;
DROP VIEW live_excerpt;
DROP VIEW live_source;

CREATE VIEW live_source AS SELECT * FROM source WHERE deleted_at IS NULL;

CREATE VIEW live_excerpt AS
  SELECT excerpt.* FROM excerpt JOIN source ON source.id = excerpt.source_id
  WHERE excerpt.deleted_at IS NULL AND source.deleted_at IS NULL;

CREATE VIEW live_evidence AS
  SELECT evidence.* FROM evidence
  JOIN live_excerpt ON live_excerpt.id = evidence.excerpt_id
  JOIN claim ON claim.id = evidence.claim_id
  WHERE evidence.deleted_at IS NULL AND claim.deleted_at IS NULL;
