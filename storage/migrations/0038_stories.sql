-- Closed matters told without names; a story's words, and what its resident would have otherwise, lie in `contents`.
CREATE TABLE stories (
    number BIGSERIAL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    matter_id TEXT NOT NULL REFERENCES matters (id),
    area_id TEXT NOT NULL, -- of the community that it is told in
    drafted_by TEXT NOT NULL REFERENCES people (id),
    resident_id TEXT NOT NULL REFERENCES people (id),
    member_id TEXT NOT NULL REFERENCES people (id),
    words_id TEXT NOT NULL,
    drafted_at TEXT NOT NULL,
    until_at TEXT NOT NULL, -- until when both are waited for
    photo INTEGER NOT NULL, -- 1: the resident's photograph goes with it
    named INTEGER NOT NULL, -- 1: the member's name stands in it
    state TEXT NOT NULL, -- 'waiting', 'told', 'refused', 'lapsed', 'down'
    resident_agreed TEXT NOT NULL, -- the seal of the words that she said yes to, '' for none
    member_agreed TEXT NOT NULL,
    notice_id TEXT NOT NULL, -- the notice by which it went to everybody, '' for none
    told_at TEXT,
    ended_at TEXT
);
CREATE INDEX stories_of_matter ON stories (matter_id);
CREATE INDEX stories_of_area ON stories (area_id, state);
CREATE INDEX stories_of_resident ON stories (resident_id);
CREATE INDEX stories_of_member ON stories (member_id);

-- What may be told: what ended as its resident wished, the newest first.
CREATE INDEX matters_ended_well ON matters (ended_at) WHERE state = 'ended' AND cause = 'solved' AND word = 'solved';

-- Which members have a story to pass on.
CREATE TABLE story_hearers (
    story_id TEXT NOT NULL REFERENCES stories (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    PRIMARY KEY (story_id, person_id)
);
CREATE INDEX hearers_by_person ON story_hearers (person_id);
