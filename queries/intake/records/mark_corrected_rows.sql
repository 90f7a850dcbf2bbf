-- name: mark_corrected_rows(extract, numbers, corrected_by)
-- Let refused rows of an extract say which later one has brought them right.
UPDATE rejected_row
SET corrected_by = $corrected_by
WHERE extract = $extract AND number IN (SELECT unnest($numbers::INTEGER[]))
