-- name: reopen_corrected_rows(extract)
-- Let the refused rows that an extract has brought right be open again.
UPDATE rejected_row SET corrected_by = NULL WHERE corrected_by = $extract
