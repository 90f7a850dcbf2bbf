-- name: rejected_rows(extract)
-- The refused rows of an extract with the reasons.
SELECT file, sheet, row_number, column_name, expected, found, raw
FROM rejected_row
WHERE extract = $extract
ORDER BY file, sheet, row_number
