-- name: coverage_of_extracts(ground_kind, grounds, months)
-- Which extracts say anything of some districts or a force in some months, with their source and the subjects.
SELECT DISTINCT extract, source, area AS ground, subject
FROM coverage
WHERE area_kind = $ground_kind
    AND list_contains($grounds::VARCHAR[], area)
    AND list_contains($months::DATE[], month)
