-- name: put_partnership(id, label, synthetic)
-- Add a partnership, or say anew what one of that id is called.
INSERT OR REPLACE INTO partnership (id, name, synthetic)
VALUES ($id, $label, $synthetic)
