-- Collections, saved searches, what a note was at each saving, and what is being written and not yet saved.

-- name_key is the name in NFC and lower case; of the live ones, none is called as another.
CREATE TABLE collection (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL CHECK (name <> ''),
  name_key   TEXT NOT NULL,
  position   INTEGER NOT NULL CHECK (position >= 0),
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX collection_name ON collection (name_key) WHERE deleted_at IS NULL;

-- A source in a collection, at its place there. A row of its own with an id, so that it goes to the trash and comes
-- back as any other thing does.
CREATE TABLE collection_source (
  id            TEXT PRIMARY KEY,
  collection_id TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  source_id     TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  position      INTEGER NOT NULL CHECK (position >= 0),
  deleted_at    INTEGER
) STRICT;
CREATE UNIQUE INDEX collection_source_once ON collection_source (collection_id, source_id);
CREATE INDEX collection_source_source ON collection_source (source_id);

-- query is as it was typed; filters are what `search.query` takes beside it, as JSON.
CREATE TABLE saved_search (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL CHECK (name <> ''),
  name_key   TEXT NOT NULL,
  query      TEXT NOT NULL,
  filters    TEXT NOT NULL CHECK (json_valid(filters)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX saved_search_name ON saved_search (name_key) WHERE deleted_at IS NULL;

-- The words of a note each time that they were saved, taken back or brought back. Rows are only ever added.
CREATE TABLE note_state (
  seq     INTEGER PRIMARY KEY AUTOINCREMENT,
  note_id TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  title   TEXT NOT NULL,
  body    TEXT NOT NULL,
  at      INTEGER NOT NULL
) STRICT;
CREATE INDEX note_state_note ON note_state (note_id, seq);
INSERT INTO note_state (note_id, title, body, at) SELECT id, title, body, updated_at FROM note ORDER BY updated_at, id;

CREATE TRIGGER note_state_is_immutable BEFORE UPDATE ON note_state
BEGIN
  SELECT RAISE(ABORT, 'what a note was never changes');
END;

-- Words that are being typed: kept as they are written, dropped when they are saved. No part of undo.
CREATE TABLE draft (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
