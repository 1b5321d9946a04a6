-- Visits and what came of them, the venues that are called at, the slips by which residents claim their matters.
CREATE TABLE venues (
    number BIGSERIAL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    area_id TEXT NOT NULL,
    name TEXT NOT NULL,
    sort TEXT NOT NULL, -- 'shop', 'office', 'school'
    label TEXT NOT NULL,
    added_by TEXT NOT NULL REFERENCES people (id),
    added_at TEXT NOT NULL,
    closed_at TEXT,
    visited_at TEXT -- the newest visit that was not taken back
);
CREATE INDEX venues_of_area ON venues (area_id, visited_at);

CREATE TABLE visits (
    number BIGSERIAL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    area_id TEXT NOT NULL,
    sort TEXT NOT NULL, -- 'home' or a venue's
    label TEXT NOT NULL,
    venue_id TEXT NOT NULL, -- '' for a home
    by_id TEXT NOT NULL REFERENCES people (id),
    at TEXT NOT NULL,
    words_id TEXT NOT NULL,
    flyers INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL
);
CREATE INDEX visits_of_area ON visits (area_id, at);
CREATE INDEX visits_of_person ON visits (by_id, number);
CREATE INDEX visits_of_venue ON visits (venue_id, at) WHERE venue_id <> '';

CREATE TABLE outcomes (
    visit_id TEXT NOT NULL REFERENCES visits (id),
    outcome TEXT NOT NULL, -- 'matter', 'thanks'
    of_id TEXT NOT NULL, -- the matter's id
    PRIMARY KEY (visit_id, outcome, of_id)
);
CREATE INDEX outcomes_of ON outcomes (of_id) WHERE of_id <> '';

CREATE TABLE slips (
    code_hash TEXT PRIMARY KEY,
    matter_id TEXT NOT NULL REFERENCES matters (id),
    by_id TEXT NOT NULL REFERENCES people (id),
    made_at TEXT NOT NULL,
    claimed_by TEXT NOT NULL
);
CREATE INDEX slips_of_matter ON slips (matter_id);
