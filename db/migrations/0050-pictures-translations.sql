-- The pictures of a version: stored once as blobs, by their SHA-256, and in use while a version names them. And which
-- source another one is a translation of: of a source that is gone, nothing is.

CREATE TABLE version_image (
  version_id TEXT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  sha256     TEXT NOT NULL REFERENCES blob (sha256),
  -- By which the page names it, where it does not lie in the page's own bytes.
  address    TEXT,
  PRIMARY KEY (version_id, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX version_image_sha256 ON version_image (sha256);

ALTER TABLE source ADD COLUMN translation_of TEXT REFERENCES source (id) ON DELETE SET NULL;
CREATE INDEX source_translation ON source (translation_of) WHERE translation_of IS NOT NULL;
