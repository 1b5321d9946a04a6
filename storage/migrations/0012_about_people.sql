-- What she wants done about a complaint about a person ('' for any other matter), and the matter that one is part of.
ALTER TABLE matters ADD COLUMN wish TEXT NOT NULL DEFAULT '';
ALTER TABLE matters ADD COLUMN into_id TEXT NOT NULL DEFAULT '';
