-- The risk matrix: what is scored, by whom, under which scheme, and from what evidence.

-- Schemes that users have made; those that come with the product are files. A version once used
-- never changes.
CREATE TABLE scheme (
    id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    body VARCHAR NOT NULL,      -- JSON, checked when it is read
    based_on VARCHAR,
    author VARCHAR NOT NULL,
    made_at TIMESTAMP NOT NULL,
    PRIMARY KEY (id, version)
);

CREATE TABLE assessment (
    id INTEGER PRIMARY KEY,
    partnership VARCHAR NOT NULL,
    ending DATE NOT NULL,       -- the first day of the last month that it looks at
    scheme VARCHAR NOT NULL,
    scheme_version INTEGER NOT NULL,
    status VARCHAR NOT NULL,    -- draft, agreed or signed off
    started_at TIMESTAMP NOT NULL,
    started_by VARCHAR NOT NULL,
    synthetic BOOLEAN NOT NULL
);

CREATE TABLE issue (
    assessment INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    label VARCHAR NOT NULL,
    measure_sets VARCHAR[] NOT NULL, -- beside measures: the set of each
    measures VARCHAR[] NOT NULL,     -- none where no data cover it, as county lines
    under_reported BOOLEAN NOT NULL,
    carried_from INTEGER,            -- last year's assessment
    PRIMARY KEY (assessment, id)
);

-- Scoring together: people join with the code, score alone, and see the spread when it is revealed.
CREATE TABLE workshop (
    assessment INTEGER PRIMARY KEY,
    code VARCHAR NOT NULL,
    round INTEGER NOT NULL,     -- 1 or 2
    state VARCHAR NOT NULL,     -- open, revealed or closed
    changed_at TIMESTAMP NOT NULL,
    changed_by VARCHAR NOT NULL
);

CREATE TABLE scorer (
    token VARCHAR PRIMARY KEY,  -- in the scorer's address: a reload comes back to the same scores
    assessment INTEGER NOT NULL,
    agency VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    joined_at TIMESTAMP NOT NULL
);

-- Every score ever given; the latest of a scorer in a round counts. One from data, one from a desk
-- and one from a scorer stand side by side.
CREATE TABLE score (
    assessment INTEGER NOT NULL,
    issue VARCHAR NOT NULL,
    criterion VARCHAR NOT NULL,
    round INTEGER NOT NULL,     -- 0 for judgements made outside a workshop
    scorer VARCHAR NOT NULL,    -- a scorer's token, or the name of whoever judged at a desk
    value INTEGER,              -- null: taken back
    reason VARCHAR NOT NULL,
    evidence_value DOUBLE,      -- what the store said when it was given
    scored_at TIMESTAMP NOT NULL
);
