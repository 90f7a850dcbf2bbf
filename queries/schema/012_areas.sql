-- Small areas: their boundaries, what published look-ups say of them, and the ward of each LSOA.
CREATE TABLE boundary (
    kind VARCHAR NOT NULL,      -- ward, lsoa, msoa or district
    vintage INTEGER NOT NULL,   -- the year of its codes, as its file names them: WD25CD
    code VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    district VARCHAR,           -- null where neither its file nor its name says it
    shape BLOB NOT NULL,        -- longitudes and latitudes, as well-known binary
    file VARCHAR NOT NULL,
    loaded_at TIMESTAMP NOT NULL,
    loaded_by VARCHAR NOT NULL,
    PRIMARY KEY (kind, vintage, code)
);

-- A line of a published look-up: an LSOA of one census and its part in the next, or its ward.
CREATE TABLE area_link (
    kind VARCHAR NOT NULL,          -- lsoa-to-lsoa or lsoa-to-ward
    code VARCHAR NOT NULL,
    target_code VARCHAR NOT NULL,
    target_name VARCHAR NOT NULL,
    district VARCHAR,
    change VARCHAR,                 -- U unchanged, S split, M merged, X otherwise, as the ONS marks it
    file VARCHAR NOT NULL,
    loaded_at TIMESTAMP NOT NULL,
    loaded_by VARCHAR NOT NULL,
    PRIMARY KEY (kind, code, target_code)
);

-- The one ward of an LSOA, worked out from those two whenever they change; none where it is in doubt.
CREATE TABLE lsoa_ward (
    lsoa VARCHAR PRIMARY KEY,
    ward VARCHAR NOT NULL,          -- by name, as extracts write it
    ward_code VARCHAR NOT NULL,
    district VARCHAR
);
