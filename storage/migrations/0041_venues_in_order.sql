-- Open venues, the longest not visited first: whoever sees the whole district reads the first of them only.
CREATE INDEX venues_in_order ON venues (COALESCE(visited_at, ''), number) WHERE closed_at IS NULL;
-- Counted, and found by name, without their rows.
CREATE INDEX venues_open ON venues (area_id, name) WHERE closed_at IS NULL;
