//! Figures, units and money in one spelling: "$3bn" is "three billion dollars", "12 per cent." is "12%".

use crate::grammar::phrase::Word;
use crate::text::form::number_word;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Words that transcripts have and quotations rightly leave out.
const FILLERS: &[&str] = &["uh", "um", "er", "erm", "ah", "hmm", "mhm"];

/// Takes words in the spellings of a text and has them in one.
#[derive(Default)]
pub(super) struct Speller {
    words: Vec<Word>,
    /// A sign of money whose word comes behind the figure.
    money: Option<Word>,
}

impl Speller {
    /// How many words there are, once what was held back has been said.
    pub fn count(&mut self) -> usize {
        let place = self.words.last().map(|last| last.span);
        if let Some(mut money) = self.money.take() {
            money.span = place.unwrap_or(money.span);
            self.words.push(money);
        }
        self.words.len()
    }

    /// The words.
    pub fn done(mut self) -> Vec<Word> {
        self.count();
        self.words
    }

    /// Adds a word; a compound counts as its parts, so that "open-door" and "open door" are one.
    pub fn add(&mut self, word: &Word) {
        let form = &*word.form;
        if FILLERS.contains(&form) {
        } else if is_sign(form) {
            self.count();
            self.money = Some(spelt(word, form));
        } else if let Some(number) = number_word(form).filter(|_| form.contains('-')) {
            self.push(word.part(&number.to_string()));
        } else if form == "cannot" {
            ["can", "not"].into_iter().for_each(|part| self.push(word.part(part)));
        } else if let Some((figure, unit)) = figure_and_unit(form) {
            self.push(word.part(figure));
            self.unit(word, unit);
        } else if form.contains('-') {
            form.split('-').filter(|part| !part.is_empty()).for_each(|part| self.push(word.part(part)));
        } else {
            self.unit(word, form);
        }
    }

    fn unit(&mut self, word: &Word, unit: &str) {
        let is_percent = unit.trim_end_matches('.') == "cent"
            && self.words.last().is_some_and(|last| &*last.form == "per");
        if is_percent {
            self.words.pop();
            return self.push(word.part("percent"));
        }
        match (unit, &self.money) {
            ("", _) => {}
            ("m", Some(_)) => self.push(word.part("million")),
            _ if SPELLINGS.contains_key(unit) => {
                let spelling = SPELLINGS.get(unit).copied().unwrap_or_default();
                spelling.split(' ').for_each(|part| self.push(word.part(part)));
            }
            _ if unit == &*word.form => self.push(word.clone()),
            _ => self.push(word.part(unit)),
        }
    }

    /// Adds a word as it is spelt; money is named behind its figure.
    fn push(&mut self, word: Word) {
        let is_figure =
            word.form.starts_with(|c: char| c.is_ascii_digit()) || number_word(&word.form).is_some();
        if !is_figure {
            self.count();
        }
        self.words.push(word);
    }
}

/// Whether a short spelling is one of a word or figure: "m" may be metres, and "1500" is "1,500".
pub(super) fn is_short_for(short: &str, long: &str) -> bool {
    short == "m" && matches!(long, "million" | "metre")
        || short.starts_with(|c: char| c.is_ascii_digit()) && *short == long.replace(',', "")
}

fn is_sign(form: &str) -> bool {
    matches!(form, "$" | "€" | "£")
}

fn spelt(word: &Word, form: &str) -> Word {
    word.part(SPELLINGS.get(form).copied().unwrap_or(form))
}

/// "40m", "5km", "1,500": a figure and what stands right behind it, if that is a unit or nothing.
fn figure_and_unit(form: &str) -> Option<(&str, &str)> {
    let end = form.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(form.len());
    let (figure, unit) = form.split_at_checked(end)?;
    let is_unit = unit.is_empty()
        || unit == "m"
        || SPELLINGS.contains_key(unit)
        || SPELLINGS.values().any(|it| *it == unit);
    (figure.starts_with(|c: char| c.is_ascii_digit()) && is_unit).then_some((figure, unit))
}

/// By each other spelling the one.
static SPELLINGS: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("../../rules/lexicon/spellings.txt").lines();
    let pairs = lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':'));
    pairs.flat_map(|(one, others)| others.split(',').map(move |other| (other.trim(), one))).collect()
});
