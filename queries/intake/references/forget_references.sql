-- name: forget_references()
-- Let every staged row be a record of its own: what was taken for references tells none apart.
UPDATE staged SET reference = NULL
