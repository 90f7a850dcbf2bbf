-- The ends of a scale of numbers as an export names them: "1 - Very safe", "5 - Very unsafe".
ALTER TABLE survey_question ADD COLUMN ends VARCHAR[];
