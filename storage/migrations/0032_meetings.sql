-- Meetings: who was invited and came, what was to be spoken of, where it led, what was agreed and whether it was kept.
CREATE TABLE meetings (
    number BIGSERIAL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    area_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    convener_id TEXT NOT NULL REFERENCES people (id),
    place_id TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    called_at TEXT NOT NULL,
    state TEXT NOT NULL, -- 'called', 'held', 'cancelled'
    news BIGINT NOT NULL, -- how often it was moved or cancelled
    came BIGINT NOT NULL, -- how many
    came_id TEXT NOT NULL
);
CREATE INDEX meetings_of_area ON meetings (area_id, state, starts_at);
CREATE INDEX meetings_of_convener ON meetings (convener_id, starts_at);

CREATE TABLE guests (
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    answer TEXT NOT NULL, -- '', 'comes', 'declines', 'maybe'
    answered_at TEXT,
    told BIGINT, -- the newest of the meeting's news that she was sent; -1 for who came without having been invited
    came BIGINT NOT NULL,
    PRIMARY KEY (meeting_id, person_id)
);
CREATE INDEX guests_of_person ON guests (person_id);

CREATE TABLE agenda (
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    n BIGINT NOT NULL,
    need_id TEXT NOT NULL, -- one of the three
    matter_id TEXT NOT NULL,
    words_id TEXT NOT NULL,
    PRIMARY KEY (meeting_id, n)
);

CREATE TABLE stops (
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    n BIGINT NOT NULL,
    words_id TEXT NOT NULL,
    finding_id TEXT NOT NULL,
    PRIMARY KEY (meeting_id, n)
);

CREATE TABLE resolutions (
    number BIGSERIAL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    words_id TEXT NOT NULL,
    becomes TEXT NOT NULL, -- 'matter', 'need', 'task', 'noted'
    became_id TEXT NOT NULL,
    owner_id TEXT NOT NULL, -- '' for nobody
    due_on TEXT NOT NULL,
    done_at TEXT
);
CREATE INDEX resolutions_of_meeting ON resolutions (meeting_id);

-- What those who came said a month later.
CREATE TABLE verdicts (
    resolution_id TEXT NOT NULL REFERENCES resolutions (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    kept TEXT NOT NULL, -- 'yes', 'not_yet'
    at TEXT NOT NULL,
    PRIMARY KEY (resolution_id, person_id)
);
CREATE INDEX verdicts_of_person ON verdicts (person_id);
