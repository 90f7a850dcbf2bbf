-- name: coverage_of_grounds(ground_kind, grounds, measure_sets)
-- Months that each source covers in some districts or a force, whole and partial, by subject; of
-- sources of counts also the cells that are of several months together, or not known whole, and of
-- records those of a flag of which not every strand is told. Where nothing is told, nothing is covered.
WITH latest AS (
    SELECT
        coverage.area AS ground,
        coverage.subject,
        coverage.source,
        coverage.month,
        -- A month that one extract cuts short is whole where another has all of it.
        bool_and(coverage.partial) AS partial,
        bool_or(extract.synthetic) AS synthetic,
        bool_or(extract.row_is = 'count') AS is_counts,
        -- Of counts, the latest table says all that there is of a cell.
        arg_max(
            {
                'month': coverage.month, 'block_start': coverage.block_start,
                'block_end': coverage.block_end, 'partial': coverage.partial,
                'known': coverage.known
            },
            extract.id
        ) AS cell,
        -- Of records that carry flags, the latest extract that has all of them says what is told.
        arg_max({'known': coverage.known}, extract.id)
            FILTER (NOT coverage.partial OR coverage.known IS NOT NULL) AS told
    FROM coverage
    JOIN extract ON extract.id = coverage.extract
    WHERE extract.status = 'loaded'
        AND coverage.area_kind = $ground_kind
        AND list_contains($grounds::VARCHAR[], coverage.area)
        AND list_contains($measure_sets::VARCHAR[], coverage.measure_set)
    GROUP BY ALL
)
SELECT
    ground,
    subject,
    source,
    bool_or(synthetic) AS synthetic,
    coalesce(
        list(month) FILTER (
            CASE WHEN is_counts THEN NOT cell.partial AND cell.block_start IS NULL
                ELSE NOT partial AND told.known IS NULL
            END
        ),
        []
    ) AS whole,
    coalesce(
        list(month) FILTER (
            CASE WHEN is_counts THEN cell.partial ELSE partial AND told.known IS NULL END
        ),
        []
    ) AS partial,
    bool_or(is_counts) AS is_counts,
    coalesce(
        list(
            CASE
                WHEN is_counts THEN cell
                ELSE {
                    'month': month, 'block_start': NULL::DATE, 'block_end': NULL::DATE,
                    'partial': true, 'known': told.known
                }
            END
            ORDER BY month
        ) FILTER (
            CASE
                WHEN is_counts THEN cell.partial OR cell.block_start IS NOT NULL
                ELSE len(told.known) > 0
            END
        ),
        []
    ) AS cells
FROM latest
GROUP BY ALL
ORDER BY ALL
