-- What desks have asked the people of an area; question and answers offered lie in `contents`, a line each.
CREATE TABLE questions (
    number BIGSERIAL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    desk_id TEXT NOT NULL, -- the area whose desk asks
    area_id TEXT NOT NULL,
    asked_by TEXT NOT NULL REFERENCES people (id),
    words_id TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    until_on TEXT NOT NULL,
    mailing_id TEXT NOT NULL REFERENCES mailings (id),
    state TEXT NOT NULL, -- 'open', 'ended', 'over'
    ended_at TEXT,
    early INTEGER NOT NULL, -- 1: ended by hand before its last day was over
    outcome_id TEXT NOT NULL
);
CREATE INDEX questions_of_desk ON questions (desk_id, asked_at);
CREATE INDEX questions_of_area ON questions (area_id);

-- What one person answered; whoever is forgotten leaves the row without herself and without her words.
CREATE TABLE question_answers (
    number BIGSERIAL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    question_id TEXT NOT NULL REFERENCES questions (id),
    person_id TEXT NOT NULL,
    choice INTEGER NOT NULL, -- from 1; 0 for words alone
    words_id TEXT NOT NULL, -- '' for none
    at TEXT NOT NULL
);
CREATE UNIQUE INDEX answers_of_question ON question_answers (question_id, person_id) WHERE person_id <> '';
CREATE INDEX answers_of_person ON question_answers (person_id) WHERE person_id <> '';

-- What stands last in somebody's chat.
CREATE INDEX handles_newest ON handles (channel, account, number);

-- Whom a question to a grid goes to.
CREATE INDEX people_of_grid ON people (spot_grid, id) WHERE spot_grid <> '';
