//! Adding to an archive.

use super::dated::Dated;
use super::digest::{checksum, digest};
use super::open::Archive;
use super::reading::{Passage, Read, Row};
use super::trouble::Trouble;
use crate::record::{Filed, Record, RecordFile};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};

/// A transaction in which files are added. Dropped without [`Writer::commit`], it leaves the archive as it was.
#[derive(Debug)]
pub struct Writer<'a> {
    transaction: Transaction<'a>,
    path: &'a Path,
    /// The number of the next claim.
    next: i64,
    /// The files of the record that have been entered, by their index.
    files: Vec<Option<i64>>,
    /// How many more there are than before.
    more: Counts,
}

/// How many files, passages and claims.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    files: i64,
    passages: i64,
    claims: i64,
}

/// Which of some files an archive has: their names, and digests of their words.
#[derive(Clone, Debug)]
pub struct Known(FxHashMap<String, String>);

impl Known {
    /// Whether there is a file of this name with these very words.
    pub fn has(&self, file: &RecordFile) -> bool {
        let source = file.source();
        self.0.get(source.name()).is_some_and(|known| *known == digest(source.text()))
    }
}

impl Archive {
    /// Which files of these names it has.
    ///
    /// # Errors
    /// It is damaged.
    pub fn known(&self, files: &[PathBuf]) -> Result<Known, Trouble> {
        self.tell(self.digests(files)).map(Known)
    }

    fn digests(&self, files: &[PathBuf]) -> rusqlite::Result<FxHashMap<String, String>> {
        let mut one = self.connection.prepare("SELECT digest FROM files WHERE name = ?1")?;
        let mut known = FxHashMap::default();
        for name in files.iter().map(|file| file.to_string_lossy()) {
            let digest: Option<String> = one.query_row([&name], |row| row.get(0)).optional()?;
            known.extend(digest.map(|digest| (name.into_owned(), digest)));
        }
        Ok(known)
    }

    /// Begins to add some files of a record, in place of those of their names; their claims follow with [`Writer::add`].
    /// Others can read meanwhile what was there before.
    ///
    /// # Errors
    /// Somebody else is writing, there is no room, or the archive is damaged.
    pub fn writer(&self, record: &Record, files: &[usize]) -> Result<Writer<'_>, Trouble> {
        self.tell(self.begin(record, files))
    }

    fn begin(&self, record: &Record, files: &[usize]) -> rusqlite::Result<Writer<'_>> {
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        let next = transaction.query_row("SELECT next FROM counter", [], |row| row.get(0))?;
        let mut writer = Writer {
            transaction,
            path: &self.path,
            next,
            files: vec![None; record.files.len()],
            more: Counts::default(),
        };
        let given = || files.iter().filter_map(|index| record.files.get(*index));
        remove(&writer.transaction, given(), &mut writer.more)?;
        for (index, file) in files.iter().zip(given()) {
            if let Some(slot) = writer.files.get_mut(*index) {
                *slot = Some(enter(&writer.transaction, file)?);
                writer.more.files += 1;
            }
        }
        Ok(writer)
    }

    /// Whether much is to be added: then parts of the index are left to be put together in the end, all at once.
    ///
    /// # Errors
    /// Somebody else is writing.
    pub fn expect_much(&self, much: bool) -> Result<(), Trouble> {
        let (automerge, crisismerge, checkpoint) = if much { (0, 1000, 16_000) } else { (4, 16, 1000) };
        // Pages that are written again and again are copied into the file once in a long while.
        self.tell(self.connection.execute_batch(&format!(
            "INSERT INTO terms (terms, rank) VALUES ('automerge', {automerge});
             INSERT INTO terms (terms, rank) VALUES ('crisismerge', {crisismerge});
             PRAGMA wal_autocheckpoint = {checkpoint};"
        )))
    }

    /// Puts the index in its most compact form, for when much has been added.
    ///
    /// # Errors
    /// Somebody else is writing, or there is no room.
    pub fn optimize(&self) -> Result<(), Trouble> {
        self.tell(self.connection.execute_batch("INSERT INTO terms (terms) VALUES ('optimize');"))?;
        self.expect_much(false)
    }

    /// Leaves all of the archive in one file, for when adding is done.
    ///
    /// # Errors
    /// There is no room.
    pub fn settle(&self) -> Result<(), Trouble> {
        self.tell(self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize;"))
    }
}

