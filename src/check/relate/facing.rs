//! A claim that is given alone, read: its statements, and its sentences as they face others.

use super::Side;
use super::respective::distributed;
use crate::check::kit::phrases;
use crate::check::read::{read_every, text_of};
use crate::check::{DRAFT, Kit, Read};
use crate::claim::{
    Act, Class, DateRead, Interval, Irrealis, Measure, Medium, Modality, Probability, Speaker,
    SpeakerAsWritten, Unit,
};
use crate::compare::{Period, Sentence, Statement, Unstated};
use crate::document::{self, Document, Format};
use crate::grammar::gist::{Gist, gists};
use crate::grammar::phrase::Phrases;
use crate::resolve::who::Headers;
use crate::text::{Source, Span};
use chrono::NaiveDate;
use std::sync::LazyLock;

/// Sentences of a text that are compared; what follows them is passed over.
const MOST_STATEMENTS: usize = 12;

/// Words of a text of which a word of change tells: in a longer one it may be about anything.
const SHORT: usize = 40;

/// Phrases by which a text tells that something has changed.
static CHANGED: LazyLock<Phrases> =
    LazyLock::new(|| phrases(include_str!("../../../rules/lexicon/change-now.txt")));

/// Phrases by which it tells that something was so at first.
static FORMERLY: LazyLock<Phrases> =
    LazyLock::new(|| phrases(include_str!("../../../rules/lexicon/change-before.txt")));

/// Whom a toll counts that names nobody: "storm kills 40".
const PEOPLE: &str = "people";

/// A claim, read.
pub(super) struct Facing {
    date: Option<NaiveDate>,
    pub(super) statements: Vec<Statement>,
    pub(super) sentences: Vec<Sentence>,
    /// It tells that something has changed.
    pub(super) changed: bool,
    /// It tells that something was so at first.
    pub(super) formerly: bool,
    /// It tells that nothing has changed: "still".
    pub(super) goes_on: bool,
}

impl Facing {
    /// What its statements say, without who says it: sentences in which two sources share nothing but what they speak of. `None`
    /// where a cue turns its content down or the text is no single statement of somebody's.
    pub(super) fn bare(&self, kit: &Kit) -> Option<Facing> {
        let [only] = &*self.statements else { return None };
        let plain =
            matches!(only.claim.assertion.act, Act::Assert | Act::Evaluate | Act::Forecast | Act::Confirm);
        let speech = only.claim.attribution.class == Class::Speech;
        let says = only.is_attributed() && speech && plain && only.irrealis().is_none();
        let content = only.claim.content().trim_start_matches("that ");
        let side = Side { text: content, speaker: None, date: self.date };
        (says
            && !content.starts_with("to ")
            && self.sentences.len() == 1
            && only.claim.assertion.skeleton.predicate.is_some())
        .then(|| Facing::read(&side, kit))
    }

    /// Reads a claim with all its sentences.
    pub(super) fn read(side: &Side, kit: &Kit) -> Facing {
        let text = distributed(side.text).unwrap_or_else(|| side.text.to_owned());
        let mut document = document::read_as(Source::new("claim", text), Format::Plain);
        document.meta.date = side.date;
        let Read { mut statements, dates, words, .. } = read_every(&document, DRAFT, Medium::Draft, kit);
        let gists = gists(&text_of(&document)).into_iter();
        let sentences: Vec<Sentence> =
            gists.map(|gist| sentence(gist, &document, &dates, &statements)).collect();
        statements.truncate(MOST_STATEMENTS);
        statements.iter_mut().for_each(|statement| lend_speaker(statement, side, kit));
        let length: usize = sentences.iter().map(|sentence| sentence.gist.words.len()).sum();
        let is_short = length <= SHORT;
        let words = words.within(Span::new(0, document.prose.len()));
        let counted: Vec<Span> = sentences.iter().flat_map(|sentence| counted_more(&sentence.gist)).collect();
        let words: Vec<_> = words.iter().filter(|word| !counted.contains(&word.span)).cloned().collect();
        let tells = |phrases: &Phrases| is_short && phrases.matches(&words);
        let (changed, formerly) = (tells(&CHANGED), tells(&FORMERLY));
        let goes_on = is_short && !changed && !formerly && words.iter().any(|word| &*word.form == "still");
        Facing { date: side.date, statements, sentences, changed, formerly, goes_on }
    }

