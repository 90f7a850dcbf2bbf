-- name: stage_responses(files, columns, skip, test, address)
-- Read an export as text into the temporary table `survey_response`, one row for each response.
-- Columns named c0, c1, … are kept; the others, which are about people, are only looked at for a
-- cell that marks a row as a test, and for whether two rows came from one network address: which of
-- them says so is the `address`, if any. Nothing is judged yet.
CREATE TEMP TABLE survey_response AS
SELECT
    response,
    coalesce(list_has_any(about, $test::VARCHAR[]), false) AS is_test,
    md5(nullif(trim(about[$address::INTEGER]), '')) AS address,
    COLUMNS('^c[0-9]+$')
FROM (
    SELECT
        (row_number() OVER ())::INTEGER AS response, [*COLUMNS('^x')] AS about,
        COLUMNS('^c[0-9]+$')
    FROM (
        -- A column about people that there always is: there may be no other. Rows with too many
        -- cells or too few are passed over, and found again in the file.
        SELECT '' AS x, *
        FROM read_csv(
            $files, columns = $columns, skip = $skip, header = false, auto_detect = false,
            delim = ',', quote = '"', escape = '"', strict_mode = true, ignore_errors = true
        )
    )
)
