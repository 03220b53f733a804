//! Phrases that can never be met, and those that others make needless.

use crate::grammar::phrase::{Coverers, Pattern, Phrase, Term, parse, words_of};
use crate::pack::reader::span_of;
use crate::pack::schema::{RuleFile, StepTable};
use crate::text::{Fault, Span, Text};
use std::collections::BTreeMap;
use toml::Spanned;

/// The steps of a scale by their names.
type Steps = BTreeMap<Spanned<String>, StepTable>;

/// Phrases that stand for one another: a text that holds any of them will do.
type List<'f> = &'f [Spanned<String>];

/// A fault for each phrase with a word that no text has.
pub(super) fn dead(file: &RuleFile, text: &str) -> Vec<Fault> {
    let all = file.phrase_lists().into_iter().flat_map(|list| list.phrases);
    let with_word = all.filter_map(|phrase| Some((phrase, dead_word(&parse(phrase.get_ref()).ok()?)?)));
    with_word.map(|(phrase, dead)| dead_fault(phrase, &dead, text)).collect()
}

/// A word that texts never have, and the words they have in its place.
struct Dead {
    word: String,
    instead: String,
}

fn dead_word(pattern: &Pattern) -> Option<Dead> {
    match pattern {
        Pattern::Sequence(items) | Pattern::Either(items) => items.iter().find_map(dead_word),
        Pattern::Optional(inner) => dead_word(inner),
        Pattern::Term(Term::Base(word) | Term::Exact(word)) => {
            let text = Text::of_paragraph(word);
            let words = words_of(&text, 0..text.tokens().len());
            let read: Vec<&str> = words.iter().map(|word| word.form.as_str()).collect();
            let instead = read.join(" ");
            (instead != *word).then(|| Dead { word: word.clone(), instead })
        }
        _ => None,
    }
}

fn dead_fault(phrase: &Spanned<String>, Dead { word, instead }: &Dead, text: &str) -> Fault {
    let whole = span_of(phrase);
    let span = whole
        .slice(text)
        .find(word.as_str())
        .map_or(whole, |at| Span::new(whole.start + at, whole.start + at + word.len()));
    let fault = Fault::new(span, format!("no text has `{word}` as one word"), "this phrase is never met");
    fault.with_help(match instead.as_str() {
        "" => "a phrase is made of words, without the signs between them".to_owned(),
        _ => format!("write `{instead}`"),
    })
}

/// A fault for each phrase that adds nothing to another of its list.
pub(super) fn needless(file: &RuleFile) -> Vec<Fault> {
    let lists = file.phrase_lists();
    let mut faults: Vec<Fault> =
        lists.iter().flat_map(|list| needless_in(list.phrases, list.is_exact)).collect();
    faults.extend(file.scale.values().flat_map(|steps| [twice_told(steps), level(steps)].concat()));
    faults
}

/// Phrases that stand for more than one step.
fn twice_told(steps: &Steps) -> Vec<Fault> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let told = steps.iter().flat_map(|(step, table)| table.phrases.iter().map(move |phrase| (step, phrase)));
    let again = told.filter_map(|(step, phrase)| {
        let other = first.insert(phrase.get_ref(), step.get_ref()).filter(|it| it != step.get_ref())?;
        Some(of_two_steps(phrase, other))
    });
    again.collect()
}

/// Steps that lie where another does.
fn level(steps: &Steps) -> Vec<Fault> {
    let mut by_place: Vec<_> = steps.iter().map(|(step, table)| (table.at.get_ref(), step, table)).collect();
    by_place.sort_by(|(one, ..), (other, ..)| one.total_cmp(other));
    let neighbours = by_place.iter().zip(by_place.iter().skip(1));
    let level = neighbours.filter(|((one, ..), (other, ..))| one == other);
    level
        .map(|((_, one, _), (_, other, table))| of_one_place(one.get_ref(), other.get_ref(), &table.at))
        .collect()
}

fn needless_in(list: List, is_exact: bool) -> Vec<Fault> {
    let read: Vec<(&Spanned<String>, Phrase)> =
        list.iter().filter_map(|phrase| Some((phrase, Phrase::new(phrase.get_ref()).ok()?))).collect();
    let coverers = Coverers::of(&read.iter().map(|(_, phrase)| phrase).collect::<Vec<_>>());
    let covered = |at: usize, (phrase, own): &(&Spanned<String>, Phrase)| {
        let others = coverers.candidates(own).into_iter().filter(|other| *other != at);
        let mut others = others.filter_map(|other| Some((other, read.get(other)?)));
        let says_more = others.find(|(other, (_, wide))| {
            let same = || own.covers(wide);
            wide.covers(own) && (!is_exact || same()) && (*other < at || !same())
        });
        says_more.map(|(_, (wide, _))| adds_nothing(phrase, wide.get_ref()))
    };
    read.iter().enumerate().filter_map(|(at, own)| covered(at, own)).collect()
}

fn adds_nothing(phrase: &Spanned<String>, wide: &str) -> Fault {
    let title = format!("`{wide}` is met wherever this phrase is");
    Fault::new(span_of(phrase), title, "this one adds nothing").with_help("take one of the two out")
}

fn of_two_steps(phrase: &Spanned<String>, other: &str) -> Fault {
    let title = format!("`{}` stands for the step `{other}` as well", phrase.get_ref());
    Fault::new(span_of(phrase), title, "one phrase, two steps").with_help("keep it at one of the two")
}

fn of_one_place(one: &str, other: &str, at: &Spanned<f64>) -> Fault {
    let fault =
        Fault::new(span_of(at), format!("`{other}` lies where `{one}` does"), "so the two are never opposed");
    fault.with_help("give it another number, or make one step of the two")
}
