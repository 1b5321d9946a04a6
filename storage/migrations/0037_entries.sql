-- The answer book: what is asked again and again. Its words are a desk's public ones and stand in the row itself.
CREATE TABLE entries (
    number BIGSERIAL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    area_id TEXT NOT NULL,
    kind TEXT NOT NULL, -- '' for none
    owner_id TEXT NOT NULL, -- '' for the desk of its area
    added_by TEXT NOT NULL, -- '' once forgotten
    question TEXT NOT NULL,
    other_ways TEXT NOT NULL, -- JSON
    answer TEXT NOT NULL,
    source TEXT NOT NULL,
    checked_on TEXT NOT NULL,
    review_on TEXT NOT NULL,
    state TEXT NOT NULL, -- 'proposed', 'live', 'withdrawn'
    from_matter_id TEXT NOT NULL,
    changed_at TEXT NOT NULL
);
CREATE INDEX entries_of_area ON entries (area_id, state, kind);
CREATE INDEX entries_due ON entries (review_on) WHERE state = 'live';
CREATE INDEX entries_of_owner ON entries (owner_id) WHERE owner_id <> '';
CREATE INDEX entries_of_author ON entries (added_by) WHERE added_by <> '';
