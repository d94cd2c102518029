-- What texts are compared by: derived from the versions, written with each, and made again where it is missing or in
-- doubt. README.md beside this folder says why each table is so.

CREATE TABLE signature (
  number     INTEGER PRIMARY KEY,
  version_id TEXT NOT NULL UNIQUE REFERENCES version (id) ON DELETE CASCADE,
  format     INTEGER NOT NULL,
  words      INTEGER NOT NULL CHECK (words >= 0),
  repeated   INTEGER NOT NULL CHECK (repeated BETWEEN 0 AND words),
  scale      INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 31),
  hashes     BLOB NOT NULL CHECK (length(hashes) % 4 = 0)
) STRICT;

-- The same hashes, to find the versions that share one. Without a reference, which would make clearing it a search
-- through all of it for each row; what is left over names no signature and is passed over.
CREATE TABLE signature_hash (
  hash      INTEGER NOT NULL,
  signature INTEGER NOT NULL,
  PRIMARY KEY (hash, signature)
) STRICT, WITHOUT ROWID;

-- Each capture asks which source has its address.
CREATE INDEX source_url ON source (url);
