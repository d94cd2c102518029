-- Generated from db/migrations by `npm run schema`: do not edit.

CREATE TABLE migration (
  number INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE blob (
  sha256     TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  media_type TEXT NOT NULL,
  size       INTEGER NOT NULL CHECK (size >= 0),
  encoding   TEXT NOT NULL CHECK (encoding IN ('identity', 'deflate')),
  bytes      BLOB NOT NULL
) STRICT;

CREATE TABLE source_address (
  url       TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX source_address_source ON source_address (source_id);

CREATE TABLE version (
  id          TEXT PRIMARY KEY,
  source_id   TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  captured_at INTEGER NOT NULL,
  sha256      TEXT NOT NULL REFERENCES blob (sha256),
  file_name   TEXT,
  media_type  TEXT NOT NULL,
  charset     TEXT NOT NULL,
  extractor   TEXT NOT NULL,
  words       INTEGER NOT NULL CHECK (words >= 0),
  tree        TEXT NOT NULL CHECK (json_valid(tree)),
  text        TEXT NOT NULL
, page_words INTEGER CHECK (page_words >= words), pages TEXT CHECK (pages IS NULL OR json_valid(pages))) STRICT;

CREATE INDEX version_source ON version (source_id, captured_at);

CREATE INDEX version_sha256 ON version (sha256);

CREATE TRIGGER version_is_immutable BEFORE UPDATE ON version
BEGIN
  SELECT RAISE(ABORT, 'a version never changes');
END;

CREATE TABLE passage (
  version_id   TEXT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset   INTEGER NOT NULL CHECK (end_offset > start_offset),
  PRIMARY KEY (version_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE excerpt (
  id           TEXT PRIMARY KEY,
  source_id    TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  version_id   TEXT NOT NULL REFERENCES version (id),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset   INTEGER NOT NULL CHECK (end_offset > start_offset),
  exact        TEXT NOT NULL CHECK (exact <> ''),
  prefix       TEXT NOT NULL,
  suffix       TEXT NOT NULL,
  anchor       TEXT NOT NULL CHECK (anchor IN ('exact', 'moved', 'orphan')),
  color        TEXT NOT NULL CHECK (color IN ('yellow', 'blue', 'green', 'pink', 'violet')),
  note         TEXT NOT NULL DEFAULT '',
  created_at   INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL,
  deleted_at   INTEGER
, stood_version_id TEXT REFERENCES version (id), stood_start INTEGER CHECK (stood_start >= 0), stood_end INTEGER CHECK (stood_end > stood_start), kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1))) STRICT;

CREATE INDEX excerpt_source ON excerpt (source_id, start_offset);

CREATE INDEX excerpt_version ON excerpt (version_id);

CREATE TABLE claim (
  id         TEXT PRIMARY KEY,
  statement  TEXT NOT NULL CHECK (statement <> ''),
  note       TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
, recheck_by TEXT
  CHECK (recheck_by IS NULL OR recheck_by GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), superseded_by TEXT REFERENCES claim (id) ON DELETE SET NULL
  CHECK (superseded_by <> id)) STRICT;

CREATE TABLE evidence (
  id         TEXT PRIMARY KEY,
  claim_id   TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  excerpt_id TEXT NOT NULL REFERENCES excerpt (id) ON DELETE CASCADE,
  stance     TEXT NOT NULL CHECK (stance IN ('supports', 'disputes', 'mentions')),
  origin     TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE UNIQUE INDEX evidence_once ON evidence (claim_id, excerpt_id) WHERE deleted_at IS NULL;

CREATE INDEX evidence_excerpt ON evidence (excerpt_id);

CREATE TABLE verdict (
  seq      INTEGER PRIMARY KEY AUTOINCREMENT,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  status   TEXT NOT NULL CHECK (status IN ('unreviewed', 'verified', 'disputed')),
  reason   TEXT NOT NULL CHECK (trim(reason) <> ''),
  at       INTEGER NOT NULL
, author TEXT CHECK (author IS NULL OR trim(author) <> '')) STRICT;

CREATE INDEX verdict_claim ON verdict (claim_id, seq);

CREATE TABLE emptying (
  claim_id TEXT PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TRIGGER verdict_is_append_only BEFORE UPDATE ON verdict
BEGIN
  SELECT RAISE(ABORT, 'a verdict is never changed: append another');
END;

CREATE TRIGGER verdict_is_kept BEFORE DELETE ON verdict
WHEN NOT EXISTS (
  SELECT 1 FROM emptying JOIN claim ON claim.id = emptying.claim_id
  WHERE emptying.claim_id = OLD.claim_id AND claim.deleted_at IS NOT NULL
)
BEGIN
  SELECT RAISE(ABORT, 'a verdict is never deleted: append another');
END;

CREATE TRIGGER verdict_is_not_replaced BEFORE INSERT ON verdict
WHEN EXISTS (SELECT 1 FROM verdict WHERE seq = NEW.seq)
BEGIN
  SELECT RAISE(ABORT, 'a verdict is never replaced: append another');
END;

CREATE TRIGGER verdict_is_appended AFTER INSERT ON verdict
WHEN NEW.seq < (SELECT max(seq) FROM verdict)
BEGIN
  SELECT RAISE(ABORT, 'a verdict stands after the others');
END;

CREATE TABLE note (
  id         TEXT PRIMARY KEY,
  title      TEXT NOT NULL CHECK (title <> ''),
  body       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE TABLE source_tag (
  owner_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  tag_id   TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (owner_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX source_tag_tag ON source_tag (tag_id);

CREATE TABLE excerpt_tag (
  owner_id TEXT NOT NULL REFERENCES excerpt (id) ON DELETE CASCADE,
  tag_id   TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (owner_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX excerpt_tag_tag ON excerpt_tag (tag_id);

CREATE TABLE claim_tag (
  owner_id TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  tag_id   TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (owner_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_tag_tag ON claim_tag (tag_id);

CREATE TABLE note_tag (
  owner_id TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  tag_id   TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (owner_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_tag_tag ON note_tag (tag_id);

CREATE TABLE change (
  seq     INTEGER PRIMARY KEY AUTOINCREMENT,
  at      INTEGER NOT NULL,
  command TEXT NOT NULL,
  subject TEXT NOT NULL,
  state   TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped', 'step')),
  patches TEXT NOT NULL CHECK (json_valid(patches)),
  touched TEXT NOT NULL CHECK (json_valid(touched))
) STRICT;

CREATE INDEX change_state ON change (state, seq);

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE VIEW claim_status AS
  SELECT claim.id AS claim_id, coalesce(
    (SELECT status FROM verdict WHERE verdict.claim_id = claim.id ORDER BY seq DESC LIMIT 1),
    'unreviewed'
  ) AS status
  FROM claim;

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

CREATE TABLE search_head (
  slot     INTEGER PRIMARY KEY AUTOINCREMENT,
  document TEXT NOT NULL
) STRICT;

CREATE TABLE search_place (
  key     TEXT NOT NULL,
  segment INTEGER NOT NULL,
  first   INTEGER NOT NULL,
  count   INTEGER NOT NULL CHECK (count > 0),
  stamp   TEXT NOT NULL,
  PRIMARY KEY (key, segment, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE "source" (
  id           TEXT PRIMARY KEY,
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
, modified_at TEXT, description TEXT, origins TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(origins)), translation_of TEXT REFERENCES source (id) ON DELETE SET NULL, kind TEXT NOT NULL DEFAULT 'text'
  CHECK (kind IN ('html', 'text', 'markdown', 'mhtml', 'epub', 'docx', 'pdf', 'reference')), citekey TEXT
  CHECK (citekey IS NULL OR (length(citekey) BETWEEN 1 AND 100 AND citekey NOT GLOB '*[^A-Za-z0-9_:./+-]*'))) STRICT;

CREATE INDEX source_added ON source (added_at);

CREATE TABLE version_image (
  version_id TEXT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  sha256     TEXT NOT NULL REFERENCES blob (sha256),
  -- By which the page names it, where it does not lie in the page's own bytes.
  address    TEXT,
  PRIMARY KEY (version_id, sha256)
) STRICT, WITHOUT ROWID;

CREATE INDEX version_image_sha256 ON version_image (sha256);

CREATE INDEX source_translation ON source (translation_of) WHERE translation_of IS NOT NULL;

CREATE VIEW live_source AS SELECT * FROM source WHERE deleted_at IS NULL;

CREATE VIEW live_excerpt AS
  SELECT excerpt.* FROM excerpt JOIN source ON source.id = excerpt.source_id
  WHERE excerpt.deleted_at IS NULL AND source.deleted_at IS NULL;

CREATE VIEW live_evidence AS
  SELECT evidence.* FROM evidence
  JOIN live_excerpt ON live_excerpt.id = evidence.excerpt_id
  JOIN claim ON claim.id = evidence.claim_id
  WHERE evidence.deleted_at IS NULL AND claim.deleted_at IS NULL;

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

CREATE TABLE signature (
  number     INTEGER PRIMARY KEY,
  version_id TEXT NOT NULL UNIQUE REFERENCES version (id) ON DELETE CASCADE,
  format     INTEGER NOT NULL,
  words      INTEGER NOT NULL CHECK (words >= 0),
  repeated   INTEGER NOT NULL CHECK (repeated BETWEEN 0 AND words),
  scale      INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 31),
  hashes     BLOB NOT NULL CHECK (length(hashes) % 4 = 0)
) STRICT;

CREATE TABLE signature_hash (
  hash      INTEGER NOT NULL,
  signature INTEGER NOT NULL,
  PRIMARY KEY (hash, signature)
) STRICT, WITHOUT ROWID;

CREATE INDEX source_url ON source (url);

CREATE TABLE "tag" (
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

CREATE UNIQUE INDEX tag_name ON tag (name_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX tag_guid ON tag (guid) WHERE guid IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX tag_parent ON tag (parent_id);

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

CREATE TABLE collection (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL CHECK (name <> ''),
  name_key   TEXT NOT NULL,
  position   INTEGER NOT NULL CHECK (position >= 0),
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE UNIQUE INDEX collection_name ON collection (name_key) WHERE deleted_at IS NULL;

CREATE TABLE collection_source (
  id            TEXT PRIMARY KEY,
  collection_id TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  source_id     TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  position      INTEGER NOT NULL CHECK (position >= 0),
  deleted_at    INTEGER
) STRICT;

CREATE UNIQUE INDEX collection_source_once ON collection_source (collection_id, source_id);

CREATE INDEX collection_source_source ON collection_source (source_id);

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

CREATE TABLE note_state (
  seq     INTEGER PRIMARY KEY AUTOINCREMENT,
  note_id TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  title   TEXT NOT NULL,
  body    TEXT NOT NULL,
  at      INTEGER NOT NULL
) STRICT;

CREATE INDEX note_state_note ON note_state (note_id, seq);

CREATE TRIGGER note_state_is_immutable BEFORE UPDATE ON note_state
BEGIN
  SELECT RAISE(ABORT, 'what a note was never changes');
END;

CREATE TABLE draft (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_created ON claim (created_at, id) WHERE deleted_at IS NULL;

CREATE INDEX claim_updated ON claim (updated_at, id) WHERE deleted_at IS NULL;

CREATE INDEX claim_recheck ON claim (recheck_by, id) WHERE recheck_by IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX claim_superseded ON claim (superseded_by) WHERE superseded_by IS NOT NULL;

CREATE INDEX evidence_claim ON evidence (claim_id, created_at);

CREATE TABLE diligence (
  id         TEXT PRIMARY KEY,
  claim_id   TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  query      TEXT NOT NULL CHECK (trim(query) <> ''),
  filters    TEXT NOT NULL CHECK (json_valid(filters)),
  hits       INTEGER NOT NULL CHECK (hits >= 0),
  note       TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE INDEX diligence_claim ON diligence (claim_id, created_at) WHERE deleted_at IS NULL;

CREATE INDEX source_version ON source (version_id);

CREATE INDEX excerpt_review ON excerpt (source_id) WHERE anchor <> 'exact' AND deleted_at IS NULL;

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

CREATE INDEX version_uncut ON version (id) WHERE
  instr(CAST(text AS BLOB), x'F0') + instr(CAST(text AS BLOB), x'F1') + instr(CAST(text AS BLOB), x'F2')
  + instr(CAST(text AS BLOB), x'F3') + instr(CAST(text AS BLOB), x'F4') + instr(CAST(text AS BLOB), x'00') > 0;
