//! Two claims without their documents: the engine for other programs.

use super::read::text_of;
use super::relation::related;
use super::{DRAFT, Kit, Read, read};
use crate::claim::{Act, DateRead, Interval, Irrealis, Measure, Medium, SpeakerAsWritten, Unit};
use crate::compare::{Known, Opposition, Period, Sentence, Statement, Weighing, conflicting, face, later};
use crate::document::{self, Document, Format};
use crate::finding::{Confidence, Party, Relation, Step};
use crate::grammar::gist::{Gist, gists};
use crate::resolve::who;
use crate::text::{Source, Span};
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
    let is_short = one.sentences.len() == 1 && other.sentences.len() == 1;
    let faced = || face(&one.sentences, &other.sentences, &known);
    let found = match weighed {
        Some(found) if found.opposition.is_some() => Some(found),
        Some(found) if agrees(found.relation) && is_short => faced().filter(turns_down).or(Some(found)),
        found => further(found, faced()),
    };
    let related = found.map_or_else(Related::nothing, Related::from);
    match replaced(&one, &other) {
        Some(by) if related.relation == Relation::Contradicts => {
            Related { relation: Relation::Supersedes, by: Some(by), ..related }
        }
        _ => related,
    }
}

/// Whether two claims say the same: then no word of theirs turns the other down.
fn agrees(relation: Relation) -> bool {
    matches!(relation, Relation::Corroborates | Relation::Repeats | Relation::Relays)
}

/// Whether the one says outright that the other is not so.
fn turns_down(faced: &Weighing) -> bool {
    matches!(faced.relation, Relation::Denies | Relation::Disputes | Relation::Retracts)
}

/// The conflict that the sentences show, if they do; else whichever passed more gates.
fn further(weighed: Option<Weighing>, faced: Option<Weighing>) -> Option<Weighing> {
    let (Some(one), Some(other)) = (&weighed, &faced) else { return weighed.or(faced) };
    let stops_later = other.relation == one.relation && other.trail.len() > one.trail.len();
    if other.opposition.is_some() || stops_later { faced } else { weighed }
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
    sentences: Vec<Sentence>,
}

impl Facing {
    fn read(side: &Side, kit: &Kit) -> Facing {
        let mut document = document::read_as(Source::new("claim", side.text), Format::Plain);
        document.meta.date = side.date;
        let Read { mut statements, dates, .. } = read(&document, DRAFT, Medium::Draft, kit);
        let gists = gists(&text_of(&document)).into_iter();
        let sentences = gists.map(|gist| sentence(gist, &document, &dates, &statements)).collect();
        statements.truncate(MOST_STATEMENTS);
        statements.iter_mut().for_each(|statement| lend_speaker(statement, side, kit));
        Facing { date: side.date, statements, sentences }
    }

    /// Its figures that count things.
    fn counts(&self) -> Vec<Measure> {
        let measures = self.sentences.iter().flat_map(|sentence| &sentence.gist.measures);
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

/// A sentence with its dates, and with what of it is hoped, demanded or supposed.
fn sentence(gist: Gist, document: &Document, dates: &[DateRead], statements: &[Statement]) -> Sentence {
    let ends = gist.words.first().zip(gist.words.last()).map(|(first, last)| first.span.cover(last.span));
    let within = |span: Span| ends.is_some_and(|whole| whole.contains(span));
    let dates = dates.iter().filter(|date| within(date.span)).cloned();
    let words = |date: &DateRead| date.span.slice(&document.prose).to_owned();
    let periods = dates.map(|date| Period { words: words(&date), date }).collect();
    let unstated = statements.iter().filter_map(|statement| {
        let irrealis = statement.irrealis().filter(|irrealis| may_stop(*irrealis, statement))?;
        Some((statement.claim.focus(), irrealis)).filter(|(span, _)| within(*span))
    });
    Sentence { periods, unstated: unstated.collect(), gist }
}

/// Whether what is said so counts for nothing. Questions are told by their sentences; "don't worry, it is safe" is no demand
/// that it be safe, "the mine should be closed" is one.
fn may_stop(irrealis: Irrealis, statement: &Statement) -> bool {
    let asked = || statement.words.iter().any(|word| matches!(&*word.form, "should" | "must" | "ought"));
    match irrealis {
        Irrealis::Hope | Irrealis::Condition => true,
        Irrealis::Demand => statement.is_attributed() || asked(),
        Irrealis::Question | Irrealis::Embedded => false,
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
