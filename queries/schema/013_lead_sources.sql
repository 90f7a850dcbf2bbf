-- Which of several sources a partnership takes its figures from, for each set of measures.
CREATE TABLE lead_source (
    partnership VARCHAR NOT NULL,
    measure_set VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    named_at TIMESTAMP NOT NULL,
    named_by VARCHAR NOT NULL,
    PRIMARY KEY (partnership, measure_set)
);
