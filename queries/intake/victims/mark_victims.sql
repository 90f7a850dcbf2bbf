-- name: mark_victims(key_name, inner_key, outer_key)
-- Put a mark in the place of each staged victim's reference: HMAC-SHA256, of which 16 bytes are kept,
-- behind the name of its key. The two keys are the one key, filled up and turned, as RFC 2104 has it.
UPDATE staged
SET victims = $key_name || left(
    sha256($outer_key::BLOB || unhex(sha256($inner_key::BLOB || encode(victims)))), 32
)
WHERE victims IS NOT NULL
