//! From the pattern's text to its tree.

use super::machine::LONGEST_PART;
use super::{Pattern, Role, Term};
use crate::text::{Fault, Span, meant};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, digit1, multispace0};
use nom::combinator::{cut, map, opt};
use nom::error::{ErrorKind, ParseError};
use nom::multi::{many0, many1};
use nom::sequence::{delimited, preceded, terminated};
use nom::{Err, IResult, Parser};

/// How many words `…` may stand for unless it says otherwise.
const GAP: usize = 4;
/// How deep brackets may nest; a pattern from a stranger must not exhaust the stack.
const DEEPEST: usize = 16;
/// The most words that a gap may stand for; keeps matching linear.
const WIDEST_GAP: usize = 12;
/// The most words that a pattern may name, counting those that a gap may stand for.
const MOST_WORDS: usize = 1024;
/// The most words that it may match in a row. Both keep a pattern from a stranger from taking minutes.
const LONGEST_MATCH: usize = 128;

/// What was expected where.
#[derive(Debug)]
struct Expected<'p> {
    rest: &'p str,
    what: &'static str,
    /// The class of words that was probably meant.
    meant: Option<&'static str>,
    /// What is wrong and what to do about it, where that can be told.
    trouble: Option<(&'static str, &'static str)>,
}

impl<'p> Expected<'p> {
    fn new(rest: &'p str, what: &'static str) -> Expected<'p> {
        Expected { rest, what, meant: None, trouble: None }
    }

    fn told(self, pattern: &str) -> Fault {
        let fault = fault_at(pattern, self.rest, self.what);
        match (self.meant, self.trouble) {
            (Some(meant), _) => {
                Fault { title: NO_CLASS.to_owned(), ..fault }.with_help(format!("did you mean `<{meant}>`?"))
            }
            (None, Some((title, help))) => Fault { title: title.to_owned(), ..fault }.with_help(help),
            (None, None) => fault,
        }
    }
}

impl<'p> ParseError<&'p str> for Expected<'p> {
    fn from_error_kind(rest: &'p str, _: ErrorKind) -> Self {
        Expected::new(rest, "a word, `(`, `<` or `…`")
    }

    fn append(_: &'p str, _: ErrorKind, other: Self) -> Self {
        other
    }
}

type Parsed<'p, T> = IResult<&'p str, T, Expected<'p>>;

/// Parses a whole pattern. The fault's span counts bytes of `pattern`.
pub fn parse(pattern: &str) -> Result<Pattern, Fault> {
    if let Some(rest) = too_deep(pattern) {
        return Err(fault_at(pattern, rest, "at most sixteen brackets within one another"));
    }
    let (rest, tree) = match terminated(alternatives, multispace0).parse(pattern) {
        Ok(parsed) => parsed,
        Err(Err::Error(fault) | Err::Failure(fault)) => return Err(fault.told(pattern)),
        Err(Err::Incomplete(_)) => return Err(fault_at(pattern, "", "the rest of the pattern")),
    };
    if !rest.is_empty() {
        return Err(fault_at(pattern, rest, "a word, `|`, `?` or the end"));
    }
    if measure(&tree, |it| it.sum()) > MOST_WORDS
        || measure(&tree, |it| it.max().unwrap_or(0)) > LONGEST_MATCH
    {
        return Err(too_long(pattern));
    }
    if asks_for_a_word(&tree) { Ok(tree) } else { Err(matches_anything(pattern)) }
}

/// How many words there are in a pattern, those of alternatives taken together by `either`.
fn measure(tree: &Pattern, either: Together) -> usize {
    let parts =
        |parts: &[Pattern], together: Together| together(&mut parts.iter().map(|part| measure(part, either)));
    match tree {
        Pattern::Sequence(all) => parts(all, |it| it.sum()),
        Pattern::Either(all) => parts(all, either),
        Pattern::Optional(part) => measure(part, either),
        Pattern::Gap(width) => *width,
        Pattern::Term(Term::Part(_)) => LONGEST_PART,
        Pattern::Term(_) => 1,
    }
}

/// What becomes of several numbers of words.
type Together = fn(&mut dyn Iterator<Item = usize>) -> usize;

fn too_long(pattern: &str) -> Fault {
    let expected = format!("expected at most {MOST_WORDS} words, and {LONGEST_MATCH} in a row");
    Fault::new(Span::new(0, pattern.len()), "this phrase is too long", expected)
        .with_help("make several phrases of it")
}

/// Whether whatever it matches holds a word that it names; `…` and `<any>` alone match every text.
fn asks_for_a_word(tree: &Pattern) -> bool {
    match tree {
        Pattern::Sequence(parts) => parts.iter().any(asks_for_a_word),
        Pattern::Either(parts) => parts.iter().all(asks_for_a_word),
        Pattern::Optional(_) | Pattern::Gap(_) | Pattern::Term(Term::Any) => false,
        Pattern::Term(_) => true,
    }
}

