-- What stands beside the entries, and what of an entry can be asked for.
--
-- What a look back asks for again and again is repeated beside each entry, so that a page of it is
-- read from an index and never by going through the journal. All of it can be made anew from the
-- heads. A head that is damaged leaves its columns blank: it must not keep the rest from coming over.

ALTER TABLE entry ADD COLUMN stage        TEXT;
ALTER TABLE entry ADD COLUMN flagged      INTEGER NOT NULL DEFAULT 0;
-- Whether it was brought to an hour of supervision that was taken.
ALTER TABLE entry ADD COLUMN taken        INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN has_answers  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN has_moment   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN has_stand_by INTEGER NOT NULL DEFAULT 0;

-- When its entry was finished, so that the answers of one kind come newest first.
ALTER TABLE answer ADD COLUMN finished_at INTEGER NOT NULL DEFAULT 0;

-- Labels of the worker's own, as they were typed.
CREATE TABLE tag (
    entry    TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    tag      TEXT NOT NULL,
    practice INTEGER NOT NULL,
    PRIMARY KEY (tag, entry)
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_by_entry ON tag (entry);
CREATE INDEX tag_in_use ON tag (tag) WHERE practice = 0;

UPDATE entry SET
    stage        = json_extract(head.body, '$.stage'),
    flagged      = coalesce(json_extract(head.body, '$.supervision.bring') = 1, 0),
    has_moment   = coalesce(json_extract(head.body, '$.moment') <> '', 0),
    has_stand_by = coalesce(json_extract(head.body, '$.stand_by') <> '', 0)
FROM (SELECT rev, CASE WHEN json_valid(body) THEN body ELSE '{}' END AS body FROM revision) AS head
WHERE head.rev = entry.head AND entry.deleted = 0;

UPDATE entry SET has_answers = 1
WHERE deleted = 0 AND EXISTS (SELECT 1 FROM answer WHERE answer.entry = entry.id);

UPDATE answer SET finished_at =
    coalesce((SELECT entry.finished_at FROM entry WHERE entry.id = answer.entry), 0);

INSERT OR IGNORE INTO tag (entry, tag, practice)
SELECT entry.id, tags.value, entry.practice
FROM entry
    JOIN revision ON revision.rev = entry.head
    JOIN json_each(CASE WHEN json_valid(revision.body) THEN revision.body ELSE '{}' END, '$.tags')
        AS tags
WHERE entry.deleted = 0 AND tags.type = 'text' AND tags.value <> '';

CREATE INDEX entry_by_day ON entry (day, practice) WHERE deleted = 0;
CREATE INDEX entry_with_answers ON entry (finished_at DESC, id DESC)
    WHERE deleted = 0 AND practice = 0 AND has_answers = 1;
CREATE INDEX entry_with_moment ON entry (finished_at DESC, id DESC)
    WHERE deleted = 0 AND practice = 0 AND has_moment = 1;
CREATE INDEX entry_with_stand_by ON entry (finished_at DESC, id DESC)
    WHERE deleted = 0 AND practice = 0 AND has_stand_by = 1;
CREATE INDEX entry_near_an_end ON entry (finished_at DESC, id DESC)
    WHERE deleted = 0 AND practice = 0 AND stage IN ('near_the_end', 'last');
CREATE INDEX entry_to_bring ON entry (finished_at DESC, id DESC)
    WHERE deleted = 0 AND practice = 0 AND flagged = 1 AND taken = 0;

-- By month was never asked for: weeks are, too, and a week may lie in two months.
DROP INDEX answer_by_heading;
CREATE INDEX answer_by_day ON answer (day, heading, item, answer, finished_at)
    WHERE practice = 0;
CREATE INDEX answer_by_sign ON answer (item, heading, answer, finished_at DESC, entry DESC)
    WHERE practice = 0;

-- What was said about an intention in the room itself, and not on a walk. These words are in no
-- revision, so they have a digest of their own. They are about the entry that made the intention,
-- and stay when the intention is taken out of it.
CREATE TABLE said (
    id         TEXT NOT NULL PRIMARY KEY,
    carry      TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    answer     TEXT,
    line       TEXT NOT NULL,
    at         INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    digest     BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX said_by_carry ON said (carry, at, id);

-- Hours of supervision, the page on keeping well, searches that were kept: each as JSON.
CREATE TABLE shelf (
    row        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL,
    at         INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    body       TEXT NOT NULL,
    digest     BLOB NOT NULL
) STRICT;

CREATE INDEX shelf_by_kind ON shelf (kind, name);

-- Which entries were brought to an hour, so that this can be asked of an entry.
CREATE TABLE brought (
    entry   TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    meeting TEXT NOT NULL REFERENCES shelf (id) ON DELETE CASCADE,
    taken   INTEGER NOT NULL,
    PRIMARY KEY (entry, meeting)
) STRICT, WITHOUT ROWID;

CREATE INDEX brought_by_meeting ON brought (meeting);

-- Whether an intention is still held. It follows from what was said about it, and is repeated here so
-- that a new walk finds the newest one that is without going through all that were ever made.
ALTER TABLE carry ADD COLUMN held INTEGER NOT NULL DEFAULT 1;

WITH told AS (
    SELECT heard.* FROM heard JOIN entry ON entry.id = heard.entry
    WHERE entry.deleted = 0 AND entry.practice = 0
)
UPDATE carry SET held = 0
WHERE (SELECT answer FROM told WHERE told.carry = carry.entry AND answer IS NOT NULL
       ORDER BY at DESC, told.entry DESC LIMIT 1) IN ('tried_it', 'let_it_rest')
   OR (SELECT count(*) FROM told
       WHERE told.carry = carry.entry AND answer IS NULL AND line = '' AND NOT EXISTS (
           SELECT 1 FROM told AS later
           WHERE later.carry = told.carry AND (later.at, later.entry) > (told.at, told.entry)
             AND (later.answer IS NOT NULL OR later.line <> '')
       )) >= 3;

CREATE INDEX carry_held ON carry (made DESC, entry DESC) WHERE held = 1;
