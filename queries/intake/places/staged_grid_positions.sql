-- name: staged_grid_positions()
-- Each position of the staged rows that is in metres of the British grid.
SELECT DISTINCT easting, northing
FROM staged
WHERE easting IS NOT NULL
ORDER BY ALL
