-- name: forget_interruptions(under_way)
-- Let go of what was cut short, which somebody has read; what is still under way stays.
DELETE FROM interruption WHERE id NOT IN (SELECT unnest($under_way::VARCHAR[]))
