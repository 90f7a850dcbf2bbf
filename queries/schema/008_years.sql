-- From year to year: why an issue changed, and rankings that were printed before there was this tool.

-- Every text ever written; the latest version counts, and an empty one takes back.
CREATE TABLE issue_explanation (
    assessment INTEGER NOT NULL,
    issue VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    written_by VARCHAR NOT NULL,
    written_at TIMESTAMP NOT NULL,
    PRIMARY KEY (assessment, issue, version)
);

-- A ranking that a partnership has printed: the top of it, or all.
CREATE TABLE published_ranking (
    id INTEGER PRIMARY KEY,
    partnership VARCHAR NOT NULL,
    ending DATE NOT NULL,           -- the first day of the last month of its year
    name VARCHAR NOT NULL,          -- its year as printed, such as 2018/19
    source VARCHAR NOT NULL,        -- where it was printed
    scheme VARCHAR NOT NULL,        -- how it was made, as far as that is printed
    is_ordered BOOLEAN NOT NULL,    -- false: printed as the highest, in no order
    is_whole BOOLEAN NOT NULL,      -- false: only the top of it was printed
    entered_by VARCHAR NOT NULL,
    entered_at TIMESTAMP NOT NULL
);

CREATE TABLE published_place (
    ranking INTEGER NOT NULL,
    position INTEGER NOT NULL,      -- in the order in which it is written
    rank INTEGER NOT NULL,          -- several may share one
    label VARCHAR NOT NULL,         -- the issue as printed
    issue VARCHAR,                  -- what it is called here; null: nothing here is the same
    band VARCHAR NOT NULL,          -- empty where none was printed
    PRIMARY KEY (ranking, position)
);
