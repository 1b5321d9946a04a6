-- Spreadsheets of the lists, from the look at what they would change until that is done; nothing of them stays after.
CREATE TABLE sheets (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    given_at TEXT NOT NULL,
    taken_at TEXT
);
CREATE INDEX sheets_of_person ON sheets (person_id);

CREATE TABLE sheet_entries (
    sheet_id TEXT NOT NULL REFERENCES sheets (id),
    number BIGINT NOT NULL,
    person_id TEXT NOT NULL,
    entry TEXT NOT NULL, -- JSON
    outcome TEXT NOT NULL, -- '', 'taken', or why it was left out
    PRIMARY KEY (sheet_id, number)
);
CREATE INDEX sheet_entries_of_person ON sheet_entries (person_id);
