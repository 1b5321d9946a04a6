-- Whom a desk does not listen to for some days, by a matter that was none: known to the house, never by name to the desk.
CREATE TABLE mutes (
    person_id TEXT PRIMARY KEY REFERENCES people (id),
    matter_id TEXT NOT NULL REFERENCES matters (id),
    reason_id TEXT NOT NULL,
    until_at TEXT NOT NULL
);
