-- Why a figure changed, as its partnership's team says it: a measure and a place, a period and what
-- it is compared with. Each saying is a version after the last; what is taken back is one too.
CREATE TABLE change_explanation (
    partnership VARCHAR NOT NULL,
    measure_set VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    starts DATE NOT NULL,
    ends_before DATE NOT NULL,
    compared_from DATE NOT NULL,
    compared_before DATE NOT NULL,
    version INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    evidence VARCHAR NOT NULL,
    confidence VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    is_withdrawn BOOLEAN NOT NULL,
    written_by VARCHAR NOT NULL,
    written_as VARCHAR NOT NULL,
    written_at TIMESTAMP NOT NULL,
    PRIMARY KEY (
        measure_set, measure, area, starts, ends_before, compared_from, compared_before, version
    )
);
