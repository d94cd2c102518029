-- What came over from the libraries of other programs, so that the same import twice changes nothing; and a kind for
-- sources that are only described there. A CHECK cannot be changed in place: the column is made anew under another
-- name, which leaves the other columns of the table to other migrations.

ALTER TABLE source ADD COLUMN kind_new TEXT NOT NULL DEFAULT 'text'
  CHECK (kind_new IN ('html', 'text', 'markdown', 'mhtml', 'epub', 'docx', 'pdf', 'reference'));
UPDATE source SET kind_new = kind;

DROP VIEW live_evidence;
DROP VIEW live_excerpt;
DROP VIEW live_source;
ALTER TABLE source DROP COLUMN kind;
ALTER TABLE source RENAME COLUMN kind_new TO kind;

CREATE VIEW live_source AS SELECT * FROM source WHERE deleted_at IS NULL;

CREATE VIEW live_excerpt AS
  SELECT excerpt.* FROM excerpt JOIN source ON source.id = excerpt.source_id
  WHERE excerpt.deleted_at IS NULL AND source.deleted_at IS NULL;

CREATE VIEW live_evidence AS
  SELECT evidence.* FROM evidence
  JOIN live_excerpt ON live_excerpt.id = evidence.excerpt_id
  JOIN claim ON claim.id = evidence.claim_id
  WHERE evidence.deleted_at IS NULL AND claim.deleted_at IS NULL;

-- part says what entity_id is the id of; key is the library's identity of it. taken is what the library said then: where
-- it says something else now and the notebook still has what it said then, the notebook follows. An import that is
-- undone is forgotten: its rows are in the trash, as what they remember is.
CREATE TABLE library_item (
  id         TEXT PRIMARY KEY,
  format     TEXT NOT NULL CHECK (format <> ''),
  part       TEXT NOT NULL CHECK (part IN ('source', 'excerpt', 'note')),
  key        TEXT NOT NULL CHECK (key <> ''),
  entity_id  TEXT NOT NULL,
  taken      TEXT NOT NULL CHECK (json_valid(taken)),
  deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX library_item_once ON library_item (format, part, key) WHERE deleted_at IS NULL;
