-- name: clear_lead_sources(id)
-- Forget the lead sources that a partnership has named.
DELETE FROM lead_source WHERE partnership = $id
