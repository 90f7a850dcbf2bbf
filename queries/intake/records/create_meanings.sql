-- name: create_meanings(category, measure, place, district, force_text, force, flag_text, flags)
-- What the categories, places, forces and flags of the staged rows mean, as temporary tables to join.
CREATE TEMP TABLE staged_meaning AS
SELECT 'category' AS kind, unnest($category::VARCHAR[]) AS said, unnest($measure::VARCHAR[]) AS meant
UNION ALL
SELECT 'place', unnest($place::VARCHAR[]), unnest($district::VARCHAR[])
UNION ALL
SELECT 'force', unnest($force_text::VARCHAR[]), unnest($force::VARCHAR[])
UNION ALL
SELECT 'flags', unnest($flag_text::VARCHAR[]), unnest($flags::VARCHAR[])
