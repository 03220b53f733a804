//! From the pattern's text to its tree.

use super::{Pattern, Role, Term};
use crate::text::{Fault, Span};
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

/// What was expected where.
#[derive(Debug)]
struct Expected<'p> {
    rest: &'p str,
    what: &'static str,
}

impl<'p> ParseError<&'p str> for Expected<'p> {
    fn from_error_kind(rest: &'p str, _: ErrorKind) -> Self {
        Expected { rest, what: "a word, `(`, `<` or `…`" }
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
        Err(Err::Error(fault) | Err::Failure(fault)) => {
            return Err(fault_at(pattern, fault.rest, fault.what));
        }
        Err(Err::Incomplete(_)) => return Err(fault_at(pattern, "", "the rest of the pattern")),
    };
    if rest.is_empty() { Ok(tree) } else { Err(fault_at(pattern, rest, "a word, `|`, `?` or the end")) }
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
    Fault::new(Span::new(at, end), title, format!("expected {what}")).with_help(
        "phrases are made of words, `(a|b)`, `x?`, `…`, `=exact`, `start*`, `<number>`, `<name>`, `<any>`, `<date>`, `<speaker>`, `<place>`",
    )
}

/// `alternatives = sequence { "|" sequence }`
fn alternatives(input: &str) -> Parsed<'_, Pattern> {
    let (rest, first) = sequence(input)?;
    let (rest, others) = many0(preceded(token("|"), cut(sequence))).parse(rest)?;
    match others.is_empty() {
        true => Ok((rest, first)),
        false => Ok((rest, Pattern::Either(std::iter::once(first).chain(others).collect()))),
    }
}

/// `sequence = item { item }`
fn sequence(input: &str) -> Parsed<'_, Pattern> {
    map(many1(item), |mut list| match list.len() {
        1 => list.remove(0),
        _ => Pattern::Sequence(list),
    })
    .parse(input)
}

/// `item = gap | atom [ "?" ]`
fn item(input: &str) -> Parsed<'_, Pattern> {
    let optional = map((atom, opt(char('?'))), |(pattern, mark)| match mark {
        Some(_) => Pattern::Optional(Box::new(pattern)),
        None => pattern,
    });
    preceded(multispace0, alt((gap, optional))).parse(input)
}

/// `gap = ( "…" | "..." ) [ digits ]`
fn gap(input: &str) -> Parsed<'_, Pattern> {
    let (rest, width) = preceded(alt((tag("…"), tag("..."))), opt(digit1)).parse(input)?;
    let width: usize = width.map_or(Ok(GAP), str::parse).unwrap_or(usize::MAX);
    if width > WIDEST_GAP {
        return Err(Err::Failure(Expected { rest: input, what: "a gap of at most 12 words" }));
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
    let known = alt((
        map(tag("number"), |_| Term::Number),
        map(tag("name"), |_| Term::Name),
        map(tag("any"), |_| Term::Any),
        map(tag("date"), |_| Term::Part(Role::Date)),
        map(tag("speaker"), |_| Term::Part(Role::Speaker)),
        map(tag("place"), |_| Term::Part(Role::Place)),
    ))
    .parse(input);
    known.map_err(|_: Err<Expected>| {
        Err::Failure(Expected { rest: input, what: "number, name, any, date, speaker or place" })
    })
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
            Err(_) => Err(Err::Error(Expected { rest: input.trim_start(), what })),
        }
    }
}
