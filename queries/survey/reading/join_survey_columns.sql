-- name: join_survey_columns(parts, wholes)
-- Count what stands in some columns as said in others, which ask the same: where nobody says
-- anything in both. Who was asked in one of them was asked.
UPDATE survey_cell
SET position = joined.whole
FROM (SELECT unnest($parts::INTEGER[]) AS part, unnest($wholes::INTEGER[]) AS whole) AS joined
WHERE position = joined.part
