-- The search index: derived from the rows, written in the transaction of the row it indexes, and thrown away
-- whenever it is in doubt. Documents are found through search_place; a segment never changes but for its
-- tombstones. README.md beside this folder says why each table is so.

-- One row at most. The index holds the changes up to seq, made by that version of the analysis and the format.
CREATE TABLE search_state (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  seq     INTEGER NOT NULL
) STRICT;

CREATE TABLE search_segment (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  documents  INTEGER NOT NULL CHECK (documents BETWEEN 1 AND 32768),
  removed    INTEGER NOT NULL CHECK (removed BETWEEN 0 AND documents),
  tombstones BLOB NOT NULL,
  checksum   INTEGER NOT NULL,
  bytes      BLOB NOT NULL
) STRICT;

-- Documents that are not in a segment yet, as JSON.
CREATE TABLE search_head (
  slot     INTEGER PRIMARY KEY AUTOINCREMENT,
  document TEXT NOT NULL
) STRICT;

-- Where the documents of a thing are: in a segment from `first` on, or (segment 0) in the head at slot `first`.
-- The key is a version's id for its passages after the first, `version#0` for that one, else the thing's own id.
CREATE TABLE search_place (
  key     TEXT NOT NULL,
  segment INTEGER NOT NULL,
  first   INTEGER NOT NULL,
  count   INTEGER NOT NULL CHECK (count > 0),
  stamp   TEXT NOT NULL,
  PRIMARY KEY (key, segment, first)
) STRICT, WITHOUT ROWID;
