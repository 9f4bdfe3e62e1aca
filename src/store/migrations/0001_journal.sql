-- The first shape of a journal.
--
-- What was written is in `revision`, and is never changed. `entry`, `answer` and `words` repeat
-- the newest revision in a form that can be listed, counted and searched; they can be made anew
-- from it. Times are UTC milliseconds with the offset of the place, in seconds beside them.

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which machine wrote a revision, so that two journals can be merged.
INSERT INTO setting VALUES ('device', lower(hex(randomblob(16))));

CREATE TABLE entry (
    row             INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,
    head            TEXT NOT NULL REFERENCES revision (rev) DEFERRABLE INITIALLY DEFERRED,
    deleted         INTEGER NOT NULL,
    finished_at     INTEGER NOT NULL,
    finished_offset INTEGER NOT NULL,
    day             TEXT NOT NULL,
    kind            TEXT,
    length          TEXT NOT NULL,
    practice        INTEGER NOT NULL,
    first_words     TEXT NOT NULL
) STRICT;

CREATE INDEX entry_by_time ON entry (finished_at DESC, id DESC) WHERE deleted = 0;

CREATE TABLE revision (
    row        INTEGER PRIMARY KEY,
    rev        TEXT NOT NULL UNIQUE,
    entry      TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    parent     TEXT,
    device     TEXT NOT NULL,
    at         INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    deleted    INTEGER NOT NULL,
    body       TEXT NOT NULL,
    digest     BLOB NOT NULL
) STRICT;

CREATE INDEX revision_by_entry ON revision (entry);

CREATE TRIGGER revision_stays BEFORE UPDATE ON revision BEGIN
    SELECT raise(ABORT, 'a revision is never changed');
END;

-- Not what was answered word for word (the revision has that), but what can be counted.
CREATE TABLE answer (
    entry    TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    place    INTEGER NOT NULL,
    heading  TEXT NOT NULL,
    item     TEXT NOT NULL,
    answer   TEXT,
    month    TEXT NOT NULL,
    day      TEXT NOT NULL,
    practice INTEGER NOT NULL,
    PRIMARY KEY (entry, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_by_heading ON answer (heading, month, answer);
CREATE INDEX answer_by_item ON answer (item, heading, day) WHERE practice = 0;

-- `row` is the entry's, and said outright: rows that are only implied may be renumbered.
CREATE TABLE words (
    row   INTEGER PRIMARY KEY REFERENCES entry (row) ON DELETE CASCADE,
    words TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
    words,
    content = 'words',
    content_rowid = 'row',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER words_come AFTER INSERT ON words BEGIN
    INSERT INTO search (rowid, words) VALUES (new.row, new.words);
END;
CREATE TRIGGER words_go AFTER DELETE ON words BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', old.row, old.words);
END;
CREATE TRIGGER words_change AFTER UPDATE ON words BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', old.row, old.words);
    INSERT INTO search (rowid, words) VALUES (new.row, new.words);
END;

-- One row a field, so that a key in one note writes one small row.
CREATE TABLE draft (
    subject    TEXT NOT NULL,
    field      TEXT NOT NULL,
    words      TEXT NOT NULL,
    revision   INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    PRIMARY KEY (subject, field)
) STRICT, WITHOUT ROWID;

-- An intention, by the entry that made it. Where it stands is not kept: it follows from `heard`.
CREATE TABLE carry (
    entry       TEXT PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    words       TEXT NOT NULL,
    made        INTEGER NOT NULL,
    made_offset INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX carry_by_time ON carry (made DESC, entry DESC);

-- What each later walk said about an intention; `answer` is empty when it was left blank.
CREATE TABLE heard (
    carry  TEXT NOT NULL,
    entry  TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    answer TEXT,
    line   TEXT NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (carry, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE waiting (
    entry  TEXT PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    who    TEXT NOT NULL,
    day    TEXT NOT NULL,
    asked  INTEGER NOT NULL,
    answer TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE card (
    line  TEXT PRIMARY KEY,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
