-- name: extracts_out_of_balance()
-- Extracts whose rows read are not all loaded, unchanged, revised, rejected, repeated or cancelled.
SELECT id, rows_read
FROM extract
WHERE
    rows_read
    <> rows_loaded + rows_unchanged + rows_revised + rows_rejected + rows_repeated
        + rows_cancelled
