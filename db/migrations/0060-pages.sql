-- Where the pages of a paged original begin in the version's text, to cite a passage by its page:
-- [{"label": "xii", "start": 1234}, …] in order. NULL where the original has no pages, and for versions of before.

ALTER TABLE version ADD COLUMN pages TEXT CHECK (pages IS NULL OR json_valid(pages));
