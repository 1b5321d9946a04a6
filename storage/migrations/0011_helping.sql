-- Co-handling: who was asked to lend a hand with a matter, for what (domain/duty/helping.py), and what came of it.
CREATE TABLE helpers (
    matter_id TEXT NOT NULL REFERENCES matters (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    state TEXT NOT NULL,
    wanted TEXT NOT NULL,
    asked_by TEXT NOT NULL REFERENCES people (id),
    at TEXT NOT NULL,
    PRIMARY KEY (matter_id, person_id)
);
CREATE INDEX helping_now ON helpers (person_id) WHERE state IN ('asked', 'helping');
