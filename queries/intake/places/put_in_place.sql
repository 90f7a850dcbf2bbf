-- name: put_in_place(place)
-- Say that every staged row belongs to one place.
UPDATE staged SET place = $place
