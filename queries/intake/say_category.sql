-- name: say_category(source, category, measure)
-- Remember what a category of a source means.
INSERT OR REPLACE INTO category_measure VALUES ($source, $category, $measure)
