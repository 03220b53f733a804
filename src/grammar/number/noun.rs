//! What a figure counts: the noun phrase behind it.

use super::lexicon::LEXICON;
use super::run::Run;
use crate::grammar::table::lower;
use crate::grammar::tag::Tag;
use crate::text::Kind;
use crate::text::form::{self, is_weekday, month, noun_base};
use std::ops::Range;

/// The tags of a range of tokens.
pub(super) struct Nouns {
    pub(super) start: usize,
    pub(super) tags: Vec<Tag>,
}

impl Nouns {
    pub(super) fn tag(&self, at: usize) -> Tag {
        at.checked_sub(self.start).and_then(|at| self.tags.get(at)).copied().unwrap_or(Tag::Punct)
    }
}

/// Head and the rest, in base forms.
#[derive(Clone, Debug, Default)]
pub(super) struct Counted {
    pub(super) head: String,
    pub(super) plural: bool,
    pub(super) of: Vec<String>,
}

/// Words of the longest phrase that is read as one.
const LONGEST: usize = 7;

/// `counted = nouns [ [ "," ] "of" { determiner } [ number ] nouns ] | ( [ "," ] "of" | "in" ) { determiner } [ number ] nouns`
///
/// A bare count may only be followed by what it counts; a share or an amount takes it from behind "of" or "in" too.
pub(super) fn counted<'t>(run: Run<'t>, nouns: &Nouns, bare: bool) -> (Run<'t>, Counted) {
    let (rest, phrase) = noun_phrase(run, nouns);
    let mut counted = phrase.map(|phrase| read(run, nouns, phrase)).unwrap_or_default();
    let at_of = if rest.word() == "," && rest.skip(1).word() == "of" { rest.skip(1) } else { rest };
    let opens = at_of.word() == "of" || !bare && counted.head.is_empty() && at_of.word() == "in";
    if !opens {
        return (rest, counted);
    }
    let (after, phrase) = noun_phrase(without_determiners(at_of.skip(1)), nouns);
    let Some(whole) = phrase.map(|phrase| read(run, nouns, phrase)) else { return (rest, counted) };
    if counted.head.is_empty() {
        return (after, whole);
    }
    counted.of.extend(whole.of);
    counted.of.push(whole.head);
    (after, counted)
}

fn without_determiners(run: Run) -> Run {
    let idle = [
        "the", "all", "his", "her", "its", "their", "our", "those", "these", "a", "an", "more", "other",
        "them",
    ];
    let count = (0..2).take_while(|skip| idle.contains(&&*run.skip(*skip).word())).count();
    let number = usize::from(count > 0 && is_small(run.skip(count)));
    run.skip(count + number)
}

/// "Of the | five states".
pub(super) fn number_behind_of(run: Run) -> Option<usize> {
    let number = without_determiners(run.skip(1)).at.checked_sub(1)?;
    (run.word() == "of" && number > run.at + 1 && is_small(Run { at: number, ..run })).then_some(number)
}

/// A number of one word.
fn is_small(run: Run) -> bool {
    form::is_number_word(&run.word()) || run.token().is_some_and(|token| token.kind == Kind::Number)
}

/// `nouns = { adjective | participle | noun } noun`: the longest run that ends in a noun
fn noun_phrase<'t>(run: Run<'t>, nouns: &Nouns) -> (Run<'t>, Option<Range<usize>>) {
    let mut end = None;
    let mut last = Tag::Punct;
    for at in run.at..run.end.min(run.at + LONGEST) {
        let tag = nouns.tag(at);
        let broken = last == Tag::NNS && matches!(tag, Tag::NNP | Tag::NNPS | Tag::JJ | Tag::VBN | Tag::VBG);
        let known = matches!(tag, Tag::JJ | Tag::JJR | Tag::JJS | Tag::VBN | Tag::VBG);
        // Right behind a figure "boats" is no verb, unless a phrase follows that could be its object.
        let plural = tag == Tag::VBZ
            && !matches!(&*lower(run.text, at), "is" | "has" | "does" | "'s")
            && at == run.at
            && !matches!(nouns.tag(at + 1), Tag::DT | Tag::PRP | Tag::PRPS);
        let noun = plural || tag.is_noun();
        if names_time(run, at) {
            break;
        }
        if broken || !(known || noun) {
            break;
        }
        if noun {
            end = Some(at + 1);
        }
        last = tag;
    }
    let rest = end.map_or(run, |end| Run { at: end, ..run });
    (rest, end.map(|end| run.at..end))
}

/// "Rose 5% in March", "2 percent last year": what follows says when.
fn names_time(run: Run, at: usize) -> bool {
    let word = lower(run.text, at);
    let capital = run.text.word(at).starts_with(char::is_uppercase);
    let next = lower(run.text, at + 1);
    capital && (month(&word).is_some() || is_weekday(&word))
        || matches!(&*word, "last" | "next") && LEXICON.periods.begins(&next)
}

fn read(run: Run, nouns: &Nouns, phrase: Range<usize>) -> Counted {
    let Some(last) = phrase.end.checked_sub(1) else { return Counted::default() };
    let modifiers =
        (phrase.start..last).map(|at| lower(run.text, at)).filter(|word| !IDLE.contains(&&**word));
    Counted {
        head: noun_base(&lower(run.text, last)).into_owned(),
        plural: matches!(nouns.tag(last), Tag::NNS | Tag::NNPS),
        of: modifiers.map(|word| noun_base(&word).into_owned()).collect(),
    }
}

/// Modifiers that do not tell what is counted apart.
const IDLE: &[&str] = &["more", "other", "additional", "further", "such", "estimated", "total", "own"];
