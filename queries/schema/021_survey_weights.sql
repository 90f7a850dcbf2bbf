-- What each answer of a wave weighs, as a column of its export says, and what that is called.
ALTER TABLE survey_wave ADD COLUMN weight_column VARCHAR;
CREATE TABLE survey_weight (
    wave VARCHAR NOT NULL,
    respondent INTEGER NOT NULL,
    weight DOUBLE NOT NULL
);
