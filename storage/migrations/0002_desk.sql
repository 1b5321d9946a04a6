-- Which grids lie under each area, so that what belongs to a desk is one question.
CREATE TABLE area_grids (
    area_id TEXT NOT NULL,
    grid_id TEXT NOT NULL,
    PRIMARY KEY (area_id, grid_id)
);
INSERT INTO area_grids (area_id, grid_id)
WITH RECURSIVE up (area_id, grid_id) AS (
    SELECT id, id FROM areas WHERE kind = 'grid'
    UNION
    SELECT areas.parent_id, up.grid_id FROM up JOIN areas ON areas.id = up.area_id WHERE areas.parent_id <> ''
)
SELECT area_id, grid_id FROM up;

-- Duty at a desk: the weekdays of an appointment ("135", '' for every day), and single days that were swapped.
ALTER TABLE appointments ADD COLUMN days TEXT NOT NULL DEFAULT '';
CREATE TABLE duties (
    area_id TEXT NOT NULL,
    on_date TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    PRIMARY KEY (area_id, on_date)
);

-- How a matter came to its owner, and what a desk counts it under ('' once nobody has to do anything).
ALTER TABLE matters ADD COLUMN came TEXT NOT NULL DEFAULT '';
ALTER TABLE matters ADD COLUMN need TEXT NOT NULL DEFAULT '';
UPDATE matters SET need = CASE
    WHEN state NOT IN ('waiting', 'taken') THEN ''
    WHEN tier = 'danger' THEN 'danger'
    WHEN reopened > 0 THEN 'reopened'
    WHEN state = 'waiting' THEN 'waiting'
    ELSE 'in_hand' END;
CREATE INDEX matters_at_desk ON matters (grid_id, need, next_due_at, id) WHERE need <> '';
CREATE INDEX matters_as_filed ON matters (filed_at, seq);

-- Residents who could not be told something about a matter and are to be told in person.
CREATE TABLE unheard (
    matter_id TEXT PRIMARY KEY REFERENCES matters (id),
    since_at TEXT NOT NULL
);
CREATE INDEX blocked_addresses ON addresses (person_id) WHERE blocked = 1;
