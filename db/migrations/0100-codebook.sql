-- The codebook: other names of tags, the GUID that another program knows a tag by, and names that a deletion frees.
-- A name was unique among deleted tags too, so that a new tag of that name would have brought the old one's taggings
-- back. UNIQUE cannot be taken off in place, so the table is made anew; what refers to it does so by its name. Foreign
-- keys are off meanwhile (migrate.ts), so that dropping the old table deletes nothing, and are checked after.

CREATE TABLE tag_new (
  id         TEXT PRIMARY KEY,
  parent_id  TEXT REFERENCES tag (id),
  name       TEXT NOT NULL CHECK (name <> ''),
  name_key   TEXT NOT NULL,
  meaning    TEXT NOT NULL DEFAULT '',
  color      TEXT CHECK (color IN ('yellow', 'blue', 'green', 'pink', 'violet')),
  guid       TEXT,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

INSERT INTO tag_new (rowid, id, parent_id, name, name_key, meaning, color, created_at, deleted_at)
SELECT rowid, id, parent_id, name, name_key, meaning, color, created_at, deleted_at FROM tag ORDER BY rowid;

DROP TABLE tag;
ALTER TABLE tag_new RENAME TO tag;
CREATE UNIQUE INDEX tag_name ON tag (name_key) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX tag_guid ON tag (guid) WHERE guid IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX tag_parent ON tag (parent_id);

-- Another name of a tag: typed anywhere, it stands for the tag. No live alias is the name of a live tag; the commands
-- see to it, since that is a rule over two tables.
CREATE TABLE tag_alias (
  id         TEXT PRIMARY KEY,
  tag_id     TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  name       TEXT NOT NULL CHECK (name <> ''),
  name_key   TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX tag_alias_name ON tag_alias (name_key) WHERE deleted_at IS NULL;
CREATE INDEX tag_alias_tag ON tag_alias (tag_id);
