-- name: data_sets_defined()
-- Every data set that a partnership has defined, with its measures in their order.
SELECT
    data_set.id, partnership, data_set.label, kind, owner, defined_by, defined_at::DATE AS defined_on,
    list(
        {
            'label': measure.label, 'unit': unit, 'direction': direction, 'caveat': caveat,
            'names': names
        }
        ORDER BY place
    ) AS measures
FROM data_set
JOIN data_set_measure AS measure ON measure.data_set = data_set.id
GROUP BY ALL
ORDER BY data_set.id
