-- name: interruptions(under_way)
-- What was cut short, the latest first, without the work that is still under way.
SELECT what, who, happened_at
FROM interruption
WHERE id NOT IN (SELECT unnest($under_way::VARCHAR[]))
ORDER BY happened_at DESC, what