impl Writer<'_> {
    /// Adds what was read of the files entered.
    ///
    /// # Errors
    /// There is no room, or the archive is damaged.
    pub fn add(&mut self, read: &[Read]) -> Result<(), Trouble> {
        let added = self.add_all(read);
        self.tell(added)
    }

    fn add_all(&mut self, read: &[Read]) -> rusqlite::Result<()> {
        let mut rows: Vec<(i64, &Row)> = Vec::new();
        for part in read {
            let Some(file) = self.files.get(part.file).copied().flatten() else { continue };
            self.more.passages += part.passages.len() as i64;
            for passage in &part.passages {
                let id = self.add_passage(file, passage)?;
                self.more.claims += passage.claims.len() as i64;
                rows.extend(passage.claims.iter().map(|row| (id, row)));
            }
        }
        // The index takes what ascends many times faster than anything else.
        rows.sort_by_key(|(_, row)| row.day);
        for (passage, row) in rows {
            self.add_claim(Dated::new(row.day, self.next), passage, row)?;
            self.next += 1;
        }
        Ok(())
    }

    fn add_passage(&self, file: i64, passage: &Passage) -> rusqlite::Result<i64> {
        let mut names: Vec<&str> = passage.claims.iter().map(|claim| claim.name.as_str()).collect();
        // What is said in several sentences is one claim under one name.
        names.dedup();
        let before = &passage.before;
        self.transaction
            .prepare_cached(
                "INSERT INTO passages (file, bytes_before, chars_before, lines_before, claims, checksum, text)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .insert(params![
                file,
                before.bytes as i64,
                before.chars as i64,
                before.lines as i64,
                names.join(" "),
                checksum(&passage.text),
                passage.text
            ])
    }

    fn add_claim(&self, dated: Dated, passage: i64, row: &Row) -> rusqlite::Result<()> {
        let (from, to) = row.said.as_ref().map(|(from, to)| (from, to)).unzip();
        self.transaction
            .prepare_cached("INSERT INTO claims VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")?
            .execute(params![
                dated.claim(),
                passage,
                row.name,
                row.speaker,
                row.role,
                row.side,
                row.via,
                from,
                to,
                row.cue,
                row.content,
                row.outline
            ])?;
        self.transaction
            .prepare_cached("INSERT INTO terms (rowid, words) VALUES (?1, ?2)")?
            .execute(params![dated.0, row.terms])?;
        for (target, kind) in &row.links {
            self.transaction
                .prepare_cached("INSERT OR IGNORE INTO links VALUES (?1, ?2, ?3)")?
                .execute(params![target, dated.claim(), kind])?;
        }
        Ok(())
    }

    /// Makes what was added last, all of it at once.
    ///
    /// # Errors
    /// There is no room.
    pub fn commit(self) -> Result<(), Trouble> {
        let path = self.path;
        let counted = self.transaction.execute(
            "UPDATE counter SET next = ?1, files = files + ?2, passages = passages + ?3, claims = claims + ?4",
            [self.next, self.more.files, self.more.passages, self.more.claims],
        );
        self.tell(counted)?;
        self.transaction.commit().map_err(|error| Trouble::of(path, &error))
    }

    fn tell<T>(&self, result: rusqlite::Result<T>) -> Result<T, Trouble> {
        result.map_err(|error| Trouble::of(self.path, &error))
    }
}

fn enter(archive: &Connection, file: &RecordFile) -> rusqlite::Result<i64> {
    let source = file.source();
    let kind = if matches!(file.content, Filed::Journal { .. }) { "journal" } else { "text" };
    archive.execute(
        "INSERT INTO files (name, kind, digest) VALUES (?1, ?2, ?3)",
        params![source.name(), kind, digest(source.text())],
    )?;
    Ok(archive.last_insert_rowid())
}

/// Takes out what there is of the names of some files, all at once: each time that claims are taken out, all are looked
/// through. Their terms stay and lead nowhere, as ids are never given twice.
fn remove<'f>(
    archive: &Connection,
    files: impl Iterator<Item = &'f RecordFile>,
    more: &mut Counts,
) -> rusqlite::Result<()> {
    let mut id_of = archive.prepare_cached("SELECT id FROM files WHERE name = ?1")?;
    let mut old: Vec<String> = Vec::new();
    for file in files {
        let id: Option<i64> = id_of.query_row([file.source().name()], |row| row.get(0)).optional()?;
        old.extend(id.map(|id| id.to_string()));
    }
    if old.is_empty() {
        return Ok(());
    }
    let old = old.join(", ");
    let passages = format!("SELECT id FROM passages WHERE file IN ({old})");
    let own = format!("SELECT id FROM claims WHERE passage IN ({passages})");
    archive.execute(&format!("DELETE FROM links WHERE claim IN ({own})"), [])?;
    more.claims -= archive.execute(&format!("DELETE FROM claims WHERE passage IN ({passages})"), [])? as i64;
    more.passages -= archive.execute(&format!("DELETE FROM passages WHERE file IN ({old})"), [])? as i64;
    more.files -= archive.execute(&format!("DELETE FROM files WHERE id IN ({old})"), [])? as i64;
    Ok(())
}
