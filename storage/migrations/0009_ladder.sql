-- Why it came to where it is (a code, or the id of somebody's words), and the level above that watches it.
ALTER TABLE matters ADD COLUMN came_for TEXT NOT NULL DEFAULT '';
ALTER TABLE matters ADD COLUMN watch TEXT NOT NULL DEFAULT '';

-- The 12345 hotline's own number for it, when it was handed to the hotline (empty: it came from there), and until when.
ALTER TABLE matters ADD COLUMN hotline_no TEXT NOT NULL DEFAULT '';
ALTER TABLE matters ADD COLUMN hotline_at TEXT;
ALTER TABLE matters ADD COLUMN hotline_due TEXT;
