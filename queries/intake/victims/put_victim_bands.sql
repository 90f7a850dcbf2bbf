-- name: put_victim_bands(said, bands)
-- Put bands in the place of what staged rows say of victims; null where it belongs in none.
UPDATE staged
SET victim_bands = meaning.bands
FROM (SELECT unnest($said::VARCHAR[]) AS said, unnest($bands::VARCHAR[]) AS bands) AS meaning
WHERE staged.victim_bands = meaning.said
