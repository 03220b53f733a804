//! The look-ups themselves, and the passages of what they find.

use super::dated::Dated;
use super::digest::checksum;
use super::draft::{Lookup, Quotation};
use super::open::Archive;
use super::term::quoted;
use super::trouble::{Trouble, damage};
use crate::check::NEAREST;
use crate::record::{Excerpt, Record};
use crate::text::{Before, FileId, Source};
use rusqlite::{OptionalExtension, Row};
use std::collections::{BTreeMap, BTreeSet};

/// Claims with two words of a quotation side by side that are looked at; more have words that tell little.
const WITH_PAIR: usize = 200;

/// Claims that share most with a quotation and are read.
const MOST_ALIKE: usize = 20;

impl Archive {
    /// All that the archive holds, as a record.
    ///
    /// # Errors
    /// The archive is damaged.
    pub fn whole(&self, first: FileId) -> Result<Record, Trouble> {
        let sql = format!("{EXCERPT} ORDER BY passages.id");
        let excerpts =
            self.connection.prepare(&sql).and_then(|mut all| all.query_map([], excerpt)?.collect());
        self.tell(excerpts).map(|excerpts| Record::of_excerpts(in_order(excerpts), first))
    }

    /// The claims whose names begin with one of `names`, with their passages.
    ///
    /// # Errors
    /// The archive is damaged.
    pub fn named(&self, names: &[&str], first: FileId) -> Result<Record, Trouble> {
        let names: Vec<String> = names.iter().map(|name| format!("{}*", quoted(&["i:", name]))).collect();
        self.matched(&names.join(" OR "), NEAREST, first)
    }

    /// The passages of claims that have all of `words`, the latest first; at the most so many.
    ///
    /// # Errors
    /// The archive is damaged.
    pub fn with_words(&self, words: &[String], most: usize, first: FileId) -> Result<Record, Trouble> {
        let terms: Vec<String> = words.iter().map(|word| quoted(&[word])).collect();
        self.matched(&terms.join(" AND "), most, first)
    }

    fn matched(&self, terms: &str, most: usize, first: FileId) -> Result<Record, Trouble> {
        let found = self.matching(terms, "DESC", 0..i64::MAX, most);
        let passages = found.and_then(|found| {
            let places =
                found.into_iter().map(|dated| self.place(dated.claim())).collect::<Result<Vec<_>, _>>()?;
            Ok(places.into_iter().flatten().map(|(passage, _)| passage).collect())
        });
        let passages: BTreeSet<i64> = self.tell(passages)?;
        self.tell(self.excerpts(&passages)).map(|excerpts| Record::of_excerpts(excerpts, first))
    }

    /// As many claims on either side of the day as `check` weighs, the nearest of each side first.
    pub(super) fn nearest(&self, lookup: &Lookup) -> rusqlite::Result<Vec<Dated>> {
        let day = Dated::begin(lookup.day).0;
        let mut found = self.matching(&lookup.terms, "ASC", day..i64::MAX, NEAREST)?;
        found.extend(self.matching(&lookup.terms, "DESC", 0..day, NEAREST)?);
        Ok(found)
    }

    /// The claims with some terms, in the order of time; those that were taken out do not count, though their terms stay.
    pub(super) fn matching(
        &self,
        terms: &str,
        order: &str,
        times: std::ops::Range<i64>,
        most: usize,
    ) -> rusqlite::Result<Vec<Dated>> {
        let sql = format!(
            "SELECT rowid FROM terms WHERE terms MATCH ?1 AND rowid >= ?2 AND rowid < ?3
             AND ((SELECT next = claims FROM counter)
                  OR EXISTS (SELECT 1 FROM claims WHERE id = terms.rowid & 4294967295))
             ORDER BY rowid {order} LIMIT {most}"
        );
        let mut found = self.connection.prepare_cached(&sql)?;
        found.query_map((terms, times.start, times.end), |row| row.get(0).map(Dated))?.collect()
    }

    /// The claims of the speaker that share most pairs of words.
    pub(super) fn most_alike(&self, quotation: &Quotation) -> rusqlite::Result<Vec<Dated>> {
        let mut shared: BTreeMap<Dated, usize> = BTreeMap::new();
        for pair in &quotation.pairs {
            for claim in self.matching(pair, "DESC", 0..i64::MAX, WITH_PAIR)? {
                *shared.entry(claim).or_default() += 1;
            }
        }
        let mut alike: Vec<(usize, Dated)> =
            shared.into_iter().map(|(claim, pairs)| (pairs, claim)).collect();
        alike.sort_unstable_by(|one, other| other.cmp(one));
        Ok(alike.into_iter().take(MOST_ALIKE).map(|(_, claim)| claim).collect())
    }

