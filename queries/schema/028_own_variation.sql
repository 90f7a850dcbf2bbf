-- How much a measure ordinarily varies from year to year in a partnership, as it has set it with a
-- reason: the standard deviation of ln(rate ratio) beyond counting.
CREATE TABLE own_variation (
    partnership VARCHAR NOT NULL,
    measure_set VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    variation DOUBLE NOT NULL,
    reason VARCHAR NOT NULL,
    set_by VARCHAR NOT NULL,
    set_at TIMESTAMP NOT NULL,
    PRIMARY KEY (partnership, measure_set, measure)
);
