-- name: say_categories(source, categories, measures)
-- Remember what some categories of a source, or of any ("*"), mean.
INSERT OR REPLACE INTO category_measure
SELECT $source, unnest($categories::VARCHAR[]), unnest($measures::VARCHAR[])
