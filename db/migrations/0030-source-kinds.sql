-- More kinds of sources: a saved page as MHTML, a book as EPUB, a Word document, a PDF. SQLite cannot change a CHECK
-- in place, so the table is made anew; its rows are only details, the texts lie in version and stay where they are.
-- Foreign keys are off meanwhile (migrate.ts), so that dropping the old table deletes nothing, and are checked after.
-- The views that name the table are dropped first: renaming one reads every view.

DROP VIEW live_evidence;
DROP VIEW live_excerpt;
DROP VIEW live_source;

CREATE TABLE source_new (
  id           TEXT PRIMARY KEY,
  kind         TEXT NOT NULL CHECK (kind IN ('html', 'text', 'markdown', 'mhtml', 'epub', 'docx', 'pdf')),
  title        TEXT NOT NULL CHECK (title <> ''),
  byline       TEXT,
  site         TEXT,
  url          TEXT,
  published_at TEXT,
  language     TEXT,
  version_id   TEXT NOT NULL REFERENCES version (id) DEFERRABLE INITIALLY DEFERRED,
  added_at     INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL,
  deleted_at   INTEGER
) STRICT;

INSERT INTO source_new (
  rowid, id, kind, title, byline, site, url, published_at, language, version_id, added_at, updated_at, deleted_at
)
SELECT
  rowid, id, kind, title, byline, site, url, published_at, language, version_id, added_at, updated_at, deleted_at
FROM source ORDER BY rowid;

DROP TABLE source;
ALTER TABLE source_new RENAME TO source;
CREATE INDEX source_added ON source (added_at);

CREATE VIEW live_source AS SELECT * FROM source WHERE deleted_at IS NULL;

CREATE VIEW live_excerpt AS
  SELECT excerpt.* FROM excerpt JOIN source ON source.id = excerpt.source_id
  WHERE excerpt.deleted_at IS NULL AND source.deleted_at IS NULL;

CREATE VIEW live_evidence AS
  SELECT evidence.* FROM evidence
  JOIN live_excerpt ON live_excerpt.id = evidence.excerpt_id
  JOIN claim ON claim.id = evidence.claim_id
  WHERE evidence.deleted_at IS NULL AND claim.deleted_at IS NULL;
