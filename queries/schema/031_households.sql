-- How many households districts have, beside how many people live there: burglary of homes is set
-- against homes.
CREATE TABLE population_before AS SELECT * FROM population;

DROP TABLE population;

CREATE TABLE population (
    area VARCHAR NOT NULL,      -- ONS code of a district of today
    year INTEGER NOT NULL,      -- in the middle of which it is the number
    counted VARCHAR NOT NULL,   -- what it is a number of: residents or households
    number BIGINT NOT NULL,
    source VARCHAR NOT NULL,    -- the file it was taken from
    doubt VARCHAR NOT NULL,     -- what must be known when using it, or nothing
    loaded_at TIMESTAMP NOT NULL,
    loaded_by VARCHAR NOT NULL,
    PRIMARY KEY (area, year, counted)
);

INSERT INTO population
SELECT area, year, 'residents', people, source, doubt, loaded_at, loaded_by
FROM population_before;

DROP TABLE population_before;
