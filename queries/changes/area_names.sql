-- name: area_names(codes)
-- What small areas are called, where an extract has named them.
SELECT code, name FROM area WHERE list_contains($codes::VARCHAR[], code) ORDER BY code
