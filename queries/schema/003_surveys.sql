-- Surveys: what residents said, apart from anything that could say who they are.
CREATE TABLE survey (
    id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    synthetic BOOLEAN NOT NULL
);

-- One run of a survey. Loaded again, it is replaced whole.
CREATE TABLE survey_wave (
    id VARCHAR PRIMARY KEY,
    survey VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,      -- how people were asked: online-self-selected, panel, …
    first_day DATE,             -- of the answers, as far as they are dated
    last_day DATE,
    respondents BIGINT NOT NULL,
    rows_read BIGINT NOT NULL,
    rows_left_out BIGINT NOT NULL, -- test rows, repeated ones, and those without any answer
    summarised BOOLEAN NOT NULL,   -- entered as percentages and bases: nobody's own answers
    file_name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    problems VARCHAR[] NOT NULL,
    loaded_at TIMESTAMP NOT NULL,
    loaded_by VARCHAR NOT NULL,
    synthetic BOOLEAN NOT NULL
);

CREATE TABLE survey_question (
    wave VARCHAR NOT NULL,
    question INTEGER NOT NULL,  -- 1 is the first of the questionnaire
    slug VARCHAR NOT NULL,
    wording VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,      -- single, multiple, scale, ranking, number, text or date
    concept VARCHAR NOT NULL,   -- what it is about: safe-by-day, problem, priority, ward, age, …
    scale VARCHAR,
    base BIGINT NOT NULL,       -- how many gave any answer, don't know included
    PRIMARY KEY (wave, question)
);

CREATE TABLE survey_option (
    wave VARCHAR NOT NULL,
    question INTEGER NOT NULL,
    option INTEGER NOT NULL,    -- 1 is the first, in the order of the questionnaire
    label VARCHAR NOT NULL,
    role VARCHAR NOT NULL,      -- answer, dont-know or not-applicable
    side INTEGER,               -- of a scale: 1 good, 0 middle, -1 bad
    concern VARCHAR,            -- what recorded crime may be set beside it
    PRIMARY KEY (wave, question, option)
);

-- One row for each option that a respondent chose or ranked, and for each number given.
CREATE TABLE survey_answer (
    wave VARCHAR NOT NULL,
    question INTEGER NOT NULL,
    respondent INTEGER NOT NULL,
    option INTEGER,
    rank INTEGER,
    value DOUBLE
);

-- Answers by option. Pages read this, never the answers, unless they are broken down or weighted.
CREATE TABLE survey_count (
    wave VARCHAR NOT NULL,
    question INTEGER NOT NULL,
    option INTEGER NOT NULL,
    n BIGINT NOT NULL
);

-- Free text, which may hold names: without the respondent, and unseen until somebody has read it.
CREATE TABLE survey_comment (
    wave VARCHAR NOT NULL,
    question INTEGER NOT NULL,
    number INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    status VARCHAR NOT NULL,    -- waiting, shown or withheld
    theme VARCHAR,
    reviewed_by VARCHAR,
    reviewed_at TIMESTAMP,
    PRIMARY KEY (wave, question, number)
);

-- What was decided about the columns of a survey's exports, remembered for its next wave.
CREATE TABLE survey_reading (
    survey VARCHAR NOT NULL,
    header VARCHAR NOT NULL,
    decision VARCHAR NOT NULL,  -- JSON
    PRIMARY KEY (survey, header)
);

-- How many people there are of each age, sex or ward, to weight a survey's answers to.
CREATE TABLE population_margin (
    survey VARCHAR NOT NULL,
    variable VARCHAR NOT NULL,
    category VARCHAR NOT NULL,
    people BIGINT NOT NULL,
    source VARCHAR NOT NULL,
    as_at DATE NOT NULL,
    PRIMARY KEY (survey, variable, category)
);
