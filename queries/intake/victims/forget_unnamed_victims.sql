-- name: forget_unnamed_victims(words)
-- Take out of the staged rows what stands where nobody is named, such as "N/A".
UPDATE staged SET victims = NULL WHERE list_contains($words::VARCHAR[], victims)
