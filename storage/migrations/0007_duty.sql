-- Who serves from when until when (days in ISO form, '' for no end), who leads a grid's group, and who is on duty at night.
ALTER TABLE appointments ADD COLUMN from_on TEXT NOT NULL DEFAULT '';
ALTER TABLE appointments ADD COLUMN to_on TEXT NOT NULL DEFAULT '';
ALTER TABLE appointments ADD COLUMN lead BIGINT NOT NULL DEFAULT 0;
ALTER TABLE appointments ADD COLUMN night BIGINT NOT NULL DEFAULT 0;

-- What somebody on the roster takes: how many matters at once (0 for no limit), which kinds only, and which never.
CREATE TABLE abilities (
    person_id TEXT PRIMARY KEY REFERENCES people (id),
    most BIGINT NOT NULL,
    takes TEXT NOT NULL,
    refuses TEXT NOT NULL
);
CREATE TABLE skills (
    skill TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    PRIMARY KEY (skill, person_id)
);
CREATE INDEX skills_of_person ON skills (person_id);

-- What somebody's employer, or she herself, lends: a room, a van, a lawyer's hour.
CREATE TABLE resources (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    unit TEXT NOT NULL,
    what TEXT NOT NULL,
    how_much TEXT NOT NULL,
    free_when TEXT NOT NULL,
    until_on TEXT NOT NULL
);
CREATE INDEX resources_of_person ON resources (person_id);

-- What an area is used for ('homes', 'shops'), and the building that a matter is in.
ALTER TABLE areas ADD COLUMN used_for TEXT NOT NULL DEFAULT 'homes';
ALTER TABLE matters ADD COLUMN building_id TEXT NOT NULL DEFAULT '';

-- Who must not have a matter: it is her own, it is about her, or one of the two sides declined.
CREATE TABLE excluded (
    matter_id TEXT NOT NULL REFERENCES matters (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    why TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (matter_id, person_id)
);
