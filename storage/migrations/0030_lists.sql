-- What is needed, what is offered (the roster's resources are the same rows), what was agreed, and what is made of it.
CREATE TABLE projects (
    number BIGSERIAL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    area_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES people (id),
    words_id TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    state TEXT NOT NULL,
    result_id TEXT NOT NULL,
    ended_at TEXT
);
CREATE INDEX projects_of_area ON projects (area_id, state);

CREATE TABLE steps (
    number BIGSERIAL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL REFERENCES projects (id),
    words_id TEXT NOT NULL,
    due_on TEXT NOT NULL,
    done_at TEXT
);
CREATE INDEX steps_of_project ON steps (project_id, due_on);

CREATE TABLE needs (
    number BIGSERIAL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    area_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    heard TEXT NOT NULL, -- 'matter', 'visit', 'meeting', 'direct'
    heard_id TEXT NOT NULL,
    noted_by TEXT NOT NULL REFERENCES people (id),
    noted_at TEXT NOT NULL,
    words_id TEXT NOT NULL,
    state TEXT NOT NULL,
    taken_by TEXT NOT NULL, -- '' for nobody
    until_on TEXT NOT NULL,
    project_id TEXT NOT NULL,
    result_id TEXT NOT NULL,
    ended_at TEXT
);
CREATE INDEX needs_of_area ON needs (area_id, state);
CREATE INDEX needs_heard ON needs (heard, heard_id) WHERE heard_id <> '';
CREATE INDEX needs_of_project ON needs (project_id) WHERE project_id <> '';

-- An offer that somebody was asked for on behalf of a need, and what she said to it.
CREATE TABLE matches (
    need_id TEXT NOT NULL REFERENCES needs (id),
    offer_id TEXT NOT NULL, -- may be off the roster since
    state TEXT NOT NULL, -- 'asked', 'agreed', 'declined'
    asked_by TEXT NOT NULL REFERENCES people (id),
    at TEXT NOT NULL,
    PRIMARY KEY (need_id, offer_id)
);
CREATE INDEX matches_of_offer ON matches (offer_id);

ALTER TABLE resources ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE resources ADD COLUMN lies_in TEXT NOT NULL DEFAULT ''; -- an area; '' where its person serves
ALTER TABLE resources ADD COLUMN noted_by TEXT NOT NULL DEFAULT '';
ALTER TABLE resources ADD COLUMN noted_at TEXT;
ALTER TABLE resources ADD COLUMN state TEXT NOT NULL DEFAULT 'offered';
