-- The archive of sayso, version 5. Any program that reads SQLite with FTS5 can read it.

-- A file that was added: its name as given, and a digest by which it is known again.
CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('journal', 'text')),
    digest TEXT NOT NULL
);

-- What is read by itself: an entry of a journal, or the whole of any other text, word for word, and what stands
-- before it in its file. The passages of a file have consecutive ids, in its order; `claims` lists the names of theirs.
-- The checksum is that of the text (FNV-1a, 64 bits), by which damage is noticed.
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES files (id),
    bytes_before INTEGER NOT NULL,
    chars_before INTEGER NOT NULL,
    lines_before INTEGER NOT NULL,
    claims TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX passages_by_file ON passages (file);

-- Claims as they were understood, numbered as they were added. The outline is JSON: what of the claim tells without its
-- words whether it can matter to another; values that are usual are left out of it.
CREATE TABLE claims (
    id INTEGER PRIMARY KEY,
    passage INTEGER NOT NULL REFERENCES passages (id),
    name TEXT NOT NULL,
    speaker TEXT NOT NULL,
    role TEXT,
    side TEXT,
    via TEXT,
    said_from TEXT,
    said_to TEXT,
    cue TEXT NOT NULL,
    content TEXT NOT NULL,
    outline TEXT NOT NULL
);

-- The running number of the next claim (none is given twice, also when claims are taken out), and how many files, passages
-- and claims there are.
CREATE TABLE counter (
    next INTEGER NOT NULL,
    files INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    claims INTEGER NOT NULL
);
INSERT INTO counter VALUES (0, 0, 0, 0);

-- Which claim turns down or puts right which: `target` is the name of the other.
CREATE TABLE links (
    target TEXT NOT NULL,
    claim INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (target, claim)
) WITHOUT ROWID;
CREATE INDEX links_by_claim ON links (claim);

-- By what claims are found, in the order of time: the rowid is the day it was said (counted from 1 January of the year 1; 0
-- where it is not known) times 2^32, and the id of the claim (`claims.id = terms.rowid & 4294967295`). Words stand as they are and in their base form; the rest
-- has a prefix: `i:` the name of the claim, `n:` the last and the whole name of those it came from and through, `f:` the
-- last and the whole name of a person who is given with more than a last name, `t:` a topic, `l:` the verb of saying, `p:predicate:participant`, `o:speaker:predicate:participant`, `b:` its subject, `c:` what
-- a figure counts, `q:speaker:word:word` two words side by side in quotation marks, `w:word:word:word:word` some of the
-- runs of four words there (chosen so that six words in a row hold one), `a:second` words at second hand, `a:claim` any claim. Spaces inside
-- become `_`.
CREATE VIRTUAL TABLE terms USING fts5(
    words,
    content = '',
    columnsize = 0,
    detail = none,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'"
);
