-- name: damaged_references()
-- References that Excel has taken for numbers (4.217E+11) or for dates (01-Jan), with their rows.
SELECT reference, count(*) AS n
FROM staged
WHERE
    strlen(reference) BETWEEN 5 AND 12
    -- Looked for in what could be either, which is little.
    AND (contains(reference, 'E+') OR contains(reference, '-'))
    AND regexp_full_match(
        reference,
        '\d(?:\.\d+)?E\+\d{1,3}|\d{1,2}-(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:-\d\d)?'
        || '|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d\d'
    )
GROUP BY reference
ORDER BY n DESC, reference
