-- By which terms an entry of the answer book is found; only those that count have any.
CREATE TABLE entry_terms (
    term TEXT NOT NULL,
    area_id TEXT NOT NULL,
    entry BIGINT NOT NULL, -- its number
    weight DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (term, area_id, entry, weight)
);
CREATE INDEX terms_of_entry ON entry_terms (entry);
CREATE INDEX entries_out_of_matter ON entries (from_matter_id) WHERE from_matter_id <> '';
