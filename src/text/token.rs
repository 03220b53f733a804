//! Tokens in the manner of the Penn Treebank: clitics split off, marks alone, abbreviations whole.

use super::{Span, abbreviation};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters, with inner hyphens, dots and apostrophes; also handles, hashtags and addresses.
    Word,
    /// Starts with a digit: `15.3`, `5,000`, `10th`, `2022-01-27`.
    Number,
    /// One punctuation sign or symbol; an ellipsis or a double hyphen is one token.
    Punct,
    /// A quotation mark of any family, or a lone apostrophe.
    Mark,
    /// Zero-width: a sentence ends here.
    SentenceEnd,
    /// Zero-width: a paragraph ends here.
    ParagraphEnd,
}

/// How a word is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No upper-case letter, or no letter at all.
    Lower,
    /// First letter only.
    Capital,
    /// Every letter, and more than one.
    Upper,
    /// Any other mixture (`iPhone`, `McCain`, `NATO-led`).
    Mixed,
}

/// A token: where it stands, what it is made of, how it is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the prose.
    pub span: Span,
    /// What it is made of.
    pub kind: Kind,
    /// How it is capitalised; `Lower` where it has no letters.
    pub case: Case,
}

impl Token {
    /// A token without letters.
    pub fn mark(span: Span, kind: Kind) -> Token {
        Token { span, kind, case: Case::Lower }
    }

    /// Whether it is a word or a number.
    pub fn is_wordlike(self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number)
    }

    /// Whether it is a sentence or paragraph end.
    pub fn is_end(self) -> bool {
        matches!(self.kind, Kind::SentenceEnd | Kind::ParagraphEnd)
    }

    /// Whether it starts with an upper-case letter.
    pub fn is_capitalised(self) -> bool {
        matches!(self.case, Case::Capital | Case::Upper)
    }
}

/// Appends the tokens of `block` to `tokens`.
pub(super) fn tokenize(prose: &str, block: Span, tokens: &mut Vec<Token>) {
    let mut scanner = Scanner { prose, at: block.start, end: block.end.min(prose.len()), tokens };
    while scanner.step() {}
}

struct Scanner<'p, 't> {
    prose: &'p str,
    at: usize,
    end: usize,
    tokens: &'t mut Vec<Token>,
}

impl<'p> Scanner<'p, '_> {
    /// Reads one token or one run of white space; false at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.peek(0) else { return false };
        if is_space(first) {
            self.at += first.len_utf8();
        } else if first.is_alphanumeric() || self.starts_handle(first) || self.starts_year(first) {
            self.word();
        } else if let Some(len) = self.elision(first) {
            self.push(len, Kind::Word);
        } else {
            self.sign(first);
        }
        true
    }

    fn rest(&self) -> &'p str {
        self.prose.get(self.at..self.end).unwrap_or_default()
    }

    /// The character `skip` bytes further on.
    fn peek(&self, skip: usize) -> Option<char> {
        self.prose.get(self.at + skip..self.end)?.chars().next()
    }

    fn before(&self) -> Option<char> {
        self.prose.get(..self.at)?.chars().next_back()
    }

    fn push(&mut self, len: usize, kind: Kind) {
        let span = Span::new(self.at, self.at + len);
        let case = if kind == Kind::Word { case_of(span.slice(self.prose)) } else { Case::Lower };
        self.tokens.push(Token { span, kind, case });
        self.at += len;
    }

    /// `@name` and `#tag`.
    fn starts_handle(&self, first: char) -> bool {
        matches!(first, '@' | '#') && self.peek(1).is_some_and(char::is_alphanumeric)
    }

    /// `’90s`.
    fn starts_year(&self, first: char) -> bool {
        is_apostrophe(first)
            && self.rest().chars().skip(1).take(2).filter(char::is_ascii_digit).count() == 2
            && self.rest().chars().nth(3) == Some('s')
    }

    /// `’em`, `'til`: the apostrophe is no quotation mark, whichever way it is turned.
    fn elision(&self, first: char) -> Option<usize> {
        let tail =
            self.rest().strip_prefix(['\'', '’', '‘']).filter(|tail| tail.starts_with(ELIDED_STARTS))?;
        if self.before().is_some_and(char::is_alphanumeric) {
            return None;
        }
        let len = tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len());
        let word = tail.get(..len)?;
        ELIDED.iter().any(|known| known.eq_ignore_ascii_case(word)).then_some(first.len_utf8() + len)
    }

    fn word(&mut self) {
        if let Some(len) = self.plain_len() {
            let digit = self.rest().starts_with(|c: char| c.is_ascii_digit());
            return self.push(len, if digit { Kind::Number } else { Kind::Word });
        }
        if is_address(self.rest()) {
            let len = self.rest().find(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | ')' | '>'));
            return self.push(len.unwrap_or(self.rest().len()), Kind::Word);
        }
        let len = self.word_len();
        let word = self.rest().get(..len).unwrap_or_default();
        let kind = if word.starts_with(|c: char| c.is_ascii_digit()) { Kind::Number } else { Kind::Word };
        let (stem, clitic) = split_clitic(word);
        let (stem, clitic) = (stem.len(), clitic.len());
        self.push(stem, kind);
        if clitic > 0 {
            self.push(clitic, Kind::Word);
        }
    }

    /// The length of a word of ASCII letters and digits behind which nothing can belong to it: most words are such.
    fn plain_len(&self) -> Option<usize> {
        let rest = self.rest().as_bytes();
        let len = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let ends =
            rest.get(len).is_none_or(|next| matches!(next, b' ' | b'\n' | b'"' | b'?' | b'!' | b';' | b')'));
        let closed = ends || rest.get(len..len + 2).is_some_and(|next| next == b", ");
        (len > 0 && closed).then_some(len)
    }

    fn word_len(&self) -> usize {
        let rest = self.rest();
        let mut chars = rest.char_indices().peekable();
        let mut len = 0;
        let mut segment = 0;
        let mut last = ' ';
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next);
            if c.is_alphanumeric() || is_combining(c) || at == 0 {
                segment += 1;
            } else if joins(last, c, next, segment) {
                segment = 0;
            } else {
                break;
            }
            len = at + c.len_utf8();
            last = c;
        }
        let word = rest.get(..len).unwrap_or_default();
        let dotted = rest.get(len..).is_some_and(|tail| tail.starts_with('.') && !tail.starts_with(".."));
        if dotted && abbreviation::takes_dot(word) { len + 1 } else { len }
    }

    fn sign(&mut self, first: char) {
        let rest = self.rest();
        if rest.starts_with("``") || rest.starts_with("''") {
            return self.push(2, Kind::Mark);
        }
        if is_quotation_mark(first) || is_apostrophe(first) {
            return self.mark_or_clitic(first);
        }
        let run = match first {
            '.' | '-' | '_' | '*' | '=' => rest.bytes().take_while(|byte| *byte == first as u8).count(),
            _ => first.len_utf8(),
        };
        self.push(run, Kind::Punct);
    }

    /// `'s` after a mark or a bracket (`“Today”’s`) is a clitic like any other.
    fn mark_or_clitic(&mut self, first: char) {
        let glued = self.before().is_some_and(|c| !is_space(c));
        let width = first.len_utf8();
        let clitic = is_apostrophe(first)
            && glued
            && self.peek(width) == Some('s')
            && !self.peek(width + 1).is_some_and(char::is_alphanumeric);
        if clitic { self.push(width + 1, Kind::Word) } else { self.push(width, Kind::Mark) }
    }
}

