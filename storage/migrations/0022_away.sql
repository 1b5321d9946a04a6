-- After the house was away: who was asked shortly before whether it is all right now.
CREATE INDEX reported_matters ON matters (closed_at, reporter_id) WHERE state = 'reported';
