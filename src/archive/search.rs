//! From what a draft is to be held against to the part of the record that answers.

use super::dated::Dated;
use super::draft::{Held, Wanted};
use super::open::Archive;
use super::sieve::{Found, Outlined, Sifted};
use super::trouble::Trouble;
use crate::record::Record;
use crate::text::FileId;
use rusqlite::{OptionalExtension, Row, Transaction};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// Claims of anybody that may hold the words of a quotation and are read.
const ELSEWHERE: usize = 10;

/// How often links are followed from claim to claim.
const LINKS: usize = 3;

/// A search of an archive: all its look-ups see one state of it, whoever writes meanwhile.
#[derive(Debug)]
pub struct Search<'a> {
    archive: &'a Archive,
    wanted: &'a Wanted<'a>,
    /// Locked once, not for each look-up.
    _reading: Transaction<'a>,
}

/// The claims that are read whatever they are.
#[derive(Clone, Debug)]
pub struct Sure(BTreeSet<i64>);

impl Archive {
    /// Begins to search for what a draft is to be held against.
    ///
    /// # Errors
    /// The archive is damaged.
    pub fn search<'a>(&'a self, wanted: &'a Wanted<'a>) -> Result<Search<'a>, Trouble> {
        let _reading = self.tell(self.connection.unchecked_transaction())?;
        Ok(Search { archive: self, wanted, _reading })
    }
}

impl Search<'_> {
    /// Gives what may matter to the claims of the draft as it is found, for [`Wanted::sift`], which can go on at the same
    /// time; then looks up what is read whatever it is.
    ///
    /// # Errors
    /// The archive is damaged.
    pub fn ask(&self, give: impl FnMut(Found)) -> Result<Sure, Trouble> {
        self.archive.tell(self.give(give).and_then(|()| self.sure())).map(Sure)
    }

    /// The record as far as it answers; its files are numbered from `first`.
    ///
    /// # Errors
    /// The archive is damaged.
    pub fn record(&self, Sure(mut claims): Sure, sifted: Sifted, first: FileId) -> Result<Record, Trouble> {
        claims.extend(self.archive.tell(sifted.0)?.into_iter().map(Dated::claim));
        let passages = self.archive.tell(self.with_links(claims))?;
        let excerpts = self.archive.tell(self.archive.excerpts(&passages))?;
        Ok(Record::of_excerpts(excerpts, first))
    }

    fn give(&self, mut give: impl FnMut(Found)) -> rusqlite::Result<()> {
        let mut known = FxHashSet::default();
        for (held, Held { lookup, .. }) in self.wanted.held.iter().enumerate() {
            let claims = self.archive.nearest(lookup)?;
            let unknown = claims.iter().filter(|claim| known.insert(**claim));
            let outlines = unknown.map(|claim| self.outline(*claim)).collect::<Result<Vec<_>, _>>()?;
            give(Found { held, claims, outlines: outlines.into_iter().flatten().collect() });
        }
        Ok(())
    }

    fn sure(&self) -> rusqlite::Result<BTreeSet<i64>> {
        let mut found = Vec::new();
        for lookup in &self.wanted.lookups {
            found.extend(self.archive.nearest(lookup)?);
        }
        for quotation in &self.wanted.quotations {
            found.extend(self.archive.most_alike(quotation)?);
        }
        for last_name in &self.wanted.people {
            found.extend(self.archive.namesakes(last_name)?);
        }
        for terms in &self.wanted.elsewhere {
            found.extend(self.archive.matching(terms, "DESC", 0..i64::MAX, ELSEWHERE)?);
        }
        Ok(found.into_iter().map(Dated::claim).collect())
    }

    /// `None` where the claim was taken out.
    fn outline(&self, claim: Dated) -> rusqlite::Result<Option<Outlined>> {
        let sql = "SELECT outline, speaker, side FROM claims WHERE id = ?1";
        let row =
            |row: &Row| Ok(Outlined { claim, json: row.get(0)?, speaker: row.get(1)?, side: row.get(2)? });
        self.archive.connection.prepare_cached(sql)?.query_row([claim.claim()], row).optional()
    }

    /// The passages of claims and of those that are linked to them.
    fn with_links(&self, claims: BTreeSet<i64>) -> rusqlite::Result<BTreeSet<i64>> {
        let mut passages = BTreeSet::new();
        let (mut known, mut new) = (claims.clone(), claims);
        for step in 0..=LINKS {
            let mut linked = Vec::new();
            for claim in std::mem::take(&mut new) {
                let Some((passage, name)) = self.archive.place(claim)? else { continue };
                passages.insert(passage);
                if step < LINKS {
                    linked.extend(self.archive.linked(claim, &name)?);
                }
            }
            new.extend(linked.into_iter().filter(|claim| known.insert(*claim)));
        }
        Ok(passages)
    }
}
