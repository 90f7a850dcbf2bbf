-- What each extract holds of each category, so that what it answers for can be judged anew when a
-- category is given another meaning. Extracts that were loaded before this table have no rows in it.
CREATE TABLE extract_category (
    extract INTEGER NOT NULL,
    month DATE NOT NULL,
    force VARCHAR,
    district VARCHAR,
    category VARCHAR NOT NULL,
    partial BOOLEAN NOT NULL, -- the month is cut off in this extract
    n BIGINT NOT NULL
);
