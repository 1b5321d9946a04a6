-- Me too: the matter whose end another household's waits for, and what that household has heard of it.
ALTER TABLE matters ADD COLUMN lead_id TEXT NOT NULL DEFAULT '';
CREATE INDEX matters_of_lead ON matters (lead_id, state) WHERE lead_id <> '';
CREATE INDEX matters_alike ON matters (grid_id, kind, filed_at) WHERE need <> '';
CREATE TABLE supporters (
    matter_id TEXT PRIMARY KEY REFERENCES matters (id),
    lead_id TEXT NOT NULL REFERENCES matters (id),
    told BIGINT NOT NULL -- the event of the lead that this household heard last
);
CREATE INDEX supporters_untold ON supporters (lead_id, told);

-- Whether neighbours may see her photograph.
ALTER TABLE matters ADD COLUMN photo_shown BIGINT NOT NULL DEFAULT 0;
