-- Counts that arrive as counts stand beside the records, each with the extract that brought it.
-- One row for each version of a count that a source's table gives, as incident has of a record.
CREATE TABLE observation (
    source VARCHAR NOT NULL,
    measure_set VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,       -- of the set, or a flag
    category VARCHAR NOT NULL,      -- what the source calls it
    force VARCHAR,
    district VARCHAR,
    ward VARCHAR,
    lsoa VARCHAR,
    area_kind VARCHAR NOT NULL,     -- the smallest that is known: lsoa, ward, district, force, other
    area VARCHAR NOT NULL,          -- its name or code as the source writes it
    period_start DATE NOT NULL,
    period_end DATE NOT NULL,       -- the first day that is counted no longer
    value BIGINT,                   -- null where it is withheld or missing
    low BIGINT NOT NULL,            -- what the count lies between
    high BIGINT,                    -- null where nothing bounds it
    apart BIGINT NOT NULL,          -- what of the value no other row of its table counts
    status VARCHAR NOT NULL,        -- counted, withheld or missing
    first_extract INTEGER NOT NULL,
    last_extract INTEGER            -- the extract that changed or withdrew it; null while current
);

-- What a row of the file stands for: a record, a victim or a count.
ALTER TABLE extract ADD COLUMN row_is VARCHAR DEFAULT 'record';

-- Months that a source counts only together, from the first to the month after the last; null where
-- each month is known by itself.
ALTER TABLE coverage ADD COLUMN block_start DATE;
ALTER TABLE coverage ADD COLUMN block_end DATE;
-- Where a cell is partial because some counts are withheld or not in the table: the measures that
-- are known of it nonetheless.
ALTER TABLE coverage ADD COLUMN known VARCHAR[];
