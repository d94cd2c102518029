-- The ledger of claims: by whom a verdict is, when a claim is to be looked at again, what took its place, and searches
-- that the user keeps as evidence of diligence. Columns are added, never filled: what was written before says nothing
-- of them. The triggers of `verdict` hold for the new column too.

ALTER TABLE verdict ADD COLUMN author TEXT CHECK (author IS NULL OR trim(author) <> '');

ALTER TABLE claim ADD COLUMN recheck_by TEXT
  CHECK (recheck_by IS NULL OR recheck_by GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]');
ALTER TABLE claim ADD COLUMN superseded_by TEXT REFERENCES claim (id) ON DELETE SET NULL
  CHECK (superseded_by <> id);

CREATE INDEX claim_created ON claim (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX claim_updated ON claim (updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX claim_recheck ON claim (recheck_by, id) WHERE recheck_by IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX claim_superseded ON claim (superseded_by) WHERE superseded_by IS NOT NULL;

-- As of an earlier day, what was detached since counts: `evidence_once` only knows what is live.
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
