-- name: rows_to_correct(extract)
-- The refused rows of an extract that can be put right and have not been: their cells with their names.
SELECT number, header, raw, column_name, expected, found
FROM rejected_row
WHERE extract = $extract AND header <> '' AND corrected_by IS NULL
ORDER BY number
