-- What desks tell the people of an area; words, pictures and files lie in `contents`.
CREATE TABLE notices (
    number BIGSERIAL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    desk_id TEXT NOT NULL, -- the area whose desk tells
    area_id TEXT NOT NULL,
    author_id TEXT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL, -- 'policy', 'manners', 'warmth', 'outage'
    topics TEXT NOT NULL, -- JSON list
    danger INTEGER NOT NULL,
    content_id TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    until_on TEXT NOT NULL,
    mailing_id TEXT NOT NULL REFERENCES mailings (id),
    state TEXT NOT NULL, -- 'out', 'withdrawn'
    withdrawn_at TEXT
);
CREATE INDEX notices_of_area ON notices (area_id, until_on);
CREATE INDEX notices_by_time ON notices (sent_at);

-- What somebody asks under a notice; whoever is forgotten leaves the row without herself and without the words.
CREATE TABLE notice_questions (
    number BIGSERIAL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    notice_id TEXT NOT NULL REFERENCES notices (id),
    person_id TEXT NOT NULL,
    content_id TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    to_id TEXT NOT NULL, -- who has the card of it
    answer_id TEXT NOT NULL, -- '' for none
    answered_at TEXT,
    matter_id TEXT NOT NULL -- '' unless it became a matter
);
CREATE INDEX questions_of_notice ON notice_questions (notice_id);
CREATE INDEX notice_questions_of_person ON notice_questions (person_id) WHERE person_id <> '';
CREATE INDEX notice_questions_by_content ON notice_questions (content_id);

-- How many of a mailing arrived, however long ago its letters were emptied.
CREATE INDEX outbox_of_mailing ON outbox (key, state) WHERE urgency = 3 AND op = 'send' AND key <> '';
