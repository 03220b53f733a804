//! A resolved claim made ready for comparison: its words in comparable form, and what stands around it.

use super::framing::Framing;
use super::likelihood::LikelihoodScale;
use super::utterance::Utterance;
use crate::claim::{
    Act, Basis, Claim, Class, Grain, Interval, Irrealis, Measure, Medium, Probability, Resolved, Voice,
    Wording,
};
use crate::grammar::phrase::{TextWords, Word, Words};
use crate::text::form::{is_gerund, is_weekday, month};
use crate::text::{Span, Text};

/// A claim with its words.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The claim.
    pub claim: Claim<Resolved>,
    /// The words of the content.
    pub words: Words,
    /// What stands in quotation marks, each quotation for itself; all of a transcript's turn.
    pub quotes: Vec<Utterance>,
    /// The words of the source.
    pub source_words: Words,
    /// The words of the sentence or sentences it stands in, as far as they are near.
    pub sentence_words: Words,
    /// The number of the sentence that holds the cue.
    pub sentence: usize,
    /// The contents of other attributions inside its own content, in the order of the text.
    pub inner: Vec<Span>,
    /// Whether the day it was said is given by the name of a weekday alone.
    pub bare_weekday: bool,
    /// What its estimative words are read on, where no rule says otherwise.
    pub likelihood: &'static LikelihoodScale,
}

impl Statement {
    /// Takes the words of `claim` from those of the text it was found in.
    pub fn new(
        claim: Claim<Resolved>,
        text: &Text,
        words: &TextWords,
        likelihood: &'static LikelihoodScale,
    ) -> Statement {
        let attribution = &claim.attribution;
        let parts =
            |part: &Option<Wording>| part.as_ref().map_or(Words::default(), |it| words.within_all(&it.spans));
        let sentence_words = words.within(around(&claim, text));
        let excerpt = claim.origin.medium == Medium::Journal;
        let quotes = attribution
            .quotes
            .iter()
            .filter(|span| claim.origin.voice == Voice::Source || !says_whose(text, **span))
            .map(|span| Utterance::read(text, words, text.tokens_in(*span)))
            .map(|quote| if excerpt { quote.excerpt() } else { quote })
            .collect();
        Statement {
            words: parts(&attribution.content),
            quotes,
            source_words: parts(&attribution.source),
            sentence: text.sentence_at(text.tokens_in(claim.origin.sentence).start).unwrap_or_default(),
            bare_weekday: has_bare_weekday(&claim, &sentence_words),
            sentence_words,
            claim,
            inner: Vec::new(),
            likelihood,
        }
    }

    /// What its estimative word stands for.
    pub fn probability(&self) -> Option<Probability> {
        self.claim.assertion.estimate.and_then(|estimate| self.likelihood.probability(estimate))
    }

    /// Whether a capitalised word of its sentences has this base form: who and what they speak of.
    pub fn names(&self, base: &str) -> bool {
        self.sentence_words.iter().any(|word| word.capital && *word.base == *base)
    }

    /// Whether it is anybody's statement of fact; if not, why not.
    pub fn irrealis(&self) -> Option<Irrealis> {
        self.claim.assertion.irrealis
    }

    /// The period that a figure of the content is of, where a date stands right beside it: "317,000 in 2013".
    pub fn period_of(&self, measure: &Measure) -> Option<Interval> {
        let apart = |span: Span| {
            let (first, second) =
                if span.start < measure.span.start { (span, measure.span) } else { (measure.span, span) };
            second.start.saturating_sub(first.end)
        };
        let dates = &self.claim.dates;
        let next = dates.partition_point(|date| date.span.start < measure.span.start);
        let beside = dates.get(next.saturating_sub(1)..dates.len().min(next + 1)).unwrap_or_default();
        let nearest = beside.iter().min_by_key(|date| apart(date.span))?;
        nearest.interval.filter(|period| period.sure && apart(nearest.span) <= BESIDE)
    }

    /// The words of the content at a place, as they stand: “5%”, “next year”.
    pub fn words_at(&self, place: Span) -> String {
        let behind = self.words.get(self.words_before(place.start).len()..).unwrap_or_default();
        let words = behind.iter().take_while(|word| word.span.start < place.end);
        words.map(|word| &*word.form).collect::<Vec<_>>().join(" ").replace(" %", "%").replace("$ ", "$")
    }

    /// The words of the content that end before a place.
    pub(super) fn words_before(&self, place: usize) -> &[Word] {
        let end = self.words.partition_point(|word| word.span.end <= place);
        self.words.get(..end).unwrap_or_default()
    }

    /// Whether a word stands between a figure and the noun that it counts, base forms.
    pub(super) fn has_before(&self, word: &str, noun: &str, figure: Span) -> bool {
        let behind = self.words.iter().skip_while(|it| it.span.start < figure.end).take(ATTRIBUTES);
        behind.take_while(|it| *it.base != *noun).any(|it| *it.base == *word)
    }

    /// Whether hardly a word of the content stands outside quotation marks.
    pub fn is_all_quoted(&self) -> bool {
        let quoted: usize = self.quotes.iter().map(Utterance::len).sum();
        quoted > 0 && self.words.len() <= quoted + 1
    }

