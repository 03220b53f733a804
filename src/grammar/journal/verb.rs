//! The verbs that say that something is said, in all their forms.
//!
//! A journal names its cue outright, at the start of a line; so a closed list with derived forms does, and what
//! is not on it may still be a cue where a clause or a quotation follows.

use super::fault::{Reading, Trouble};
use crate::grammar::lexicon::{entries, regular_forms};
use crate::text::meant;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_till1, take_while, take_while1};
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{not, opt, peek, recognize, verify};
use nom::error::{ErrorKind, ParseError};
use nom::multi::fold_many0;
use nom::sequence::{preceded, terminated};
use nom::{Offset, Parser};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const VERBS: &str = include_str!("../../../rules/lexicon/journal-verbs.txt");

/// A cue at the start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue<'s> {
    /// Auxiliaries, verb and particle.
    pub(super) words: &'s str,
    /// Base form and particle.
    pub(super) lemma: String,
    /// Whether the person told may follow.
    pub(super) told: bool,
}

/// A verb of the list.
#[derive(Debug)]
struct Verb {
    lemma: &'static str,
    particles: Vec<String>,
    told: bool,
}

/// The list, and the way from any form to its verb.
struct Lexicon {
    verbs: Vec<Verb>,
    by_form: FxHashMap<String, usize>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon { verbs: Vec::new(), by_form: FxHashMap::default() };
    for line in entries(VERBS) {
        lexicon.add(line);
    }
    lexicon
});

impl Lexicon {
    fn add(&mut self, line: &'static str) {
        let mut words = line.split_whitespace();
        let Some(lemma) = words.next() else { return };
        let mut verb = Verb { lemma, particles: Vec::new(), told: false };
        let mut forms = regular_forms(lemma).to_vec();
        for word in words {
            match word.strip_prefix('+') {
                Some(particle) => verb.particles.push(particle.replace('+', " ")),
                None if word == "@" => verb.told = true,
                None => forms.push(word.to_owned()),
            }
        }
        for form in forms {
            self.by_form.entry(form).or_insert(self.verbs.len());
        }
        self.verbs.push(verb);
    }

    fn verb(&self, form: &str) -> Option<&Verb> {
        self.verbs.get(*self.by_form.get(form)?)
    }
}

/// The base forms of the verbs that are listed.
pub fn lemmas() -> impl Iterator<Item = String> {
    LEXICON.verbs.iter().flat_map(|verb| {
        let whole = verb.particles.iter().map(|particle| format!("{} {particle}", verb.lemma));
        std::iter::once(verb.lemma.to_owned()).chain(whole)
    })
}

/// `cue = { auxiliary } ( listed_verb [ particle ] | unlisted )`
pub(super) fn cue(input: &str) -> Reading<'_, Cue<'_>> {
    let (after_auxiliaries, _) = fold_many0(auxiliary, || (), |(), _| ()).parse(input)?;
    let (mut rest, form) = word(after_auxiliaries)?;
    let listed = LEXICON.verb(&form.to_lowercase());
    let mut lemma = match listed {
        Some(verb) => verb.lemma.to_owned(),
        None => unlisted(after_auxiliaries)?.1,
    };
    for particle in listed.map_or(&[][..], |verb| &verb.particles) {
        if let (after, Some(_)) = opt(particle_of(particle)).parse(rest)? {
            lemma = format!("{lemma} {particle}");
            rest = after;
            break;
        }
    }
    let words = input.get(..input.offset(rest)).unwrap_or(input);
    Ok((rest, Cue { words, lemma, told: listed.is_some_and(|verb| verb.told) }))
}

/// The word that should have been a verb: the first that is no auxiliary, with what sticks to it.
pub(super) fn main_word(line: &str) -> &str {
    let after = fold_many0(auxiliary, || (), |(), _| ()).parse(line).map_or(line, |(after, ())| after);
    after.split(char::is_whitespace).next().unwrap_or(after)
}

/// `auxiliary = ( "has" | "is" | "does" | "would" | … | "not" | adverb ) space`
fn auxiliary(input: &str) -> Reading<'_, &str> {
    terminated(verify(word, |word: &str| is_auxiliary(&word.to_lowercase())), space1).parse(input)
}

