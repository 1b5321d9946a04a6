-- Matters in the order in which they became searchable, and the terms by which they are found.
CREATE TABLE search_matters (
    number BIGSERIAL PRIMARY KEY,
    matter_id TEXT NOT NULL UNIQUE,
    terms TSVECTOR NOT NULL DEFAULT ''
);
CREATE INDEX search_terms ON search_matters USING GIN (terms);
