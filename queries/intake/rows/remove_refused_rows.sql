-- name: remove_refused_rows()
-- Take rows without a usable date out of the staged rows; they are kept as refused rows.
DELETE FROM staged WHERE refused_date IS NOT NULL