fn matches_anything(pattern: &str) -> Fault {
    let span = Span::new(0, pattern.len());
    Fault::new(span, "this phrase matches any text", "expected a word that must be there")
        .with_help("put a word, `<number>`, `<name>` or the like beside `…`, `<any>` and what is optional")
}

/// What follows the first bracket that nests too deep.
fn too_deep(pattern: &str) -> Option<&str> {
    let mut depth = 0usize;
    for (at, sign) in pattern.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return pattern.get(at..);
        }
    }
    None
}

fn fault_at(pattern: &str, rest: &str, what: &str) -> Fault {
    let at = pattern.len() - rest.len();
    let end = at + rest.chars().next().map_or(0, char::len_utf8);
    let title = match rest.chars().next() {
        Some(sign) => format!("`{sign}` has no meaning here in a phrase"),
        None => "this phrase stops too soon".to_owned(),
    };
    let title = if pattern.trim().is_empty() { "this phrase is empty".to_owned() } else { title };
    Fault::new(Span::new(at, end), title, format!("expected {what}")).with_help(remedy(rest, what))
}

/// What to do about what stands where something else is expected.
fn remedy(rest: &str, expected: &str) -> &'static str {
    match (rest.chars().next(), expected) {
        (None, "`)`") => "close the bracket: `(a|b)`",
        (None, "`>`") => "close the class: `<name>`",
        (None, _) => "write the words that are meant here, or take the phrase out",
        (Some('[' | ']' | '{' | '}' | '\\' | '^' | '+'), _) => {
            "a phrase is no regular expression: write `(a|b)` for either, `x?` for what may be missing, `…` for words between, `<number>` for figures"
        }
        (Some(')'), what) if what.starts_with("a word, `(`") => "write what is meant before it: `(a|b)`",
        (Some(')'), _) => "take it out, or put `(` before the first alternative",
        (Some('>'), _) => "take it out, or write the class as `<name>`",
        (Some('*'), _) => "put it behind the beginning of a word, `start*`; any word is `<any>`",
        (Some('?'), _) => "put it behind what may be missing: `x?`",
        (Some('"' | '“' | '”' | '!' | ':' | ';' | '/' | '_'), _) => {
            "leave it out: phrases are compared with words, not with signs"
        }
        (Some(sign), _) if sign.is_control() => "take it out: it is no letter, and no text has it",
        _ => {
            "phrases are made of words, `(a|b)`, `x?`, `…`, `=exact`, `start*`, `<number>`, `<name>`, `<any>`, `<date>`, `<speaker>`, `<place>`"
        }
    }
}

/// `alternatives = sequence { "|" sequence }`
fn alternatives(input: &str) -> Parsed<'_, Pattern> {
    let (rest, first) = sequence(input)?;
    let (rest, others) = many0(preceded(token("|"), cut(alternative))).parse(rest)?;
    match others.is_empty() {
        true => Ok((rest, first)),
        false => Ok((rest, Pattern::Either(std::iter::once(first).chain(others).collect()))),
    }
}

/// One that may not be empty.
fn alternative(input: &str) -> Parsed<'_, Pattern> {
    if !input.is_empty() && !input.starts_with([')', '|']) {
        return sequence(input);
    }
    let trouble = Some(("an alternative is empty", "take the `|` out, or make all optional: `(a|b)?`"));
    Err(Err::Failure(Expected { trouble, ..Expected::new(input, "a word behind `|`") }))
}

/// `sequence = item { item }`
fn sequence(input: &str) -> Parsed<'_, Pattern> {
    map(many1(item), |mut list| match list.len() {
        1 => list.remove(0),
        _ => Pattern::Sequence(list),
    })
    .parse(input)
}

/// `item = ( gap | optional ) apart | "(" alternatives ")?"`
fn item(input: &str) -> Parsed<'_, Pattern> {
    let (rest, item) = preceded(multispace0, alt((gap, optional))).parse(input)?;
    // "(very )?likely" is plain enough.
    let is_bracketed = input.get(..input.len() - rest.len()).is_some_and(|read| read.ends_with(")?"));
    if is_bracketed { Ok((rest, item)) } else { apart(rest).map(|(rest, ())| (rest, item)) }
}

/// `optional = atom [ "?" ]`
fn optional(input: &str) -> Parsed<'_, Pattern> {
    map((atom, opt(char('?'))), |(pattern, mark)| match mark {
        Some(_) => Pattern::Optional(Box::new(pattern)),
        None => pattern,
    })
    .parse(input)
}

