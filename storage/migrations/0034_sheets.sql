-- Spreadsheets of the lists, from the look at what they would change until that is done; nothing of them stays after.
CREATE TABLE sheets (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    given_at TEXT NOT NULL,
    taken_at TEXT,
    entries TEXT NOT NULL -- JSON
);
CREATE INDEX sheets_of_person ON sheets (person_id);

-- What became of an entry, by its place among them.
CREATE TABLE sheet_outcomes (
    sheet_id TEXT NOT NULL REFERENCES sheets (id),
    number BIGINT NOT NULL,
    person_id TEXT NOT NULL, -- whose sheet it is
    outcome TEXT NOT NULL, -- 'taken', or why it was left out
    PRIMARY KEY (sheet_id, number)
);
CREATE INDEX sheet_outcomes_of_person ON sheet_outcomes (person_id);
