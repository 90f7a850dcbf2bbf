-- Changes in what is recorded or how that partnerships have entered: about a measure, a set, or all
-- there is. It lasts up to but not including ends_before.
CREATE TABLE recording_event (
    id INTEGER PRIMARY KEY,
    partnership VARCHAR NOT NULL,
    measure_set VARCHAR,
    measure VARCHAR,
    starts DATE NOT NULL,
    ends_before DATE,
    bearing VARCHAR NOT NULL,
    effect VARCHAR NOT NULL,
    entered_by VARCHAR NOT NULL,
    entered_at TIMESTAMP NOT NULL
);
