-- name: clear_lead_source(partnership, measure_set)
-- Take back which source leads for what is counted in a set of measures.
DELETE FROM lead_source WHERE partnership = $partnership AND measure_set = $measure_set
