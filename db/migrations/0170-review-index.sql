-- Highlights that wait for somebody to look are few among many, and are counted after each change: without this, each
-- count read all highlights.
CREATE INDEX excerpt_review ON excerpt (source_id) WHERE anchor <> 'exact' AND deleted_at IS NULL;