    /// A claim of each of two people of a last name, if there are so many: then the name alone means neither.
    pub(super) fn namesakes(&self, last_name: &str) -> rusqlite::Result<Vec<Dated>> {
        let mut one = self.connection.prepare_cached(
            "SELECT terms.rowid, claims.speaker FROM terms JOIN claims ON claims.id = terms.rowid & 4294967295
             WHERE terms MATCH ?1 LIMIT 1",
        )?;
        let mut found = Vec::new();
        let mut terms = quoted(&["f:", last_name]);
        for _ in 0..2 {
            let next = one
                .query_row([&terms], |row| Ok((Dated(row.get(0)?), row.get::<_, String>(1)?)))
                .optional()?;
            let Some((claim, name)) = next else { break };
            found.push(claim);
            terms = format!("{terms} NOT {}", quoted(&["f:", &name]));
        }
        Ok(found)
    }

    /// The passage that a claim stands in, and the name of the claim; `None` where it was taken out, as terms are not.
    pub(super) fn place(&self, claim: i64) -> rusqlite::Result<Option<(i64, String)>> {
        let mut place = self.connection.prepare_cached("SELECT passage, name FROM claims WHERE id = ?1")?;
        place.query_row([claim], |row| Ok((row.get(0)?, row.get(1)?))).optional()
    }

    /// The claims that turn down or put right what a claim of some name says, and those that it turns down.
    pub(super) fn linked(&self, claim: i64, name: &str) -> rusqlite::Result<Vec<i64>> {
        let mut by = self.connection.prepare_cached("SELECT claim FROM links WHERE target = ?1")?;
        let mut of = self.connection.prepare_cached("SELECT target FROM links WHERE claim = ?1")?;
        let mut linked: Vec<i64> = by.query_map([name], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let targets: Vec<String> = of.query_map([claim], |row| row.get(0))?.collect::<Result<_, _>>()?;
        for target in targets {
            let named = self.matching(&quoted(&["i:", &target]), "ASC", 0..i64::MAX, NEAREST)?;
            linked.extend(named.into_iter().map(Dated::claim));
        }
        Ok(linked)
    }

    pub(super) fn excerpts(&self, passages: &BTreeSet<i64>) -> rusqlite::Result<Vec<Excerpt>> {
        let mut one = self.connection.prepare_cached(&format!("{EXCERPT} WHERE passages.id = ?1"))?;
        let mut excerpts = Vec::new();
        for passage in passages {
            let found = one.query_row([passage], excerpt).optional()?;
            excerpts.push(found.ok_or_else(|| damage(format!("passage {passage} is missing")))?);
        }
        Ok(in_order(excerpts))
    }
}

/// In the order of a folder: by the names of files, then as they stand there.
fn in_order(mut excerpts: Vec<Excerpt>) -> Vec<Excerpt> {
    excerpts.sort_by(|one, other| one.source.name().cmp(other.source.name()));
    excerpts
}

pub(super) const EXCERPT: &str = "SELECT name, kind, passages.claims, bytes_before, chars_before, lines_before, text, checksum, passages.id
    FROM passages JOIN files ON files.id = passages.file";

pub(super) fn excerpt(row: &Row) -> rusqlite::Result<Excerpt> {
    let count = |column| row.get::<_, i64>(column).map(|count| usize::try_from(count).unwrap_or_default());
    let before = Before { bytes: count(3)?, chars: count(4)?, lines: count(5)? };
    let (name, text): (String, String) = (row.get(0)?, row.get(6)?);
    if checksum(&text) != row.get::<_, i64>(7)? {
        return Err(damage(format!("passage {} of {name} is not as it was added", row.get::<_, i64>(8)?)));
    }
    let source = Source::new(name, text).excerpt_after(before);
    let is_journal = row.get_ref(1)?.as_str()? == "journal";
    let ids = row.get_ref(2)?.as_str()?.split_whitespace().map(str::to_owned).collect();
    Ok(Excerpt { source, is_journal, ids })
}
