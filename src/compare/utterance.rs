//! Quotations and what is on record as words, with what stands between them.

use super::notation::{Edit, Notation};
use super::spelling::Speller;
use crate::grammar::phrase::{TextWords, Word, Words};
use crate::text::{Span, Text};
use std::ops::Range;

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
        let span = Some(text.span_of(tokens.clone()));
        let mut reader = Reader {
            text,
            words,
            said: Speller::default(),
            bracketed: None,
            completed: None,
            notation: Notation::default(),
        };
        tokens.for_each(|at| reader.take(at));
        Utterance { words: reader.said.done(), notation: reader.notation, span, excerpt: false }
    }

    /// All of what somebody is given as having said.
    pub fn of_words(words: &[Word]) -> Utterance {
        let mut said = Speller::default();
        words.iter().for_each(|word| said.add(word));
        Utterance { words: said.done(), ..Utterance::default() }
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

/// Reads an utterance token by token.
struct Reader<'r> {
    text: &'r Text<'r>,
    words: &'r TextWords,
    said: Speller,
    /// What stands in the bracket that is open.
    bracketed: Option<Speller>,
    /// A token that was taken with the bracket before it.
    completed: Option<usize>,
    notation: Notation,
}

impl Reader<'_> {
    fn take(&mut self, at: usize) {
        match (self.text.word(at), self.bracketed.is_some()) {
            ("[", _) => self.bracketed = Some(Speller::default()),
            ("]", _) => self.close(at),
            _ if self.completed == Some(at) => {}
            (_, true) => {
                let words = self.words_at(at);
                self.bracketed.iter_mut().for_each(|inside| words.iter().for_each(|word| inside.add(word)));
            }
            ("…", false) => self.edit(Vec::new()),
            (".", false) if is_spaced_ellipsis(self.text, at) => self.edit(Vec::new()),
            (word, false) if word.starts_with("..") => self.edit(Vec::new()),
            (word, false) => self.say(word, at),
        }
    }

    fn say(&mut self, word: &str, at: usize) {
        if !is_word(self.text, at) && !matches!(word, "$" | "€" | "£" | "%") {
            let next = self.said.count();
            self.notation.add(word, next);
            if opens_quotation(self.text, at) {
                self.notation.add_quote(next);
            }
        }
        self.words_at(at).iter().for_each(|word| self.said.add(word));
    }

    fn close(&mut self, bracket: usize) {
        let inside = self.bracketed.take().unwrap_or_default().done();
        match inside.as_slice() {
            [initial] if is_glued(self.text, bracket) => {
                let rest = self.words_at(bracket + 1);
                let whole = rest.first().map(|rest| rest.part(&format!("{}{}", initial.form, rest.form)));
                whole.iter().for_each(|word| self.said.add(word));
                self.completed = Some(bracket + 1);
            }
            _ => self.edit(inside),
        }
    }

    fn edit(&mut self, inserted: Vec<Word>) {
        let inserted = inserted.iter().map(|word| word.form.clone()).collect();
        self.notation.edits.push(Edit { at: self.said.count(), inserted });
    }

    fn words_at(&self, at: usize) -> Words {
        self.text.tokens().get(at).map(|token| self.words.within(token.span)).unwrap_or_default()
    }
}

fn is_word(text: &Text, at: usize) -> bool {
    text.tokens().get(at).is_some_and(|token| token.is_wordlike())
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

/// `. . .`: three stops, each a token of its own.
fn is_spaced_ellipsis(text: &Text, at: usize) -> bool {
    (at..at + 3).all(|stop| stop < text.tokens().len() && text.word(stop) == ".")
}
