-- Where positions lie and which wards are meant, worked out from the areas that are loaded; what
-- wards were called before.
-- Welsh wards have two names, and files use either.
ALTER TABLE boundary ADD COLUMN welsh_name VARCHAR;
-- Wards are known by name, so that a look-up of two years of them has to keep both.
ALTER TABLE area_link ADD COLUMN name VARCHAR;

-- Each position of records that say no small area, or one that no ward is known of; null where it is
-- in no loaded boundary. Worked out anew whenever areas change, and gone with the last record there.
CREATE TABLE placed_position (
    longitude DOUBLE NOT NULL,
    latitude DOUBLE NOT NULL,
    lsoa VARCHAR,
    ward VARCHAR,               -- by name
    district VARCHAR
);

-- Wards as files write them (a code, "Ward", an ampersand, a Welsh name) that the loaded areas know
-- by another name.
CREATE TABLE known_ward (
    said VARCHAR NOT NULL,
    district VARCHAR NOT NULL,
    ward VARCHAR NOT NULL
);
