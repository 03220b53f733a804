//! Two claims without their documents: the engine for other programs.

use super::why::general_lens;
use super::{DRAFT, Kit, read};
use crate::claim::{Interval, Medium};
use crate::compare::{Opposition, Statement, Weighing, weigh};
use crate::document::{self, Format};
use crate::finding::{Confidence, Relation, Step};
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

/// Holds every statement of `a` against every statement of `b`, as if both had been made at their dates.
pub fn relate(a: &Side, b: &Side, kit: &Kit) -> Related {
    let (ones, others) = (statements(a, kit), statements(b, kit));
    let lens = general_lens();
    let pairs = ones.iter().flat_map(|one| others.iter().map(move |other| (one, other)));
    let weighed = pairs.map(|(one, other)| weigh(one, other, &lens, &kit.thesaurus));
    let gravest = weighed.reduce(|best, next| if rank(&next) > rank(&best) { next } else { best });
    match gravest {
        Some(found) => Related {
            relation: found.relation,
            confidence: found.confidence,
            trail: found.trail,
            evidence: found.opposition,
        },
        None => Related {
            relation: Relation::NotComparable,
            confidence: Confidence::Low,
            trail: Vec::new(),
            evidence: None,
        },
    }
}

fn statements(side: &Side, kit: &Kit) -> Vec<Statement> {
    let mut document = document::read_as(Source::new("claim", side.text), Format::Plain);
    document.meta.date = side.date;
    let mut statements = read(&document, DRAFT, Medium::Draft, kit).statements;
    statements.truncate(MOST_STATEMENTS);
    for statement in &mut statements {
        let claim = &mut statement.claim;
        claim.said = claim.said.or(side.date.map(Interval::day));
        if let Some(name) = side.speaker.filter(|_| claim.speaker.is_nobody()) {
            let written = crate::claim::SpeakerAsWritten { name: name.to_owned(), ..Default::default() };
            claim.speaker = who::resolve_written(&written, claim.said, &kit.actors);
        }
    }
    statements
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
