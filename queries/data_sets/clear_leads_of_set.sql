-- name: clear_leads_of_set(measure_set)
-- Forget which sources lead for a set of measures.
DELETE FROM lead_source WHERE measure_set = $measure_set
