-- How many people live in a district, for rates. What a survey's answers are weighted to, its
-- margins by age, sex or ward, is another thing and stands in population_margin.
CREATE TABLE population (
    area VARCHAR NOT NULL,      -- ONS code of a district of today
    year INTEGER NOT NULL,      -- in the middle of which it is the number of residents
    people BIGINT NOT NULL,
    source VARCHAR NOT NULL,    -- the file it was taken from
    doubt VARCHAR NOT NULL,     -- what must be known when using it, or nothing
    loaded_at TIMESTAMP NOT NULL,
    loaded_by VARCHAR NOT NULL,
    PRIMARY KEY (area, year)
);
