-- Who has which role in a partnership. Another role is another row; one that is over stays.
CREATE TABLE membership (
    partnership VARCHAR NOT NULL,
    person VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    authority VARCHAR,          -- whose partner, for a partner
    until DATE,                 -- the first day on which it holds no longer
    granted_at TIMESTAMP NOT NULL,
    granted_by VARCHAR NOT NULL,
    ended_at TIMESTAMP
);
