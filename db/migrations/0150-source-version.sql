-- A version that is stored is looked for among the sources that wait for it (their reference is checked at the end of the
-- transaction): without this, each capture read all sources.
CREATE INDEX source_version ON source (version_id);
