-- When a message was sent: what it says of "today" is read as of that day, also after it was edited on another.
ALTER TABLE handles ADD COLUMN sent_at TEXT NOT NULL DEFAULT '';
