-- Where a highlight stood before it was moved to another version, until the user confirms it: what is confirmed is
-- compared with that. And whether the user has seen that an orphan is one and leaves it so.

ALTER TABLE excerpt ADD COLUMN stood_version_id TEXT REFERENCES version (id);
ALTER TABLE excerpt ADD COLUMN stood_start INTEGER CHECK (stood_start >= 0);
ALTER TABLE excerpt ADD COLUMN stood_end INTEGER CHECK (stood_end > stood_start);
ALTER TABLE excerpt ADD COLUMN kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1));