    /// Whether a place of the content stands in somebody else's words that the content passes on.
    pub fn passes_on(&self, place: Span) -> bool {
        self.inner.iter().any(|inner| inner.contains(place))
    }

    /// Whether the cue turns its content around: "denied that", "disputed that".
    pub fn denies(&self) -> bool {
        matches!(self.claim.assertion.act, Act::Deny | Act::Dispute)
    }

    /// Whether a source speaks, rather than the text itself.
    pub fn is_attributed(&self) -> bool {
        self.claim.origin.voice == Voice::Source
    }

    /// "Voted to confirm her", "supports building it": whose words they are does it, or is for it.
    pub(super) fn acts_itself(&self) -> bool {
        let to = || self.words.first().is_some_and(|first| *first.form == *"to");
        self.is_attributed() && to() || self.takes_side()
    }

    /// "Supports building it", "is thinking of closing it": what is told is how somebody stands to a deed.
    pub fn takes_side(&self) -> bool {
        let stands =
            self.claim.attribution.class == Class::Attitude || self.claim.assertion.act == Act::Evaluate;
        stands && self.is_attributed() && self.words.first().is_some_and(|first| is_gerund(&first.form))
    }

    /// What somebody vows "to" do, or nobody named expects, is told around its content.
    pub(super) fn framing(&self) -> Framing<'_> {
        let around = self.is_attributed() && self.claim.speaker.is_nobody() || self.acts_itself();
        let words = if around { &self.sentence_words } else { &self.words };
        Framing::of(words.iter().map(|word| (&*word.form, word.capital, word.span)))
    }

    /// Whether the words came through somebody else, or from somebody unnamed.
    pub fn is_second_hand(&self) -> bool {
        !self.claim.via.is_empty() || self.claim.speaker.anonymous
    }

    /// Who said it, as reports print it, with the chain: `Joe Biden (United States), via CNN`.
    pub fn who(&self) -> String {
        let speaker = match (self.is_attributed(), self.claim.speaker.is_nobody()) {
            (false, _) => "the text itself".to_owned(),
            (true, true) => "nobody named".to_owned(),
            (true, false) => self.claim.speaker.with_side(),
        };
        let chain = self.claim.via.iter().map(|link| link.name.as_str()).collect::<Vec<_>>().join(", via ");
        if chain.is_empty() { speaker } else { format!("{speaker}, via {chain}") }
    }
}

/// Whether a quotation that is attributed to nobody says itself whose it is: “HOLM: We stay.”, or what stands before it ends
/// in a colon.
fn says_whose(text: &Text, quote: Span) -> bool {
    let tokens = text.tokens_in(quote);
    let is_name = |at: &usize| {
        let word = text.word(*at);
        word.len() > 1 && word.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-' | '’' | '\''))
    };
    let label = tokens.clone().take_while(is_name).count();
    let labelled = (1..=LABEL).contains(&label) && text.word(tokens.start + label) == ":";
    let before = (tokens.start.saturating_sub(LABEL)..tokens.start).rev();
    let mut words = before.map(|at| text.word(at)).filter(|word| word.chars().any(|c| !is_mark(c)));
    labelled || words.next() == Some(":")
}

/// Words of a label, and tokens between a quotation and the sentence before it.
const LABEL: usize = 4;

fn is_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, '“' | '"' | '‘' | '\'' | '«' | '„' | '`')
}

/// Tokens of a sentence looked at on either side of a claim: more than sentences have, and a bound for those without end.
const REACH: usize = 160;

/// The span of the sentence or sentences that a claim stands in, as far as they are near it.
fn around(claim: &Claim<Resolved>, text: &Text) -> Span {
    let own = text.tokens_in(claim.focus());
    let all = text.tokens_in(claim.origin.sentence.cover(claim.origin.span));
    text.span_of(all.start.max(own.start.saturating_sub(REACH))..all.end.min(own.end + REACH))
}

/// Whether a weekday stands outside the content, and with no month beside it.
fn has_bare_weekday(claim: &Claim<Resolved>, sentence: &[Word]) -> bool {
    let counted = claim.said.is_some_and(|said| said.grain == Grain::Day && said.basis == Basis::Dateline);
    let content = claim.attribution.content.as_ref().map_or(&[][..], |content| &content.spans);
    let outside = |word: &Word| !content.iter().any(|span| span.contains(word.span));
    let mut words = sentence.windows(2).filter_map(|pair| pair.first().zip(pair.get(1)));
    let bare = |(word, next): (&Word, &Word)| {
        outside(word) && is_weekday(&word.form) && !next.number && month(&next.form).is_none()
    };
    let last = sentence.last().is_some_and(|word| outside(word) && is_weekday(&word.form));
    counted && (last || words.any(bare))
}

/// Words between a figure and its noun.
const ATTRIBUTES: usize = 4;

/// Bytes between a figure and the date that tells its period.
const BESIDE: usize = 48;

/// Whether the two speak for different sides. Unknown sides are not different.
pub fn sides_differ(a: &Statement, b: &Statement) -> bool {
    match (&a.claim.speaker.side, &b.claim.speaker.side) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    }
}
