-- What was cut short: long work that had begun, and what was missing when the store was opened.
-- A row of long work stands from its beginning until the transaction that keeps it. When nobody is
-- at it any more and the row is still here, it was stopped and nothing of it was kept.
CREATE TABLE interruption (
    id VARCHAR PRIMARY KEY,
    what VARCHAR NOT NULL,
    who VARCHAR,                 -- nobody, where it is the file that was damaged
    happened_at TIMESTAMP NOT NULL
);
