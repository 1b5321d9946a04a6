-- Known trouble, and the matters that wait together for its end.
CREATE TABLE troubles (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    area_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES people (id),
    words_id TEXT NOT NULL, -- the desk's newest line
    marked_at TEXT NOT NULL,
    until_at TEXT, -- unknown when empty
    stage TEXT NOT NULL,
    turn BIGINT NOT NULL
);
CREATE INDEX running_troubles ON troubles (marked_at) WHERE stage IN ('running', 'ending');

CREATE TABLE trouble_matters (
    number BIGSERIAL PRIMARY KEY,
    trouble_id TEXT NOT NULL REFERENCES troubles (id),
    matter_id TEXT NOT NULL REFERENCES matters (id),
    told BIGINT NOT NULL, -- the turn of the trouble that this resident heard last
    UNIQUE (trouble_id, matter_id)
);
CREATE INDEX trouble_matters_untold ON trouble_matters (trouble_id, told, number);

ALTER TABLE matters ADD COLUMN trouble_id TEXT NOT NULL DEFAULT '';
CREATE INDEX matters_of_trouble ON matters (trouble_id, state) WHERE trouble_id <> '';
