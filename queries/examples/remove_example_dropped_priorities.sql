-- name: remove_example_dropped_priorities()
-- Remove the reasons for what was dropped of example assessments.
DELETE FROM dropped_priority
WHERE assessment IN (SELECT id FROM assessment WHERE synthetic)
