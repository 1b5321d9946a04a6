-- A talk point that is off the list: its printed code goes on working until it is taken away by name.
ALTER TABLE talk_points ADD COLUMN retired BIGINT NOT NULL DEFAULT 0;
