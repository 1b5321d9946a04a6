-- Why its owner was chosen, where it is not simply the first in order (domain/duty/choosing.py).
ALTER TABLE matters ADD COLUMN because TEXT NOT NULL DEFAULT '';

-- Who has how much in hand, what looks unowned, and who helped in a building before.
CREATE INDEX in_hand_of_owner ON matters (owner_id) WHERE state IN ('waiting', 'taken');
CREATE INDEX own_in_hand ON matters (id) WHERE reporter_id = owner_id AND state IN ('waiting', 'taken');
CREATE INDEX waiting_matters ON matters (id, owner_id) WHERE state = 'waiting';
CREATE INDEX solved_in_building ON matters (building_id, owner_id, ended_at)
    WHERE word = 'solved' AND building_id <> '';
CREATE INDEX services_that_end ON appointments (to_on) WHERE to_on <> '';
