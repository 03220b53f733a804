//! The look-ups themselves, and the passages of what they find.

use super::digest::checksum;
use super::draft::{Lookup, Quotation};
use super::open::Archive;
use super::term::quoted;
use super::trouble::{Trouble, damage};
use super::write::DAY;
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
        let passages = found.and_then(|found| self.passages_of(&found));
        let passages = self.tell(passages)?;
        self.tell(self.excerpts(&passages)).map(|excerpts| Record::of_excerpts(excerpts, first))
    }

    /// As many claims on either side of the day as `check` weighs, the nearest of each side first.
    pub(super) fn nearest(&self, lookup: &Lookup) -> rusqlite::Result<Vec<i64>> {
        let day = lookup.day * DAY;
        let Some(terms) = &lookup.terms else {
            let mut found = self.any("ASC", day..i64::MAX)?;
            found.extend(self.any("DESC", 0..day)?);
            return Ok(found);
        };
        let mut found = self.matching(terms, "ASC", day..i64::MAX, NEAREST)?;
        found.extend(self.matching(terms, "DESC", 0..day, NEAREST)?);
        Ok(found)
    }

    fn any(&self, order: &str, ids: std::ops::Range<i64>) -> rusqlite::Result<Vec<i64>> {
        let sql =
            format!("SELECT id FROM claims WHERE id >= ?1 AND id < ?2 ORDER BY id {order} LIMIT {NEAREST}");
        self.connection.prepare_cached(&sql)?.query_map([ids.start, ids.end], |row| row.get(0))?.collect()
    }

    pub(super) fn matching(
        &self,
        terms: &str,
        order: &str,
        ids: std::ops::Range<i64>,
        most: usize,
    ) -> rusqlite::Result<Vec<i64>> {
        let sql = format!(
            "SELECT rowid FROM terms WHERE terms MATCH ?1 AND rowid >= ?2 AND rowid < ?3
             ORDER BY rowid {order} LIMIT {most}"
        );
        let mut found = self.connection.prepare_cached(&sql)?;
        found.query_map((terms, ids.start, ids.end), |row| row.get(0))?.collect()
    }

    /// The claims of the speaker that share most pairs of words.
    pub(super) fn most_alike(&self, quotation: &Quotation) -> rusqlite::Result<Vec<i64>> {
        let mut shared: BTreeMap<i64, usize> = BTreeMap::new();
        for pair in &quotation.pairs {
            for claim in self.matching(pair, "DESC", 0..i64::MAX, WITH_PAIR)? {
                *shared.entry(claim).or_default() += 1;
            }
        }
        let mut alike: Vec<(usize, i64)> = shared.into_iter().map(|(claim, pairs)| (pairs, claim)).collect();
        alike.sort_unstable_by(|one, other| other.cmp(one));
        Ok(alike.into_iter().take(MOST_ALIKE).map(|(_, claim)| claim).collect())
    }

    /// A claim of each of two people of a last name, if there are so many: then the name alone means neither.
    pub(super) fn namesakes(&self, last_name: &str) -> rusqlite::Result<Vec<i64>> {
        let mut one = self.connection.prepare_cached(
            "SELECT claims.id, claims.speaker FROM terms JOIN claims ON claims.id = terms.rowid
             WHERE terms MATCH ?1 LIMIT 1",
        )?;
        let mut found = Vec::new();
        let mut terms = quoted(&["f:", last_name]);
        for _ in 0..2 {
            let next =
                one.query_row([&terms], |row| Ok((row.get(0)?, row.get::<_, String>(1)?))).optional()?;
            let Some((claim, name)) = next else { break };
            found.push(claim);
            terms = format!("{terms} NOT {}", quoted(&["f:", &name]));
        }
        Ok(found)
    }

    /// The claims that turn down or put right what some claims say, and those that some turn down.
    pub(super) fn linked(&self, claims: &BTreeSet<i64>) -> rusqlite::Result<Vec<i64>> {
        let mut by = self.connection.prepare_cached(
            "SELECT links.claim FROM claims JOIN links ON links.target = claims.name WHERE claims.id = ?1",
        )?;
        let mut of =
            self.connection.prepare_cached("SELECT links.target FROM links WHERE links.claim = ?1")?;
        let mut linked = Vec::new();
        for claim in claims {
            linked.extend(by.query_map([claim], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?);
            let targets: Vec<String> = of.query_map([claim], |row| row.get(0))?.collect::<Result<_, _>>()?;
            for target in targets {
                linked.extend(self.matching(&quoted(&["i:", &target]), "ASC", 0..i64::MAX, NEAREST)?);
            }
        }
        Ok(linked)
    }

    pub(super) fn passages_of(&self, claims: &[i64]) -> rusqlite::Result<BTreeSet<i64>> {
        let mut passage = self.connection.prepare_cached("SELECT passage FROM claims WHERE id = ?1")?;
        let mut passages = BTreeSet::new();
        for claim in claims {
            // Terms of files that were taken out lead nowhere.
            passages.extend(passage.query_map([claim], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?);
        }
        Ok(passages)
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
