-- What is announced before it begins, and the copies of a notice that were handed out at doors.
ALTER TABLE troubles ADD COLUMN from_at TEXT; -- when what was announced begins; empty for what had begun when marked
ALTER TABLE troubles ADD COLUMN notice_id TEXT NOT NULL DEFAULT '';
CREATE INDEX troubles_not_over ON troubles (marked_at) WHERE stage IN ('planned', 'running', 'ending');
CREATE INDEX troubles_of_notice ON troubles (notice_id) WHERE notice_id <> '';
DROP INDEX running_troubles;

CREATE TABLE notice_copies (
    visit_id TEXT NOT NULL, -- noted a moment before the visit itself
    notice_id TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (visit_id, notice_id)
);
CREATE INDEX copies_of_notice ON notice_copies (notice_id);