fn is_auxiliary(word: &str) -> bool {
    let plain = word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t")).unwrap_or(word);
    AUXILIARIES.contains(&plain) || (word.ends_with("ly") && !["reply", "imply"].contains(&word))
}

const AUXILIARIES: &[&str] = &[
    "has", "had", "have", "is", "was", "are", "were", "been", "being", "does", "did", "do", "will", "would",
    "wo", "can", "ca", "cannot", "could", "may", "might", "should", "must", "not", "never", "no", "longer",
    "also", "again", "later", "then", "still", "now", "even",
];

/// `unlisted = letters`, ending in "s" or "ed", before `said_next`; gives a guess at its base form
///
/// Journals are written by people with a vocabulary; but a slip of the pen ("sayss that") must not pass for it.
fn unlisted(input: &str) -> Reading<'_, String> {
    let inflected = verify(word, |form: &str| {
        form.len() > 4 && (form.ends_with('s') || form.ends_with("ed")) && nearest(form).is_none()
    });
    let (rest, form) = terminated(inflected, peek(said_next)).parse(input)?;
    let base = form.strip_suffix("ed").or_else(|| form.strip_suffix('s')).unwrap_or(form);
    Ok((rest, base.to_lowercase()))
}

/// `said_next = ":" | space ( "that" space | opening_mark )`: what shows that something is said
fn said_next(input: &str) -> Reading<'_, &str> {
    alt((tag(":"), preceded(space1, alt((terminated(tag("that"), space1), recognize(opening_mark))))))
        .parse(input)
}

/// `opening_mark = "\"" | "“" | "„" | "«" | "‘" | "'" | grave`
fn opening_mark(input: &str) -> Reading<'_, char> {
    one_of("\"“„«‘'`").parse(input)
}

/// `particle = space words`, at a word’s end
fn particle_of<'p>(particle: &'p str) -> impl Fn(&str) -> Reading<'_, &str> + 'p {
    move |input| {
        let (rest, _) = space1(input)?;
        let (rest, words) = tag(particle).parse(rest)?;
        let (rest, _) = not(satisfy(char::is_alphanumeric)).parse(rest)?;
        Ok((rest, words))
    }
}

/// `addressee = 1 … 5 * word`, before "that" or a quotation mark; a second article or pronoun starts a clause instead
pub(super) fn addressee(input: &str) -> Reading<'_, &str> {
    let mut rest = input;
    for number in 0..=LONGEST_ADDRESSEE {
        let (after, _) = space0(rest)?;
        if number > 0 && alt((terminated(tag("that"), space1), recognize(opening_mark))).parse(after).is_ok()
        {
            return Ok((after, input.get(..input.offset(rest)).unwrap_or(input)));
        }
        let (after, next) = take_till1(char::is_whitespace).parse(after)?;
        let opens = number == 0 && (next == "that" || opening_mark(next).is_ok());
        if opens || (number > 0 && STARTS_A_PHRASE.contains(&next)) {
            break;
        }
        rest = after;
    }
    Err(nom::Err::Error(Trouble::from_error_kind(input, ErrorKind::Verify)))
}

/// Words of an addressee: "the House of Commons", "a group of reporters".
const LONGEST_ADDRESSEE: usize = 5;

/// Words that cannot stand inside an addressee: what they start is said already.
const STARTS_A_PHRASE: &[&str] = &[
    "a", "an", "the", "this", "these", "those", "his", "her", "its", "their", "my", "our", "your", "he",
    "she", "it", "they", "we", "i", "you", "there", "is", "was", "are", "were", "to", "not", "no",
];

/// The form of a listed verb that differs least from `word`, where it differs little.
pub(super) fn nearest(word: &str) -> Option<&'static str> {
    meant(word, LEXICON.by_form.keys().map(String::as_str))
}

/// `letters = 1 * ( letter | "'" | "’" | "-" )`
fn word(input: &str) -> Reading<'_, &str> {
    take_while1(|c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | '-')).parse(input)
}

fn space0(input: &str) -> Reading<'_, &str> {
    take_while(char::is_whitespace).parse(input)
}

fn space1(input: &str) -> Reading<'_, &str> {
    take_while1(char::is_whitespace).parse(input)
}
