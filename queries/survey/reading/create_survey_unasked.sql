-- name: create_survey_unasked()
-- The responses that say of a column that it was not asked; there are none yet.
CREATE OR REPLACE TEMP TABLE survey_unasked (response INTEGER, position INTEGER)
