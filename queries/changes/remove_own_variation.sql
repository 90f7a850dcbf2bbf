-- name: remove_own_variation(partnership, measure_set, measure)
-- Take back what a partnership has set of a measure.
DELETE FROM own_variation
WHERE partnership = $partnership AND measure_set = $measure_set AND measure = $measure
