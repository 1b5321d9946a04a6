-- Digests as they were made: once for the areas, the span and its last minute, and never changed.
CREATE TABLE digests (
    id TEXT PRIMARY KEY,
    scope TEXT NOT NULL, -- ids of the areas
    kind TEXT NOT NULL,
    from_at TEXT NOT NULL,
    until_at TEXT NOT NULL,
    numbers TEXT NOT NULL,
    places TEXT NOT NULL, -- what grows with the number of areas and days, apart
    made_at TEXT NOT NULL,
    UNIQUE (scope, kind, from_at, until_at)
);

-- The matters behind each figure, so that a tap computes nothing; they are there before their digest is.
CREATE TABLE digest_figures (
    digest_id TEXT NOT NULL,
    figure TEXT NOT NULL,
    portion INTEGER NOT NULL,
    cases TEXT NOT NULL, -- [side, reason, ids of matters]
    PRIMARY KEY (digest_id, figure, portion)
);

-- What happened since an instant.
CREATE INDEX events_by_instant ON events (at, subject);