    /// Its figures that count things, nameless tolls as of people.
    pub(super) fn counts(&self) -> Vec<Measure> {
        let named = |gist: &Gist| -> Vec<Measure> {
            let is_toll = |measure: &Measure| gist.tolls().any(|toll| toll.figure.span == measure.span);
            let people = |measure: &Measure| Measure { counted: PEOPLE.to_owned(), ..measure.clone() };
            gist.measures.iter().map(|it| if is_toll(it) { people(it) } else { it.clone() }).collect()
        };
        let measures = self.sentences.iter().flat_map(|sentence| named(&sentence.gist));
        measures.filter(|measure| matches!(measure.unit, Unit::Count | Unit::Other(_))).collect()
    }

    /// The day it was said: of a figure without a verb nothing more is known than what the pair tells.
    pub(super) fn said(&self) -> Option<Interval> {
        let first = self.statements.iter().find_map(|statement| statement.claim.said);
        first.or(self.date.map(Interval::day))
    }

    /// Who is known to speak in it.
    pub(super) fn speakers(&self) -> Vec<&Speaker> {
        let speakers = self.statements.iter().map(|statement| &statement.claim.speaker);
        speakers.filter(|speaker| !speaker.is_nobody()).collect()
    }

    /// It tells of what was done.
    pub(super) fn is_past(&self) -> bool {
        self.statements.iter().any(|statement| statement.claim.assertion.past)
    }

    /// It tells who holds or has won what only one can.
    pub(super) fn tells_of_holder(&self) -> bool {
        self.sentences.iter().any(Sentence::tells_of_holder)
    }

    pub(super) fn corrects(&self) -> bool {
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
    let unstated = statements.iter().filter_map(unstated).filter(|it| within(it.span));
    let own = || statements.iter().filter(|statement| within(statement.claim.focus()));
    let open = |statement: &Statement| statement.claim.assertion.modality == Modality::PS;
    let is_open = own().next().is_some() && own().all(open);
    Sentence { periods, unstated: unstated.collect(), is_open, gist }
}

/// What of a statement nobody states. Questions are told by their sentences; "don't worry, it is safe" is no demand that it
/// be safe, "the mine should be closed" is one.
fn unstated(statement: &Statement) -> Option<Unstated> {
    let span = statement.claim.focus();
    let found = |why, demanded| Some(Unstated { span, why, demanded });
    let asked = || statement.words.iter().any(|word| matches!(&*word.form, "should" | "must" | "ought"));
    match statement.irrealis() {
        Some(irrealis @ (Irrealis::Hope | Irrealis::Condition)) => found(irrealis.describe(), false),
        Some(Irrealis::Unsaid) => found(Irrealis::Unsaid.describe(), true),
        Some(Irrealis::Demand) if statement.is_attributed() || asked() => {
            found(Irrealis::Demand.describe(), true)
        }
        _ if is_even(statement) => found("as likely as not is neither", false),
        _ => None,
    }
}

/// "As likely as not", "a fifty-fifty chance".
fn is_even(statement: &Statement) -> bool {
    statement.probability().is_some_and(|Probability(low, high)| low < 50 && high > 50 && high - low < 50)
}

/// Gives a statement of the text's own voice the speaker and the day of its claim. What the text attributes to others came
/// through its speaker.
fn lend_speaker(statement: &mut Statement, side: &Side, kit: &Kit) {
    let claim = &mut statement.claim;
    claim.said = claim.said.or(side.date.map(Interval::day));
    let Some(name) = side.speaker else { return };
    let written = SpeakerAsWritten { name: name.to_owned(), ..SpeakerAsWritten::default() };
    let speaker = Headers::new(&kit.actors).speaker(&written, claim.said);
    if claim.speaker.is_nobody() {
        let own = claim.assertion.skeleton.participants.iter_mut();
        let own = own.filter(|participant| matches!(&*participant.head.to_lowercase(), "i" | "we"));
        own.for_each(|participant| participant.name = Some(speaker.name.clone()));
        claim.speaker = speaker;
    } else if !claim.speaker.is_same(&speaker) && !claim.via.iter().any(|link| link.is_same(&speaker)) {
        claim.via.insert(0, speaker);
    }
}

/// "Would not accept any more prizes": of what there is more tells of no change.
fn counted_more(gist: &Gist) -> Option<Span> {
    let more = gist.words.windows(3).find(|three| {
        matches!(three, [any, more, what] if any.lower == "any" && more.lower == "more" && what.is_noun())
    });
    more.and_then(|three| Some(three.get(1)?.span))
}
