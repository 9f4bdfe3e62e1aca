-- Searching: rows that say when, marks beside the words, and the list of every word.
--
-- The search index gives rows in the order of their numbers, one by one, and so without looking at
-- the rest. A number that says when an entry was finished makes that order the newest first, and a
-- search of a large journal as quick as of a small one. A second has sixteen numbers. From here on
-- numbers are given in `search/place.rs`.

DROP TRIGGER words_come;
DROP TRIGGER words_go;
DROP TRIGGER words_change;
DROP TABLE search;
DROP INDEX entry_by_time;

PRAGMA defer_foreign_keys = ON;

-- In the order of the list. Each comes after the one before it, also where many were finished in one
-- moment, and after every number there was, so that no two meet on the way.
CREATE TEMP TABLE place (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
INSERT INTO temp.place (old, new)
SELECT row, nth + max(wanted - nth) OVER (ORDER BY nth ROWS UNBOUNDED PRECEDING)
FROM (
    SELECT row, row_number() OVER (ORDER BY finished_at, id) AS nth,
           max((SELECT max(row) FROM entry) + 1,
               finished_at * 2 / 125 - (finished_at < 0)) AS wanted
    FROM entry
);

-- What an entry is like, as words that nobody can type: each begins with a sign that is no letter
-- (`search/marks.rs` says which is which). The index then finds a rare filter among common words, or
-- a rare pair of common filters, without going through all that fit only one of them.
CREATE VIEW marked (row, marks) AS
SELECT row, (
    SELECT group_concat(char(57344) || mark, ' ') FROM (
        SELECT 'k' || hex(entry.kind) AS mark WHERE entry.kind IS NOT NULL
        UNION ALL SELECT 's' || hex(entry.stage) WHERE entry.stage IS NOT NULL
        UNION ALL SELECT 'l' || hex(entry.length)
        UNION ALL SELECT 'p' || entry.practice
        UNION ALL SELECT 'f' || entry.flagged
        UNION ALL SELECT 'y' || substr(entry.day, 1, 4)
        UNION ALL SELECT 'm' || substr(entry.day, 1, 4) || substr(entry.day, 6, 2)
        UNION ALL SELECT 'c' || EXISTS (SELECT 1 FROM carry WHERE carry.entry = entry.id)
        UNION ALL SELECT 't' || hex(tag) FROM tag WHERE tag.entry = entry.id
        UNION ALL
        SELECT DISTINCT 'h' || hex(heading) FROM answer WHERE answer.entry = entry.id
        UNION ALL
        SELECT DISTINCT 'a' || hex(answer) FROM answer
        WHERE answer.entry = entry.id AND answer IS NOT NULL
        UNION ALL
        SELECT DISTINCT 'h' || hex(heading) || 'a' || hex(answer) || 'z' FROM answer
        WHERE answer.entry = entry.id AND answer IS NOT NULL
    )
)
FROM entry;

CREATE TABLE words_by_time (
    row   INTEGER PRIMARY KEY REFERENCES entry (row) ON DELETE CASCADE,
    words TEXT NOT NULL,
    marks TEXT NOT NULL
) STRICT;
INSERT INTO words_by_time (row, words, marks)
SELECT place.new, words.words, coalesce(marked.marks, '')
FROM words JOIN temp.place ON place.old = words.row JOIN marked ON marked.row = words.row
ORDER BY place.new;
DROP TABLE words;
ALTER TABLE words_by_time RENAME TO words;
UPDATE entry SET row = (SELECT new FROM temp.place WHERE old = entry.row);
DROP TABLE temp.place;

-- With what can be asked of an entry, so that what the marks do not say is read from here.
CREATE INDEX entry_by_time
    ON entry (finished_at DESC, id DESC, day, kind, length, stage, practice, flagged)
    WHERE deleted = 0;

-- A new revision comes before its entry, and so, until that is there, the engine looks whether some
-- entry waits for it. Without these it looks through all of them, each time something is kept.
CREATE INDEX entry_by_head ON entry (head);
CREATE INDEX heard_by_entry ON heard (entry);

-- Beginnings of up to three letters have an index of their own; longer ones are looked up in `term`.
CREATE VIRTUAL TABLE search USING fts5 (
    words,
    marks,
    content = 'words',
    content_rowid = 'row',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
-- So that a piece of the index lies on one page of the file, also of a locked one: half the pages to
-- read, and a damaged one is met as such. What runs over to another page would come as blanks, which
-- the index takes for its end.
INSERT INTO search (search, rank) VALUES ('pgsz', 3900);
-- By relevance, the marks weigh nothing.
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(1.0, 0.0)');
INSERT INTO search (search) VALUES ('rebuild');

CREATE TRIGGER words_come AFTER INSERT ON words BEGIN
    INSERT INTO search (rowid, words, marks) VALUES (new.row, new.words, new.marks);
END;
CREATE TRIGGER words_go AFTER DELETE ON words BEGIN
    INSERT INTO search (search, rowid, words, marks)
    VALUES ('delete', old.row, old.words, old.marks);
END;
CREATE TRIGGER words_change AFTER UPDATE ON words BEGIN
    INSERT INTO search (search, rowid, words, marks)
    VALUES ('delete', old.row, old.words, old.marks);
    INSERT INTO search (rowid, words, marks) VALUES (new.row, new.words, new.marks);
END;

-- Every word of the index once, as the index folds it, and words that have gone since.
CREATE TABLE term (term TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE temp.every_term USING fts5vocab (main, search, row);
INSERT INTO term (term) SELECT term FROM temp.every_term WHERE term NOT LIKE char(57344) || '%';
DROP TABLE temp.every_term;