/// Words that lost their beginning.
const ELIDED: &[&str] = &["em", "til", "tis", "twas", "n", "cause", "bout", "cos", "cuz", "nuff"];

/// Their first letters, so that other words need not be measured.
const ELIDED_STARTS: &[char] = &['e', 't', 'n', 'c', 'b', 'E', 'T', 'N', 'C', 'B'];

/// Whether `sign`, between `last` and `next`, is part of a word.
fn joins(last: char, sign: char, next: Option<char>, segment: usize) -> bool {
    let Some(next) = next.filter(|c| c.is_alphanumeric()) else { return false };
    let digits = last.is_ascii_digit() && next.is_ascii_digit();
    match sign {
        '-' | '‑' | '&' | '_' => true,
        '.' => digits || segment == 1 || next.is_lowercase(),
        ',' | ':' | '/' => digits,
        '@' => true,
        _ => is_apostrophe(sign),
    }
}

/// `can` + `n’t`, `Kiev` + `’s`; a word without a clitic comes back whole.
fn split_clitic(word: &str) -> (&str, &str) {
    let Some(at) = word.rfind(is_apostrophe) else { return (word, "") };
    let tail = word.get(at..).unwrap_or_default().trim_start_matches(is_apostrophe);
    let at = match tail.to_ascii_lowercase().as_str() {
        "s" | "m" | "re" | "ve" | "ll" | "d" => at,
        "t" if word.get(..at).is_some_and(|stem| stem.len() > 1 && stem.ends_with(['n', 'N'])) => at - 1,
        _ => word.len(),
    };
    word.split_at_checked(at).unwrap_or((word, ""))
}

fn is_address(rest: &str) -> bool {
    ["http://", "https://", "www.", "pic.twitter.com/"].iter().any(|start| rest.starts_with(start))
}

/// White space, and the signs without width that pages and messages carry along.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}')
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200D}')
}

/// The apostrophe in its two forms, and the accents typed in its place.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{2BC}' | '\u{B4}')
}

/// A mark that can only be a quotation mark.
pub(super) fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '‹' | '›' | '＂')
}

fn case_of(word: &str) -> Case {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Case::Lower;
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::Lower };
    let (mut upper, mut lower) = (0, 0);
    for c in letters {
        if c.is_uppercase() { upper += 1 } else { lower += 1 }
    }
    match (first.is_uppercase(), upper, lower) {
        (true, 0, _) => Case::Capital,
        (true, _, 0) => Case::Upper,
        (false, 0, _) => Case::Lower,
        // `Anglo-Saxon` is capitalised as two names are, not at random.
        (true, _, _) if every_part_capital(word) => Case::Capital,
        _ => Case::Mixed,
    }
}

fn every_part_capital(word: &str) -> bool {
    word.contains('-')
        && word.split('-').all(|part| {
            let mut chars = part.chars();
            chars.next().is_some_and(char::is_uppercase) && !chars.any(char::is_uppercase)
        })
}
