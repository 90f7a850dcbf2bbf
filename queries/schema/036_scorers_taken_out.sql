-- Scorers whom a facilitator has taken out: what they gave stays, and does not count meanwhile.
CREATE TABLE scorer_taken_out (
    token VARCHAR PRIMARY KEY,
    assessment INTEGER NOT NULL,
    taken_out_at TIMESTAMP NOT NULL,
    taken_out_by VARCHAR NOT NULL
);
