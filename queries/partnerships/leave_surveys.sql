-- name: leave_surveys(id)
-- Let go of the surveys of a partnership: they stay, as nobody's in particular.
UPDATE survey SET partnership = NULL WHERE partnership = $id
