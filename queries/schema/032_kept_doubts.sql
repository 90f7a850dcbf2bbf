-- What was not decided when a wave was loaded all the same: of a question, and of all its rows.
ALTER TABLE survey_question ADD COLUMN doubts VARCHAR[];
ALTER TABLE survey_wave ADD COLUMN doubts VARCHAR[];
