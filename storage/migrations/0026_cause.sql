-- What set a message or a piece of work going: the update, the row of the schedule or the job, by its short name.
ALTER TABLE outbox ADD COLUMN cause TEXT NOT NULL DEFAULT '';
ALTER TABLE work ADD COLUMN cause TEXT NOT NULL DEFAULT '';

-- Grids that were on the map once: nobody knows any more what they lay in, so every desk finds what ended there.
INSERT INTO area_grids (area_id, grid_id)
SELECT DISTINCT '', grid_id FROM matters WHERE grid_id <> '' AND grid_id NOT IN (SELECT id FROM areas);
