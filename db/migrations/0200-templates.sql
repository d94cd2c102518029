-- How exports are written: keys by which writing tools cite a source, where one was given or left the notebook, and
-- templates of the user's. No key is unique by itself: of two sources that come to have the same one (an undo, a restore)
-- the one that was there first has it, and the other one is numbered.

ALTER TABLE source ADD COLUMN citekey TEXT
  CHECK (citekey IS NULL OR (length(citekey) BETWEEN 1 AND 100 AND citekey NOT GLOB '*[^A-Za-z0-9_:./+-]*'));

CREATE TABLE template (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL CHECK (trim(name) <> ''),
  name_key   TEXT NOT NULL,
  format     TEXT NOT NULL CHECK (format IN ('markdown', 'html')),
  body       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE UNIQUE INDEX template_name ON template (name_key) WHERE deleted_at IS NULL;
