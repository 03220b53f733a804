//! A statement written down, whole.

use super::assertion::{AssertionRead, Place, When, place, span};
use crate::claim::{
    Attribution, Claim, Class, DateKind, DateRead, Link, LinkKind, Medium, Origin, Particulars, QuoteKind,
    Resolved, Speaker, Voice, Wording, Zone,
};
use crate::compare::{LikelihoodScale, Notation, Statement, Utterance};
use crate::grammar::phrase::{KeptWords, Run, Words};
use crate::text::FileId;
use serde::{Deserialize, Serialize};

/// The form in which readings are written; another one is not read.
const FORM: u8 = 2;

/// What was understood of a claim. How it was understood (trails, confidence) is left out.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Reading {
    form: u8,
    id: String,
    origin: (Medium, Zone, Voice, Place, Place, usize),
    attribution: AttributionRead,
    speaker: Who,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    via: Vec<Who>,
    said: Option<When>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    dates: Vec<(Place, DateKind, String, Option<When>)>,
    assertion: AssertionRead,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    topics: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    links: Vec<(LinkKind, String, Place)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    particulars: Option<[Option<String>; 3]>,
    words: KeptWords,
    content: Vec<Run>,
    source: Vec<Run>,
    around: Vec<Run>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    quotes: Vec<Quoted>,
    sentence: usize,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    inner: Vec<Place>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    bare_weekday: bool,
}

/// Source, cue, content, quotations, kind, class, base form of the cue.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct AttributionRead(Option<Worded>, Option<Worded>, Option<Worded>, Vec<Place>, QuoteKind, Class, String);

type Worded = (String, Vec<Place>);

/// Words, what stands between them, place, whether it is an excerpt: see [`Utterance::parts`].
type Quoted = (Vec<Run>, Notation, Option<Place>, bool);

/// Name, role, side, institution, whether anonymous, whether a group.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Who(String, Option<String>, Option<String>, Option<String>, bool, bool);

impl Reading {
    /// Writes a statement down.
    pub fn of(statement: &Statement) -> Reading {
        let claim = &statement.claim;
        let quotes: Vec<_> = statement.quotes.iter().map(Utterance::parts).collect();
        let lists = [&*statement.words, &*statement.source_words, &*statement.sentence_words];
        let sorted = KeptWords::sorted(lists.into_iter().chain(quotes.iter().map(|quote| quote.0)));
        let runs = |words| KeptWords::runs(&sorted, words);
        let origin = &claim.origin;
        let Particulars { occasion, note, source } = claim.particulars.clone();
        Reading {
            form: FORM,
            id: claim.id.clone(),
            origin: (
                origin.medium,
                origin.zone,
                origin.voice,
                place(origin.span),
                place(origin.sentence),
                origin.paragraph,
            ),
            attribution: AttributionRead::of(&claim.attribution),
            speaker: Who::of(&claim.speaker),
            via: claim.via.iter().map(Who::of).collect(),
            said: claim.said.map(When::of),
            dates: claim.dates.iter().map(date).collect(),
            assertion: AssertionRead::of(&claim.assertion),
            topics: claim.topics.clone(),
            links: claim
                .links
                .iter()
                .map(|link| (link.kind, link.target.clone(), place(link.span)))
                .collect(),
            particulars: (claim.particulars != Particulars::default()).then_some([occasion, note, source]),
            words: KeptWords::of(&sorted),
            content: runs(&statement.words),
            source: runs(&statement.source_words),
            around: runs(&statement.sentence_words),
            quotes: quotes
                .iter()
                .map(|(words, notation, own, excerpt)| {
                    (runs(words), (*notation).clone(), own.map(place), *excerpt)
                })
                .collect(),
            sentence: statement.sentence,
            inner: statement.inner.iter().copied().map(place).collect(),
            bare_weekday: statement.bare_weekday,
        }
    }

    /// Whether it is written in the form that is read here.
    pub fn is_current(&self) -> bool {
        self.form == FORM
    }

    /// The first day on which it was said, if it has one.
    pub fn day(&self) -> Option<chrono::NaiveDate> {
        self.said.map(|said| said.from())
    }

    /// The statement, in a file of that number.
    pub fn statement(self, file: FileId, likelihood: &'static LikelihoodScale) -> Statement {
        let words = self.words.words();
        let taken = |runs: &[Run]| KeptWords::taken(&words, runs);
        let quotes = self.quotes.iter().map(|(runs, notation, own, excerpt)| {
            Utterance::of_parts(taken(runs), notation.clone(), own.map(span), *excerpt)
        });
        let (medium, zone, voice, whole, sentence, paragraph) = self.origin;
        let [occasion, note, source] = self.particulars.unwrap_or_default();
        let link = |(kind, target, at)| Link { kind, target, span: span(at) };
        Statement {
            quotes: quotes.collect(),
            words: Words::of(taken(&self.content)),
            source_words: Words::of(taken(&self.source)),
            sentence_words: Words::of(taken(&self.around)),
            sentence: self.sentence,
            inner: self.inner.into_iter().map(span).collect(),
            bare_weekday: self.bare_weekday,
            likelihood,
            claim: Claim::<Resolved> {
                id: self.id,
                origin: Origin {
                    file,
                    medium,
                    zone,
                    voice,
                    span: span(whole),
                    sentence: span(sentence),
                    paragraph,
                },
                attribution: self.attribution.attribution(),
                speaker: self.speaker.speaker(),
                via: self.via.into_iter().map(Who::speaker).collect(),
                said: self.said.map(When::interval),
                dates: self.dates.into_iter().map(date_read).collect(),
                assertion: self.assertion.assertion(),
                topics: self.topics,
                links: self.links.into_iter().map(link).collect(),
                particulars: Particulars { occasion, note, source },
            },
        }
    }
}

fn date(date: &DateRead) -> (Place, DateKind, String, Option<When>) {
    (place(date.span), date.kind, date.value.clone(), date.interval.map(When::of))
}

fn date_read((at, kind, value, days): (Place, DateKind, String, Option<When>)) -> DateRead {
    DateRead { span: span(at), kind, value, interval: days.map(When::interval) }
}

impl AttributionRead {
    fn of(attribution: &Attribution) -> AttributionRead {
        let worded = |wording: &Option<Wording>| {
            let own = |it: &Wording| (it.text.clone(), it.spans.iter().copied().map(place).collect());
            wording.as_ref().map(own)
        };
        AttributionRead(
            worded(&attribution.source),
            worded(&attribution.cue),
            worded(&attribution.content),
            attribution.quotes.iter().copied().map(place).collect(),
            attribution.kind,
            attribution.class,
            attribution.lemma.clone(),
        )
    }

    fn attribution(self) -> Attribution {
        let AttributionRead(source, cue, content, quotes, kind, class, lemma) = self;
        let wording =
            |(text, at): Worded| Wording { text, spans: at.into_iter().map(span).collect::<Vec<_>>() };
        Attribution {
            cue: cue.map(wording),
            content: content.map(wording),
            quotes: quotes.into_iter().map(span).collect(),
            kind,
            class,
            lemma,
            ..Attribution::of_source(source.map(wording))
        }
    }
}

impl Who {
    fn of(speaker: &Speaker) -> Who {
        let Speaker { name, role, side, institution, anonymous, group, .. } = speaker.clone();
        Who(name, role, side, institution, anonymous, group)
    }

    fn speaker(self) -> Speaker {
        let Who(name, role, side, institution, anonymous, group) = self;
        Speaker { name, role, side, institution, anonymous, group, reached: Vec::new() }
    }
}
