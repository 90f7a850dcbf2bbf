-- name: create_survey_untidy(blank)
-- Of the different things said, those with space around them, and those that are a blank by
-- another name ("No answer", "-"), whose `tidy` is empty. A line break inside a cell is one again.
CREATE TEMP TABLE survey_untidy AS
WITH words AS (
    SELECT
        said,
        trim(
            replace(said, chr(8232), chr(10)),
            chr(9) || chr(10) || chr(13) || chr(32) || chr(160)
        ) AS tidy,
        lower(trim(tidy, '.-–—()[]<>#! ')) AS word
    FROM (SELECT DISTINCT said FROM survey_value)
)
SELECT said, CASE WHEN list_contains($blank::VARCHAR[], word) THEN '' ELSE tidy END AS tidy
FROM words
WHERE tidy <> said OR list_contains($blank::VARCHAR[], word)
