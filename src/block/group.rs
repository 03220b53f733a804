//! Claims of one key at a time, from lines in the order of their keys.

use super::line::KeyedLine;
use crate::check::{Gathered, Home, Kit, LOOKED_AT, blocking_keys};
use crate::compare::Statement;
use crate::pack::Rule;
use crate::text::FileId;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::fmt;
use std::slice;

/// What is held in memory of one key. Of a key that has more, claims are taken by stretches, each with the claims of the one
/// before that may still be looked at.
#[derive(Clone, Copy, Debug)]
struct Room {
    claims: usize,
    /// Of the lines that they were read from; what is held of a line is up to seventeen times as long.
    bytes: usize,
}

const ROOM: Room = Room { claims: 10_000, bytes: 4 << 20 };

/// Makes groups of claims that come one by one.
pub struct Groups<'r> {
    rules: &'r [Rule],
    kit: &'r Kit,
    key: Option<String>,
    members: Vec<Member>,
    /// How many of the members have been held against one another.
    settled: usize,
    /// Bytes of their lines.
    bytes: usize,
    room: Room,
}

/// Claims to be held against one another.
pub type Group = Gathered;

/// Why a claim cannot be taken where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// Of a key with many claims, it lies before others that have been taken.
    Early(String),
    /// There are too many that name no key.
    Keyless,
    /// Another claim has its number in its text: two texts have one name.
    Twice(String),
    /// Its key comes behind a greater one: the lines are not sorted, and claims of one key may stand apart.
    Unsorted(String),
}

#[derive(Clone, Debug)]
struct Member {
    doc: String,
    number: usize,
    undated: bool,
    /// Bytes of its line.
    length: usize,
    statement: Statement,
}

impl<'r> Groups<'r> {
    /// Groups of claims that are to be held against one another under `rules`.
    pub fn new(rules: &'r [Rule], kit: &'r Kit) -> Groups<'r> {
        Groups { rules, kit, key: None, members: Vec::new(), settled: 0, bytes: 0, room: ROOM }
    }

    /// Takes a claim; gives those before it, where it does not belong to them or there are enough.
    ///
    /// # Errors
    /// It does not stand where it should.
    pub fn take(&mut self, line: KeyedLine) -> Result<Option<Group>, Misplaced> {
        if line.key.is_some() && line.key < self.key {
            return Err(Misplaced::Unsorted(self.key.clone().unwrap_or_default()));
        }
        let done = if line.key == self.key { None } else { self.close() };
        self.key = line.key;
        let member = Member {
            doc: line.doc.into_owned(),
            number: line.n,
            undated: line.undated,
            length: line.length,
            statement: line.reading.statement(FileId(0), self.kit.likelihood),
        };
        let last = self.settled.checked_sub(1).and_then(|last| self.members.get(last));
        if last.is_some_and(|last| member.order() < last.order()) {
            return Err(Misplaced::Early(self.key.clone().unwrap_or_default()));
        }
        if self.members.last().is_some_and(|last| last.is_anothers(&member)) {
            return Err(Misplaced::Twice(member.doc));
        }
        if self.key.is_none() && self.members.len() >= self.room.claims {
            return Err(Misplaced::Keyless);
        }
        self.bytes += member.length;
        self.members.push(member);
        Ok(done.or_else(|| self.stretch()))
    }

    /// The last of them.
    pub fn close(&mut self) -> Option<Group> {
        let fresh = self.members.len() > self.settled.max(1);
        let members = std::mem::take(&mut self.members);
        let settled = std::mem::take(&mut self.settled);
        self.bytes = 0;
        fresh.then(|| gathered(members, settled, self.key.clone()))
    }

    /// Those of a key that has more than can be held.
    fn stretch(&mut self) -> Option<Group> {
        if !self.is_full() || self.key.is_none() {
            return None;
        }
        self.members.sort_by(|one, other| one.order().cmp(&other.order()));
        let kept: Vec<Member> =
            self.open().into_iter().filter_map(|index| self.members.get(index).cloned()).collect();
        let settled = std::mem::replace(&mut self.settled, kept.len());
        let members = std::mem::replace(&mut self.members, kept);
        self.bytes = self.members.iter().map(|member| member.length).sum();
        Some(gathered(members, settled, self.key.clone()))
    }

    /// Those that later claims may still be held against, in their order: of each rule the last that it looks at.
    fn open(&self) -> BTreeSet<usize> {
        let last = |rule| {
            let members = self.members.iter().enumerate().rev();
            members.filter(move |(_, member)| self.is_under(member, rule)).take(LOOKED_AT).map(|(at, _)| at)
        };
        self.rules.iter().flat_map(last).collect()
    }

    /// Whether a rule looks at a member under the key of the group.
    fn is_under(&self, member: &Member, rule: &Rule) -> bool {
        let keys = blocking_keys(&member.statement, &member.home(), slice::from_ref(rule), self.kit);
        self.key.as_ref().is_some_and(|key| keys.contains(key))
    }

    /// Whether there is no room for more. As many as a rule looks at come in however long they are, so that what is kept is not
    /// gone through for each.
    fn is_full(&self) -> bool {
        let held = self.members.len();
        let fresh = held.saturating_sub(self.settled);
        held >= self.room.claims || fresh >= LOOKED_AT && self.bytes >= self.room.bytes
    }
}

