-- name: readable_dates(texts, formats)
-- Some dates as text, each as it is when tidied, and whether the formats fit it as it stands or so.
SELECT
    written,
    tidied_date(written) AS tidied,
    uk_moment(trim(written), 'plain', $formats::VARCHAR[]) IS NOT NULL AS is_plain,
    uk_moment(written, 'tidied', $formats::VARCHAR[]) IS NOT NULL AS is_readable
FROM (SELECT unnest($texts::VARCHAR[]) AS written)
