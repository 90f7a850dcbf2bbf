-- Priorities: what a partnership chose from its ranked issues, why, who agreed, and the record of it.

-- An assessment without a row has the usual line and the usual quorum.
CREATE TABLE priority_setting (
    assessment INTEGER PRIMARY KEY,
    cut INTEGER NOT NULL,       -- issues down to this rank are above the line
    quorum INTEGER NOT NULL     -- how many responsible authorities must agree
);

-- Every version ever saved; the latest of an id counts.
CREATE TABLE priority (
    assessment INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    heading VARCHAR NOT NULL,
    emphases VARCHAR[] NOT NULL,
    issues VARCHAR[] NOT NULL,      -- an issue may be in several
    reason VARCHAR NOT NULL,
    residents VARCHAR NOT NULL,     -- how residents see it
    police_and_crime_plan VARCHAR NOT NULL,
    county VARCHAR NOT NULL,
    continues VARCHAR[] NOT NULL,   -- names of last year's priorities that it goes on with
    is_removed BOOLEAN NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    changed_by VARCHAR NOT NULL
);

-- Why an issue was chosen, or was not: whether it was follows from the priorities.
CREATE TABLE issue_reason (
    assessment INTEGER NOT NULL,
    issue VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    PRIMARY KEY (assessment, issue)
);

CREATE TABLE dropped_priority (
    assessment INTEGER NOT NULL,
    name VARCHAR NOT NULL,          -- as it was called last year
    reason VARCHAR NOT NULL,
    PRIMARY KEY (assessment, name)
);

-- Roles, never names of people.
CREATE TABLE agreement (
    assessment INTEGER NOT NULL,
    authority VARCHAR NOT NULL,
    body VARCHAR NOT NULL,          -- which police force, which council
    role VARCHAR NOT NULL,
    agreed_on DATE NOT NULL,
    recorded_by VARCHAR NOT NULL,
    PRIMARY KEY (assessment, authority, body)
);

-- What was agreed, as one JSON document: made when it is agreed, sealed when it is signed off.
CREATE TABLE assessment_record (
    assessment INTEGER PRIMARY KEY,
    document VARCHAR NOT NULL
);
