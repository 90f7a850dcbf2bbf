-- name: extract_to_correct(extract)
-- An extract to whose source corrected rows are added, with the numbers of its refused rows that are
-- still to be put right.
SELECT
    file_name, source, status, synthetic, months,
    coalesce(
        (
            SELECT list(number)
            FROM rejected_row
            WHERE rejected_row.extract = extract.id AND header <> '' AND corrected_by IS NULL
        ),
        []
    ) AS numbers
FROM extract
WHERE id = $extract
