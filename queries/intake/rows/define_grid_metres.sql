-- name: define_grid_metres()
-- Metres east (axis 1) or north (axis 2) of a British grid reference in capitals without blanks, such as
-- TQ123456: the middle of its square. Two letters name a square of 100 km, half of the figures lie on
-- each axis. Null for what is none, and for squares wider than 100 m, which hold several small areas.
CREATE OR REPLACE TEMP MACRO grid_metres(ref, axis) AS
CASE
    WHEN regexp_full_match(ref, '[HJNOST][A-HJ-Z](\d{6}|\d{8}|\d{10})')
        THEN 100000 * CASE axis
            -- The letters of the grid leave out I.
            WHEN 1
                THEN ((strpos('ABCDEFGHJKLMNOPQRSTUVWXYZ', ref[1]) - 3) % 5) * 5
                + (strpos('ABCDEFGHJKLMNOPQRSTUVWXYZ', ref[2]) - 1) % 5
            ELSE 19
                - ((strpos('ABCDEFGHJKLMNOPQRSTUVWXYZ', ref[1]) - 1) // 5) * 5
                - (strpos('ABCDEFGHJKLMNOPQRSTUVWXYZ', ref[2]) - 1) // 5
        END
        + (
            substr(ref, 3 + (axis - 1) * ((length(ref) - 2) // 2), (length(ref) - 2) // 2)::BIGINT
            + CASE length(ref) WHEN 12 THEN 0 ELSE 0.5 END
        ) * power(10, 5 - (length(ref) - 2) // 2)
END
