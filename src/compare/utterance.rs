//! Quotations and what is on record as words, with what stands between them.

use super::notation::{Edit, Notation};
use crate::grammar::phrase::{TextWords, Word};
use crate::text::{Span, Text};
use std::ops::Range;

/// Words that transcripts have and quotations rightly leave out.
const FILLERS: &[&str] = &["uh", "um", "er", "erm", "ah", "hmm", "mhm"];
/// Quotations shorter than this are fragments, which anybody may share with anybody.
pub(super) const SHORTEST: usize = 4;

/// A quotation or a passage of the record, word by word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Utterance {
    pub(super) words: Vec<Word>,
    pub(super) notation: Notation,
    /// Where it stands.
    pub span: Option<Span>,
    /// See [`Utterance::excerpt`].
    pub(super) excerpt: bool,
}

impl Utterance {
    /// Takes the words among `tokens` from those of their text; `[…]` and `…` become edits.
    pub fn read(text: &Text, words: &TextWords, tokens: Range<usize>) -> Utterance {
        let mut utterance = Utterance { span: Some(text.span_of(tokens.clone())), ..Utterance::default() };
        let mut bracketed: Option<Vec<Word>> = None;
        let mut completed = None;
        for at in tokens {
            match (text.word(at), &mut bracketed) {
                ("[", _) => bracketed = Some(Vec::new()),
                ("]", Some(initial)) if is_glued(text, at) && initial.len() == 1 => {
                    let initial = bracketed.take().unwrap_or_default();
                    add_completed(text, words, at + 1, &initial, &mut utterance.words);
                    completed = Some(at + 1);
                }
                ("]", _) => utterance.edit(bracketed.take().unwrap_or_default()),
                _ if completed == Some(at) => {}
                (_, Some(inserted)) => add(text, words, at, inserted),
                ("…", None) => utterance.edit(Vec::new()),
                (".", None) if is_spaced_ellipsis(text, at) => utterance.edit(Vec::new()),
                (word, None) if word.starts_with("..") => utterance.edit(Vec::new()),
                (word, None) => {
                    let next = utterance.words.len();
                    utterance.notation.add(word, next);
                    if opens_quotation(text, at) {
                        utterance.notation.add_quote(next);
                    }
                    add(text, words, at, &mut utterance.words);
                }
            }
        }
        utterance
    }

    /// All of what somebody is given as having said.
    pub fn of_words(words: &[Word]) -> Utterance {
        Utterance { words: words.to_vec(), ..Utterance::default() }
    }

    /// The same as an excerpt: the speaker said more before and after it, as with a journal's quotations.
    pub fn excerpt(self) -> Utterance {
        Utterance { excerpt: true, ..self }
    }

    /// What it consists of: words, what stands between them, its own place, whether it is an excerpt.
    pub fn parts(&self) -> (&[Word], &Notation, Option<Span>, bool) {
        (&self.words, &self.notation, self.span, self.excerpt)
    }

    /// The utterance of these parts.
    pub fn of_parts(words: Vec<Word>, notation: Notation, span: Option<Span>, excerpt: bool) -> Utterance {
        Utterance { words, notation, span, excerpt }
    }

    fn edit(&mut self, inserted: Vec<Word>) {
        let inserted = inserted.iter().map(|word| word.form.clone()).collect();
        self.notation.edits.push(Edit { at: self.words.len(), inserted });
    }

    /// What editors did before some of its words.
    pub(super) fn edits_in(&self, words: Range<usize>) -> impl Iterator<Item = &Edit> {
        let edits = &self.notation.edits;
        let place = |word: usize| edits.partition_point(|edit| edit.at < word);
        edits.get(place(words.start)..place(words.end)).into_iter().flatten()
    }

    /// Whether an editor changed nothing in it.
    pub(super) fn is_unedited(&self) -> bool {
        self.notation.edits.is_empty()
    }

    /// Its words two by two: utterances that are compared share some of these.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.words.windows(2).filter_map(|pair| Some((&*pair.first()?.form, &*pair.get(1)?.form)))
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether it is long enough to be told from chance.
    pub fn is_telling(&self) -> bool {
        self.words.len() >= SHORTEST
    }
}

/// Adds a word; a compound counts as its parts, so that "open-door" and "open door" are one.
fn add(text: &Text, words: &TextWords, at: usize, to: &mut Vec<Word>) {
    let token = text.tokens().get(at).filter(|token| token.is_wordlike());
    for word in token.map(|token| words.within(token.span)).iter().flat_map(|own| own.iter()) {
        if word.form.contains('-') {
            let parts = word.form.split('-').filter(|part| !part.is_empty());
            to.extend(parts.map(|part| word.part(part)));
        } else if &*word.form == "cannot" {
            to.extend(["can", "not"].map(|part| word.part(part)));
        } else if !FILLERS.contains(&&*word.form) {
            to.push(word.clone());
        }
    }
}

/// Whether a quotation mark belongs to the words behind it.
fn opens_quotation(text: &Text, at: usize) -> bool {
    matches!(text.word(at), "“" | "\"" | "„" | "«") && is_glued(text, at)
}

/// Whether a word stands right behind a sign: `[T]he`.
fn is_glued(text: &Text, bracket: usize) -> bool {
    let span = |at: usize| text.tokens().get(at).filter(|token| token.is_wordlike()).map(|token| token.span);
    span(bracket + 1).is_some_and(|next| text.span_of(bracket..bracket + 1).end == next.start)
}

/// Adds a word with the letter that stands in brackets before it.
fn add_completed(text: &Text, words: &TextWords, at: usize, initial: &[Word], to: &mut Vec<Word>) {
    let before = to.len();
    add(text, words, at, to);
    if let (Some(rest), Some(initial)) = (to.get_mut(before), initial.first()) {
        *rest = rest.part(&format!("{}{}", initial.form, rest.form));
    }
}

/// `. . .`: three stops, each a token of its own.
fn is_spaced_ellipsis(text: &Text, at: usize) -> bool {
    (at..at + 3).all(|stop| stop < text.tokens().len() && text.word(stop) == ".")
}
