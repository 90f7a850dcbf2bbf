-- Of which earlier extracts an extract has found records, which it recognised, revised or withdrew: it
-- rests on those, and they cannot be undone before it. Of extracts that were loaded before this table,
-- it is not known.
CREATE TABLE extract_found (
    extract INTEGER NOT NULL,
    earlier INTEGER NOT NULL
);
