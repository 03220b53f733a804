//! Two claims without their documents: the engine for other programs.

use super::read::text_of;
use super::why::general_lens;
use super::{DRAFT, Kit, read};
use crate::claim::{Interval, Medium, SpeakerAsWritten};
use crate::compare::{Known, Opposition, Statement, Weighing, face, weigh};
use crate::document::{self, Format};
use crate::finding::{Confidence, Relation, Step};
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
    if let Some(found) = weighed.as_ref().filter(|found| found.opposition.is_some()) {
        return Related::from(found.clone());
    }
    let known = Known { opposites: &kit.opposites, actors: &kit.actors };
    face(&one.gists, &other.gists, &known).or(weighed).map_or_else(Related::nothing, Related::from)
}

/// The gravest of what any two statements are to each other.
fn gravest(ones: &[Statement], others: &[Statement], kit: &Kit) -> Option<Weighing> {
    let lens = general_lens();
    let pairs = ones.iter().flat_map(|one| others.iter().map(move |other| (one, other)));
    let weighed = pairs.map(|(one, other)| in_words(weigh(one, other, &lens, &kit.thesaurus), one, other));
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
        Related { relation, confidence: Confidence::Low, trail: Vec::new(), evidence: None }
    }
}

impl From<Weighing> for Related {
    fn from(found: Weighing) -> Related {
        let Weighing { relation, trail, opposition, confidence } = found;
        Related { relation, confidence, trail, evidence: opposition }
    }
}

/// A claim, read.
struct Facing {
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
        Facing { statements, gists: gists(&text_of(&document)) }
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

/// Opposition first, then agreement, then how far the two came.
fn rank(weighing: &Weighing) -> (u8, usize) {
    let grade = match weighing.relation {
        Relation::Contradicts => 5,
        Relation::Denies | Relation::Disputes | Relation::Retracts => 4,
        Relation::Diverges | Relation::Misquotes => 3,
        Relation::Corroborates | Relation::Repeats | Relation::Relays | Relation::Supersedes => 2,
        Relation::Unrelated => 1,
        Relation::NotComparable => 0,
    };
    (grade, weighing.trail.iter().filter(|step| step.passed).count())
}
