-- name: remove_example_survey_partnerships()
-- Let go of the user's own surveys of example partnerships: they stay, as nobody's in particular.
UPDATE survey SET partnership = NULL
WHERE partnership IN (SELECT id FROM partnership WHERE synthetic)