impl Member {
    fn order(&self) -> (Option<NaiveDate>, &str, usize) {
        (self.statement.claim.said.map(|said| said.from), &self.doc, self.number)
    }

    /// Whether another claim has the same text and number.
    fn is_anothers(&self, other: &Member) -> bool {
        (&self.doc, self.number) == (&other.doc, other.number)
            && self.statement.claim.attribution != other.statement.claim.attribution
    }

    fn home(&self) -> Home {
        Home { text: self.doc.as_str().into(), number: self.number, undated: self.undated }
    }
}

/// The members in the order of their texts; what comes twice is taken once.
fn gathered(members: Vec<Member>, settled: usize, key: Option<String>) -> Group {
    let mut numbered: Vec<(bool, Member)> =
        members.into_iter().enumerate().map(|(index, member)| (index < settled, member)).collect();
    numbered.sort_by(|(_, one), (_, other)| (&one.doc, one.number).cmp(&(&other.doc, other.number)));
    numbered.dedup_by(|(_, one), (_, other)| (&one.doc, one.number) == (&other.doc, other.number));
    let mut group = Group { key, ..Group::default() };
    for (index, (is_settled, mut member)) in numbered.into_iter().enumerate() {
        let before = group.homes.last().zip(group.statements.last());
        let file = match before {
            Some((home, last)) if *home.text == *member.doc => last.claim.origin.file,
            Some((_, last)) => FileId(last.claim.origin.file.0.saturating_add(1)),
            None => FileId(1),
        };
        member.statement.claim.origin.file = file;
        group.homes.push(member.home());
        group.statements.push(member.statement);
        group.settled.extend(is_settled.then_some(index));
    }
    group
}

impl fmt::Display for Misplaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Misplaced::Early(key) => {
                write!(
                    f,
                    "it belongs further up: the many claims of “{key}” must come by day, text and number"
                )
            }
            Misplaced::Unsorted(key) => {
                write!(
                    f,
                    "its key comes behind “{key}”, so nothing more is read: sort the lines by their bytes, as `LC_ALL=C sort` does"
                )
            }
            Misplaced::Twice(doc) => write!(f, "“{doc}” is the name of two texts: give each its own"),
            Misplaced::Keyless => write!(f, "there are more than {} claims without a key", ROOM.claims),
        }
    }
}

#[cfg(test)]
impl Groups<'_> {
    /// The same that holds fewer claims, or fewer bytes of them.
    pub(super) fn holding(self, claims: usize, bytes: usize) -> Self {
        Groups { room: Room { claims, bytes }, ..self }
    }
}
