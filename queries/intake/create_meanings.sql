-- name: create_meanings(category, measure, place, district, flag_text, flags)
-- What the categories, places and flags of the staged rows mean, as temporary tables to join.
CREATE TEMP TABLE staged_meaning AS
SELECT 'category' AS kind, unnest($category::VARCHAR[]) AS said, unnest($measure::VARCHAR[]) AS meant
UNION ALL
SELECT 'place', unnest($place::VARCHAR[]), unnest($district::VARCHAR[])
UNION ALL
SELECT 'flags', unnest($flag_text::VARCHAR[]), unnest($flags::VARCHAR[])
