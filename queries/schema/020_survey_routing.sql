-- Who was asked a question, where an export tells: how many, and those of which answers.
ALTER TABLE survey_question ADD COLUMN asked BIGINT;
ALTER TABLE survey_question ADD COLUMN asked_of VARCHAR;
