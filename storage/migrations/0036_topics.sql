-- What somebody does not want to be told of unasked: a topic, or 'all' for everything but danger.
CREATE TABLE unwanted (
    person_id TEXT NOT NULL REFERENCES people (id),
    topic TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (person_id, topic)
);
