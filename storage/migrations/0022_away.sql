-- After the house was away: who was asked shortly before whether it is all right now.
CREATE INDEX reported_matters ON matters (closed_at, reporter_id) WHERE state = 'reported';

-- What is said to very many people, and up to whom it has come.
CREATE TABLE mailings (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    stage TEXT NOT NULL, -- going, stopped, done
    cursor TEXT NOT NULL,
    reached BIGINT NOT NULL
);
CREATE INDEX mailings_going ON mailings (id) WHERE stage = 'going';
