-- name: release_surveys_of_examples()
-- Let go of the user's own surveys of example partnerships: they stay, as nobody's in particular.
UPDATE survey SET partnership = NULL
WHERE partnership IN (SELECT id FROM partnership WHERE synthetic)
