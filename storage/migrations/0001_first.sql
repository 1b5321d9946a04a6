-- Where people and places are.
CREATE TABLE areas (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    parent_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    aliases TEXT NOT NULL,
    polygon TEXT NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    map_order BIGINT NOT NULL
);

CREATE TABLE talk_points (
    code TEXT PRIMARY KEY,
    area_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    list_order BIGINT NOT NULL
);

CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    language TEXT NOT NULL,
    phone TEXT NOT NULL,
    spot_grid TEXT NOT NULL,
    spot_label TEXT NOT NULL,
    welcomed BIGINT NOT NULL
);

CREATE TABLE addresses (
    channel TEXT NOT NULL,
    account TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    blocked BIGINT NOT NULL,
    bound_order BIGINT NOT NULL, -- counts upwards per person: the highest was bound last
    PRIMARY KEY (channel, account)
);
CREATE INDEX addresses_of_person ON addresses (person_id, bound_order);

-- The roster.
CREATE TABLE appointments (
    person_id TEXT NOT NULL REFERENCES people (id),
    area_id TEXT NOT NULL,
    role TEXT NOT NULL,
    rank BIGINT NOT NULL,
    phone TEXT NOT NULL,
    PRIMARY KEY (person_id, area_id, role)
);
CREATE INDEX appointments_of_area ON appointments (area_id, role, rank);

CREATE TABLE absences (
    person_id TEXT NOT NULL REFERENCES people (id),
    from_at TEXT NOT NULL,
    to_at TEXT NOT NULL,
    PRIMARY KEY (person_id, from_at)
);

CREATE TABLE invitations (
    code_hash TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    created_at TEXT NOT NULL,
    used_at TEXT
);

-- What happened, for ever; and the words that belong to it, which can be erased.
CREATE TABLE events (
    subject TEXT NOT NULL,
    seq BIGINT NOT NULL,
    type TEXT NOT NULL,
    at TEXT NOT NULL,
    by_id TEXT NOT NULL,
    facts TEXT NOT NULL,
    content_id TEXT NOT NULL,
    commitment TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (subject, seq)
);

CREATE TABLE contents (
    number BIGSERIAL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    role TEXT NOT NULL,
    by_id TEXT NOT NULL,
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    media TEXT NOT NULL,
    salt TEXT NOT NULL,
    album TEXT NOT NULL,
    handle TEXT NOT NULL
);
CREATE INDEX contents_of_subject ON contents (subject, at, number);
CREATE INDEX contents_by_album ON contents (by_id, album, number) WHERE album <> '';
CREATE INDEX contents_by_handle ON contents (by_id, handle, number) WHERE handle <> '';

-- Matters.
CREATE TABLE matters (
    id TEXT PRIMARY KEY,
    filed_on TEXT NOT NULL,
    seq BIGINT NOT NULL,
    number TEXT NOT NULL, -- as people say it, "1123-07"
    reporter_id TEXT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL,
    tier TEXT NOT NULL,
    grid_id TEXT NOT NULL,
    label TEXT NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    what TEXT NOT NULL,
    state TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    level TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    filed_at TEXT NOT NULL,
    contact_due_at TEXT NOT NULL,
    progress_due_at TEXT NOT NULL,
    result_due_at TEXT NOT NULL,
    next_due_at TEXT NOT NULL, -- the clock that runs out first, by which lists are sorted
    promise_at TEXT NOT NULL,
    anonymous BIGINT NOT NULL,
    on_behalf_of TEXT NOT NULL,
    show_phone BIGINT NOT NULL,
    contacted_at TEXT,
    closed_at TEXT,
    ended_at TEXT,
    nudged_at TEXT,
    cause TEXT,
    word TEXT NOT NULL,
    grade BIGINT NOT NULL,
    reopened BIGINT NOT NULL,
    turn BIGINT NOT NULL,
    UNIQUE (filed_on, seq)
);
CREATE INDEX matters_by_number ON matters (number, filed_on);
CREATE INDEX matters_of_reporter ON matters (reporter_id, filed_at);
CREATE INDEX open_matters_of_owner ON matters (owner_id, next_due_at) WHERE state <> 'ended';
CREATE INDEX open_matters_of_grid ON matters (grid_id, next_due_at) WHERE state <> 'ended';

CREATE TABLE matter_numbers (
    filed_on TEXT PRIMARY KEY,
    newest BIGINT NOT NULL
);

