-- Matters in the order in which they became searchable, and the terms by which they are found.
CREATE TABLE search_matters (
    number BIGSERIAL PRIMARY KEY,
    matter_id TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE search_terms USING fts5 (terms, tokenize = "unicode61 remove_diacritics 0");
