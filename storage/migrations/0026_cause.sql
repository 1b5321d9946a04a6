-- What set a message or a piece of work going: the update, the row of the schedule or the job, by its short name.
ALTER TABLE outbox ADD COLUMN cause TEXT NOT NULL DEFAULT '';
ALTER TABLE work ADD COLUMN cause TEXT NOT NULL DEFAULT '';
