-- Whose a source is, and when its data are due.
CREATE TABLE source_setting (
    source VARCHAR PRIMARY KEY,
    agency VARCHAR NOT NULL,        -- "" where nobody has said
    contact_role VARCHAR NOT NULL,  -- a role, never a person
    every VARCHAR NOT NULL,         -- month, quarter or year; "" where nothing is expected
    due_day INTEGER,                -- of the month so many months after the period's last
    months_after INTEGER,
    set_at TIMESTAMP NOT NULL,
    set_by VARCHAR NOT NULL
);
