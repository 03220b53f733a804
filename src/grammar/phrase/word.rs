//! Words of a text, made comparable with the words of a pattern.

use crate::text::{Case, Kind, Span, Text, Token, form};
use rustc_hash::{FxHashMap, FxHasher};
use std::borrow::Cow;
use std::hash::Hasher;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// A word or number of a text in the shape that patterns compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// All words of one text that are spelt alike share it.
    pub(super) spelling: Arc<Spelling>,
    /// Whether it starts with a digit.
    pub number: bool,
    /// Whether it is capitalised.
    pub capital: bool,
    /// Its place in the prose.
    pub span: Span,
    /// What it is part of.
    pub roles: Roles,
}

/// The letters of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// Lower case, straight apostrophes, contractions spelt out ("n’t" is `not`).
    pub form: String,
    /// Base form.
    pub base: String,
    /// Whether it is a number word.
    pub(super) counts: bool,
    /// The keys of form and base form.
    pub(super) keys: [u64; 2],
}

impl Deref for Word {
    type Target = Spelling;

    fn deref(&self) -> &Spelling {
        &self.spelling
    }
}

/// What words of a text are part of, as far as somebody has told ([`TextWords::mark`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(pub(super) u8);

/// What a word can be part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A date expression.
    Date = 1,
    /// The source of a claim.
    Speaker = 2,
    /// The name of a state or of its capital.
    Place = 4,
}

impl Roles {
    /// Whether the role is among them.
    pub fn has(self, role: Role) -> bool {
        self.0 & role as u8 != 0
    }

    pub(super) fn add(&mut self, role: Role) {
        self.0 |= role as u8;
    }
}

impl Word {
    /// A part of a compound, as a word of its own.
    pub fn part(&self, part: &str) -> Word {
        let spelling = Spelling::new(part.to_owned(), part.to_owned());
        Word { spelling: Arc::new(spelling), ..self.clone() }
    }
}

/// A number for the letters of a word: phrases are found by those of the words they begin with.
pub(super) fn key(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// All words of a text: read once, and shared by those who hold parts of them.
#[derive(Clone, Debug, Default)]
pub struct TextWords(Arc<[Word]>);

/// Words that stand side by side in a text, or parts of a text put together.
#[derive(Clone, Debug, Default)]
pub struct Words {
    all: Arc<[Word]>,
    range: Range<usize>,
}

impl TextWords {
    /// Reads the words of a text.
    pub fn of(text: &Text) -> TextWords {
        TextWords(words_of(text, 0..text.tokens().len()).into())
    }

    /// Marks the words of `spans` as parts of something.
    pub fn mark(&mut self, role: Role, spans: impl IntoIterator<Item = Span>) {
        let words = Arc::make_mut(&mut self.0);
        for span in spans {
            let from = words.partition_point(|word| word.span.end <= span.start);
            let inside = words.iter_mut().skip(from).take_while(|word| word.span.start < span.end);
            inside.for_each(|word| word.roles.add(role));
        }
    }

    /// All of them, in the order of the text.
    pub fn all(&self) -> &[Word] {
        &self.0
    }

    /// The words that lie wholly or partly in a span.
    pub fn within(&self, span: Span) -> Words {
        let from = self.0.partition_point(|word| word.span.end <= span.start);
        let to = self.0.partition_point(|word| word.span.start < span.end);
        Words { all: self.0.clone(), range: from..to.max(from) }
    }

    /// The words of several spans, one after the other.
    pub fn within_all(&self, spans: &[Span]) -> Words {
        match spans {
            [] => Words::default(),
            [span] => self.within(*span),
            _ => Words::of(spans.iter().flat_map(|span| self.within(*span).to_vec()).collect()),
        }
    }
}

impl Words {
    /// Words that were taken out of their text.
    pub fn of(words: Vec<Word>) -> Words {
        Words { range: 0..words.len(), all: words.into() }
    }
}

impl Deref for Words {
    type Target = [Word];

    fn deref(&self) -> &[Word] {
        self.all.get(self.range.clone()).unwrap_or_default()
    }
}

/// The words, numbers and signs of measure (`%`, `$`) among `tokens`; other signs and marks are left out.
pub fn words_of(text: &Text, tokens: Range<usize>) -> Vec<Word> {
    let mut spellings = FxHashMap::default();
    let tokens = text.tokens().get(tokens).unwrap_or_default().iter();
    let counted = tokens.filter(|token| token.is_wordlike() || is_measure_sign(text.slice(token.span)));
    counted.map(|token| word(token, text.slice(token.span), &mut spellings)).collect()
}

fn word<'t>(token: &Token, written: &'t str, known: &mut FxHashMap<&'t str, Arc<Spelling>>) -> Word {
    let spelling = known.entry(written).or_insert_with(|| Arc::new(Spelling::of(written))).clone();
    let (number, capital) = (token.kind == Kind::Number, token.case != Case::Lower);
    Word { spelling, number, capital, span: token.span, roles: Roles::default() }
}

impl Spelling {
    fn of(written: &str) -> Spelling {
        let form = normal(written);
        let base = form::base_form(&form).into_owned();
        Spelling::new(form.into_owned(), base)
    }

    pub(super) fn new(form: String, base: String) -> Spelling {
        Spelling { counts: form::is_number_word(&form), keys: [key(&form), key(&base)], form, base }
    }
}

fn is_measure_sign(sign: &str) -> bool {
    matches!(sign, "%" | "$" | "€" | "£")
}

/// Lower case, straight apostrophes, `n't` as `not`.
pub(super) fn normal(word: &str) -> Cow<'_, str> {
    let lower = form::lowered(word);
    let whole = match &*lower {
        "n't" => "not",
        "ca" => "can",
        "wo" | "'ll" => "will",
        "'re" => "are",
        "'m" => "am",
        "'ve" => "have",
        _ => return lower,
    };
    Cow::Borrowed(whole)
}
