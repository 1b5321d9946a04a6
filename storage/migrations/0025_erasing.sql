-- Whom the house is to forget and when, and how far it has come with it.
CREATE TABLE erasures (
    person_id TEXT PRIMARY KEY REFERENCES people (id),
    asked_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    begun_at TEXT,
    done_at TEXT,
    names TEXT NOT NULL, -- to be struck out of what others wrote; with the addresses they go last
    addresses TEXT NOT NULL,
    matter_id TEXT NOT NULL, -- the last of her matters that was seen to
    letter BIGINT NOT NULL, -- the last message that was hers
    looked BIGINT NOT NULL -- up to here the messages were looked through
);
CREATE INDEX contents_of_person ON contents (by_id, number) WHERE text <> '' OR media <> '[]';
CREATE INDEX contents_by_age ON contents (at) WHERE text <> '' OR media <> '[]';
CREATE INDEX work_of_subject ON work (subject);
CREATE INDEX work_given_up ON work (kind) WHERE state = 'dead';
