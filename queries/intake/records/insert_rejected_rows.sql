-- name: insert_rejected_rows(extract, number, file, sheet, row_number, column_name, expected, found, raw, header)
-- Keep refused rows with the reason, so that they can be put right.
INSERT INTO rejected_row BY NAME
SELECT
    $extract AS extract, unnest($number::INTEGER[]) AS number, unnest($file::VARCHAR[]) AS file,
    unnest($sheet::VARCHAR[]) AS sheet, unnest($row_number::BIGINT[]) AS row_number,
    unnest($column_name::VARCHAR[]) AS column_name, unnest($expected::VARCHAR[]) AS expected,
    unnest($found::VARCHAR[]) AS found, unnest($raw::VARCHAR[]) AS raw,
    unnest($header::VARCHAR[]) AS header
