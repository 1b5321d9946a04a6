-- What a matter waits for and until when, and the later result that its owner has asked the desk for.
ALTER TABLE matters ADD COLUMN paused_until TEXT;
ALTER TABLE matters ADD COLUMN pause_why TEXT NOT NULL DEFAULT '';
ALTER TABLE matters ADD COLUMN asks_until TEXT;