CREATE TABLE asked (
    number BIGSERIAL PRIMARY KEY,
    matter_id TEXT NOT NULL REFERENCES matters (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    UNIQUE (matter_id, person_id)
);
CREATE INDEX asked_of_person ON asked (person_id);

-- What is still to come.
CREATE TABLE schedule (
    number BIGSERIAL PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    slot TEXT NOT NULL,
    due_at TEXT NOT NULL,
    state TEXT NOT NULL, -- waiting, fired, cancelled; rows stay, so that a slot never fires twice
    UNIQUE (kind, subject, slot)
);
CREATE INDEX schedule_due ON schedule (due_at, number) WHERE state = 'waiting';
CREATE INDEX schedule_of_subject ON schedule (subject) WHERE state = 'waiting';

CREATE TABLE dialogs (
    person_id TEXT NOT NULL REFERENCES people (id),
    script TEXT NOT NULL,
    subject TEXT NOT NULL,
    trail TEXT NOT NULL,
    prompt TEXT NOT NULL,
    key TEXT NOT NULL,
    options TEXT NOT NULL,
    draft TEXT NOT NULL,
    front BIGINT NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (person_id, script, subject)
);

-- What came in, and what goes out.
CREATE TABLE seen (
    channel TEXT NOT NULL,
    event_id TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (channel, event_id)
);

CREATE TABLE outbox (
    number BIGSERIAL PRIMARY KEY,
    place BIGINT, -- of the row that this one repeats: it takes its place in the order, and no other repeats it
    channel TEXT NOT NULL,
    account TEXT NOT NULL,
    op TEXT NOT NULL,
    urgency BIGINT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL, -- queued, sending, sent, unknown, dead, cancelled
    attempts BIGINT NOT NULL,
    maybe_repeat BIGINT NOT NULL,
    holds BIGINT NOT NULL, -- a retry that lets nothing pass to its address before its time
    due_at TEXT NOT NULL, -- '' means at once, whatever the clock says
    not_after_at TEXT,
    put_at TEXT NOT NULL,
    done_at TEXT,
    reason TEXT NOT NULL,
    UNIQUE (place)
);
CREATE INDEX outbox_queue ON outbox (urgency, due_at, number, channel, account, key, place) WHERE state = 'queued';
CREATE INDEX outbox_queue_of_address ON outbox (channel, account, number, place, urgency, holds, due_at, key) WHERE state = 'queued';
CREATE INDEX outbox_queue_of_key ON outbox (channel, account, key, number) WHERE state = 'queued' AND key <> '';
CREATE INDEX outbox_late ON outbox (not_after_at) WHERE state = 'queued' AND not_after_at IS NOT NULL;
CREATE INDEX outbox_sending ON outbox (channel, account) WHERE state = 'sending';
CREATE INDEX outbox_lost ON outbox (state) WHERE state IN ('unknown', 'dead');
CREATE INDEX outbox_done ON outbox (done_at) WHERE body <> '' AND done_at IS NOT NULL;

CREATE TABLE outbox_once (
    channel TEXT NOT NULL,
    account TEXT NOT NULL,
    dedupe TEXT NOT NULL,
    PRIMARY KEY (channel, account, dedupe)
);

CREATE TABLE handles (
    number BIGSERIAL PRIMARY KEY,
    channel TEXT NOT NULL,
    account TEXT NOT NULL,
    handle TEXT NOT NULL,
    key TEXT NOT NULL,
    about TEXT NOT NULL,
    UNIQUE (channel, account, handle)
);
CREATE INDEX handles_by_key ON handles (channel, account, key, number) WHERE key <> '';

-- Work outside of transactions, inbounds that nobody could understand, and small facts by name.
CREATE TABLE work (
    number BIGSERIAL PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    args TEXT NOT NULL,
    state TEXT NOT NULL, -- queued, working, done, dead
    attempts BIGINT NOT NULL,
    due_at TEXT NOT NULL,
    put_at TEXT NOT NULL,
    done_at TEXT,
    reason TEXT NOT NULL
);
CREATE INDEX work_queue ON work (due_at, number) WHERE state = 'queued';
CREATE INDEX work_in_hand ON work (number) WHERE state = 'working';

CREATE TABLE quarantine (
    reference TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    event_id TEXT NOT NULL,
    raw TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL
);

CREATE TABLE notes (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