/// `apart = space | ")" | "|" | end`: what is written together would be read as words of their own.
fn apart(input: &str) -> Parsed<'_, ()> {
    let runs_on = |sign: char| is_word_sign(sign) || matches!(sign, '(' | '<' | '=' | '…' | '*');
    match input.starts_with(runs_on) {
        true => {
            let help = "put a space between: `deal* with`. A word stands for all its forms, `launch` also for “launched”";
            let trouble = Some(("two parts of a phrase are written together", help));
            Err(Err::Failure(Expected { trouble, ..Expected::new(input, "a space before this") }))
        }
        false => Ok((input, ())),
    }
}

/// `gap = ( "…" | "..." ) [ digits ]`
fn gap(input: &str) -> Parsed<'_, Pattern> {
    let (rest, width) = preceded(alt((tag("…"), tag("..."))), opt(digit1)).parse(input)?;
    let width: usize = width.map_or(Ok(GAP), str::parse).unwrap_or(usize::MAX);
    if width > WIDEST_GAP {
        let trouble =
            Some(("this gap is too wide", "write `…12` or less, or leave out what stands before it"));
        return Err(Err::Failure(Expected { trouble, ..Expected::new(input, "a gap of at most 12 words") }));
    }
    Ok((rest, Pattern::Gap(width)))
}

/// `atom = "(" alternatives ")" | "<" class ">" | "=" word | word [ "*" ]`
fn atom(input: &str) -> Parsed<'_, Pattern> {
    let group = delimited(char('('), cut(alternatives), cut(expect(")", "`)`")));
    let class = map(delimited(char('<'), cut(class), cut(expect(">", "`>`"))), Pattern::Term);
    let exact = map(preceded(char('='), cut(word)), |word| Pattern::Term(Term::Exact(word)));
    let plain = map((word, opt(char('*'))), |(word, star)| {
        Pattern::Term(if star.is_some() { Term::Prefix(word) } else { Term::Base(word) })
    });
    alt((group, class, exact, plain)).parse(input)
}

/// `class = "number" | "name" | "any" | "date" | "speaker" | "place"`
fn class(input: &str) -> Parsed<'_, Term> {
    let end = input.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(input.len());
    let (name, rest) = input.split_at_checked(end).unwrap_or((input, ""));
    let known = CLASSES.iter().find(|(known, _)| *known == name);
    known.map(|(_, term)| (rest, term.clone())).ok_or_else(|| {
        let called = || CALLED.iter().find(|(_, names)| names.contains(&name)).map(|(class, _)| *class);
        let meant =
            meant(name, CLASSES.iter().map(|(known, _)| *known)).or_else(called).filter(|_| !name.is_empty());
        let help = "write `<number>`, `<name>`, `<any>`, `<date>`, `<speaker>` or `<place>`";
        let trouble = Some((NO_CLASS, help)).filter(|_| !name.is_empty());
        let what = "number, name, any, date, speaker or place";
        Err::Failure(Expected { meant, trouble, ..Expected::new(input, what) })
    })
}

const NO_CLASS: &str = "there is no such class of words";

/// What else people call the classes.
const CALLED: &[(&str, &[&str])] = &[
    ("number", &["digit", "digits", "figure", "percent", "int", "amount", "count"]),
    ("name", &["person", "people", "proper", "who", "capital"]),
    ("any", &["word", "words", "anything", "token"]),
    ("date", &["day", "month", "year", "time", "when"]),
    ("speaker", &["source", "subject", "actor"]),
    ("place", &["country", "state", "city", "location", "where"]),
];

const CLASSES: &[(&str, Term)] = &[
    ("number", Term::Number),
    ("name", Term::Name),
    ("any", Term::Any),
    ("date", Term::Part(Role::Date)),
    ("speaker", Term::Part(Role::Speaker)),
    ("place", Term::Part(Role::Place)),
];

impl Term {
    /// What a class of words is called in a pattern.
    pub(super) fn class(&self) -> &'static str {
        CLASSES.iter().find(|(_, term)| term == self).map_or("any", |(name, _)| name)
    }
}

/// `word = 1 * ( letter | digit | "-" | "'" | "’" | "." | "," | "%" | "$" | "&" )`, lower-cased, apostrophes straight
fn word(input: &str) -> Parsed<'_, String> {
    let (rest, word) = take_while1(is_word_sign).parse(input)?;
    Ok((rest, super::word::normal(word).into_owned()))
}

fn is_word_sign(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '-' | '\'' | '’' | '.' | '%' | '$' | '&' | ',')
}

fn token<'p>(sign: &'static str) -> impl Parser<&'p str, Output = &'p str, Error = Expected<'p>> {
    delimited(multispace0, tag(sign), multispace0)
}

fn expect<'p>(
    sign: &'static str,
    what: &'static str,
) -> impl Parser<&'p str, Output = (), Error = Expected<'p>> {
    move |input: &'p str| {
        let found: Parsed<&str> = preceded(multispace0, tag(sign)).parse(input);
        match found {
            Ok((rest, _)) => Ok((rest, ())),
            Err(_) => Err(Err::Error(Expected::new(input.trim_start(), what))),
        }
    }
}
