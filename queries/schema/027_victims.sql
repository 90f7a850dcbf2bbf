-- Who the victims of a record are, told apart by marks from which no reference can be read; null where
-- its file named none or was not to be read for them. And what a source's marks are kept for.
ALTER TABLE incident ADD COLUMN victims VARCHAR[];
ALTER TABLE recipe ADD COLUMN victim_reason VARCHAR;
