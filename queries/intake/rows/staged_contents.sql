-- name: staged_contents(most)
-- What stands in the columns of text that are kept, of at most so many rows from all over the extract.
SELECT reference, category, place, ward, outcome, flag_text
FROM staged
WHERE rowid % (SELECT greatest(1, count(*) // $most::BIGINT) FROM staged) = 0
LIMIT $most::BIGINT
