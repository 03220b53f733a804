//! Two claims without their documents: the engine for other programs.

use super::read::text_of;
use super::relation::related;
use super::{DRAFT, Kit, read};
use crate::claim::{Act, Interval, Measure, Medium, SpeakerAsWritten, Unit};
use crate::compare::{Known, Opposition, Statement, Weighing, conflicting, face, later};
use crate::document::{self, Format};
use crate::finding::{Confidence, Party, Relation, Step};
use crate::grammar::gist::{Gist, gists};
use crate::resolve::who;
use crate::text::Source;
use chrono::NaiveDate;

/// Sentences of a text that are compared; what follows them is passed over.
const MOST_STATEMENTS: usize = 12;

/// A claim as another program has it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Side<'s> {
    /// What is said, plain text.
    pub text: &'s str,
    /// Who says it; counts for whatever the text attributes to nobody.
    pub speaker: Option<&'s str>,
    /// The day it was said.
    pub date: Option<NaiveDate>,
}

/// How two claims stand to each other.
#[derive(Clone, Debug)]
pub struct Related {
    /// The gravest relation between any statement of the one and any of the other.
    pub relation: Relation,
    /// Which of the two stands so to the other: `b` retracts `a`. `None` where it goes both ways or cannot be told.
    pub by: Option<Party>,
    /// How sure, where the two are opposed.
    pub confidence: Confidence,
    /// The gates that these two statements passed, and the one that stopped them.
    pub trail: Vec<Step>,
    /// What each side says, where the two are opposed.
    pub evidence: Option<Opposition>,
}

/// Holds every statement of `a` against every statement of `b`, as if both had been made at their dates; where that
/// finds no conflict, their sentences as they face each other.
pub fn relate(a: &Side, b: &Side, kit: &Kit) -> Related {
    let (one, other) = (Facing::read(a, kit), Facing::read(b, kit));
    let weighed = gravest(&one.statements, &other.statements, kit);
    let known = Known { opposites: &kit.opposites, actors: &kit.actors };
    let opposed = weighed.clone().filter(|found| found.opposition.is_some());
    let found = opposed.or_else(|| face(&one.gists, &other.gists, &known)).or(weighed);
    let related = found.map_or_else(Related::nothing, Related::from);
    match replaced(&one, &other) {
        Some(by) if related.relation == Relation::Contradicts => {
            Related { relation: Relation::Supersedes, by: Some(by), ..related }
        }
        _ => related,
    }
}

/// Which of two claims replaces the other, whose figure was not wrong when it was given: a later and higher count, or one
/// that is said to put the other right.
fn replaced(one: &Facing, other: &Facing) -> Option<Party> {
    let conflict = conflicting(&one.counts(), &other.counts(), 0.0, |_, _| true).ok()??;
    match (one.corrects(), other.corrects()) {
        (true, false) => return Some(Party::A),
        (false, true) => return Some(Party::B),
        _ => {}
    }
    let by = later(one.said()?, other.said()?)?;
    let (before, after) = if by == Party::B { (conflict.a, conflict.b) } else { (conflict.b, conflict.a) };
    (after.value > before.value).then_some(by)
}

/// The gravest of what any two statements are to each other.
fn gravest(ones: &[Statement], others: &[Statement], kit: &Kit) -> Option<Weighing> {
    let pairs = ones.iter().flat_map(|one| others.iter().map(move |other| (one, other)));
    let weighed = pairs.map(|(one, other)| in_words(related(one, other, kit), one, other));
    weighed.reduce(|best, next| if rank(&next) > rank(&best) { next } else { best })
}

/// The evidence in the words of the claims.
fn in_words(weighing: Weighing, one: &Statement, other: &Statement) -> Weighing {
    let said = |statement: &Statement| statement.claim.content().to_owned();
    let words = |found: Opposition| Opposition { a: said(one), b: said(other), ..found };
    Weighing { opposition: weighing.opposition.map(words), ..weighing }
}

impl Related {
    fn nothing() -> Related {
        let relation = Relation::NotComparable;
        Related { relation, by: None, confidence: Confidence::Low, trail: Vec::new(), evidence: None }
    }
}

impl From<Weighing> for Related {
    fn from(found: Weighing) -> Related {
        let Weighing { relation, by, trail, opposition, confidence } = found;
        Related { relation, by, confidence, trail, evidence: opposition }
    }
}

/// A claim, read.
struct Facing {
    date: Option<NaiveDate>,
    statements: Vec<Statement>,
    gists: Vec<Gist>,
}

impl Facing {
    fn read(side: &Side, kit: &Kit) -> Facing {
        let mut document = document::read_as(Source::new("claim", side.text), Format::Plain);
        document.meta.date = side.date;
        let mut statements = read(&document, DRAFT, Medium::Draft, kit).statements;
        statements.truncate(MOST_STATEMENTS);
        statements.iter_mut().for_each(|statement| lend_speaker(statement, side, kit));
        Facing { date: side.date, statements, gists: gists(&text_of(&document)) }
    }

    /// Its figures that count things.
    fn counts(&self) -> Vec<Measure> {
        let measures = self.gists.iter().flat_map(|gist| &gist.measures);
        measures.filter(|measure| matches!(measure.unit, Unit::Count | Unit::Other(_))).cloned().collect()
    }

    /// The day it was said: of a figure without a verb nothing more is known than what the pair tells.
    fn said(&self) -> Option<Interval> {
        let first = self.statements.iter().find_map(|statement| statement.claim.said);
        first.or(self.date.map(Interval::day))
    }

    fn corrects(&self) -> bool {
        self.statements.iter().any(|statement| statement.claim.assertion.act == Act::Correct)
    }
}

/// Gives a statement of the text's own voice the speaker and the day of its claim.
fn lend_speaker(statement: &mut Statement, side: &Side, kit: &Kit) {
    let claim = &mut statement.claim;
    claim.said = claim.said.or(side.date.map(Interval::day));
    if let Some(name) = side.speaker.filter(|_| claim.speaker.is_nobody()) {
        let written = SpeakerAsWritten { name: name.to_owned(), ..SpeakerAsWritten::default() };
        claim.speaker = who::resolve_written(&written, claim.said, &kit.actors);
    }
}

/// What one does to the other first, then opposition, then agreement, then how far the two came.
fn rank(weighing: &Weighing) -> (u8, usize) {
    let grade = match weighing.relation {
        Relation::Misquotes => 8,
        Relation::Retracts => 7,
        Relation::Supersedes if weighing.opposition.is_some() => 7,
        Relation::Denies | Relation::Disputes => 6,
        Relation::Contradicts => 5,
        Relation::Diverges => 4,
        Relation::Supersedes | Relation::Relays | Relation::Repeats => 3,
        Relation::Corroborates => 2,
        Relation::Unrelated => 1,
        Relation::NotComparable => 0,
    };
    (grade, weighing.trail.iter().filter(|step| step.passed).count())
}
