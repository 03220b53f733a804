//! Runs of capitalised words, and which part of each is a name.

use crate::resolve::who::lexicon::{Class, class_of};
use crate::resolve::who::words::Words;
use std::ops::Range;

/// A name as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::resolve::who) struct Run {
    /// Title and name together.
    pub(in crate::resolve::who) whole: Range<usize>,
    /// The name alone.
    pub(in crate::resolve::who) name: Range<usize>,
    /// It ends in the noun of an office ("the Foreign Minister") or in an adjective: nobody's name.
    pub(in crate::resolve::who) nameless: bool,
    /// The name is a body's by its words.
    pub(in crate::resolve::who) body: bool,
    /// First word of its sentence or quotation, where any word is capitalised.
    pub(in crate::resolve::who) initial: bool,
    /// In a sentence whose words are nearly all capitalised.
    pub(in crate::resolve::who) headline: bool,
}

impl Run {
    /// Whether a person's title stands in the run before the name: "Mayor | Washington".
    pub(super) fn is_titled(&self, words: Words) -> bool {
        let title = self.name.start.checked_sub(1).filter(|_| self.name.start > self.whole.start);
        !self.body && title.is_some_and(|at| words.is(at, Class::TITLE.and(Class::OFFICE)))
    }
}

impl Words<'_, '_> {
    /// A capitalised word that can be part of a name.
    fn is_name_word(&self, index: usize) -> bool {
        if !self.is_capitalised(index) {
            return self.is_joined_particle(index);
        }
        let (word, class) = (self.word(index), self.class(index));
        if word.len() <= 2 && word.ends_with('.') {
            return true;
        }
        let participle = |(_, tail): (&str, &str)| tail.starts_with(char::is_lowercase);
        if word.ends_with("ed") && word.split_once('-').is_some_and(participle) {
            return false;
        }
        let given = class.is(Class::GIVEN) && self.is_capitalised(index + 1);
        !class.is(Class::BOUNDARY)
            || given
            || self.is_month_for_surname(index)
            || (self.is_upper(index) && class.is(Class::AUXILIARY))
    }

    /// "Theresa | May said", "Mrs. | May said", but not "Sydney | May 5" nor, in a headline, "Theresa | May Resign".
    fn is_month_for_surname(&self, index: usize) -> bool {
        let named = Class::GIVEN.and(Class::TITLE);
        let behind_name = index > 0 && self.is(index - 1, named) && self.is_capitalised(index - 1);
        let day = self.word(index + 1).starts_with(|letter: char| letter.is_ascii_digit());
        self.is(index, Class::CALENDAR) && behind_name && !day && !self.is_capitalised(index + 1)
    }

    /// "Anwar | al-Awlaki".
    fn is_joined_particle(&self, index: usize) -> bool {
        let parts = self.word(index).split_once('-');
        let joined = parts.is_some_and(|(particle, name)| {
            class_of(particle).is(Class::PARTICLE) && name.starts_with(char::is_uppercase)
        });
        joined && index > 0 && self.is_capitalised(index - 1)
    }
}

/// All runs of the text, in its order.
pub(super) fn all_runs(words: Words) -> Vec<Run> {
    let mut runs = Vec::new();
    for sentence in words.text.sentences() {
        let headline = is_headline(&words, sentence);
        read(words, sentence.clone(), headline, &mut runs);
    }
    runs
}

/// The runs that lie in `range`, cut at its ends.
pub(super) fn runs_in(words: Words, range: Range<usize>) -> Vec<Run> {
    let mut runs = Vec::new();
    read(words, range, false, &mut runs);
    runs
}

fn read(words: Words, range: Range<usize>, headline: bool, runs: &mut Vec<Run>) {
    let mut at = range.start;
    while at < range.end {
        if words.is_name_word(at) && !words.is(at, Class::CALENDAR) {
            let end = run_end(&words, at, range.end);
            runs.push(split(&words, at..end, headline));
            at = end;
        } else {
            at += 1;
        }
    }
}

/// Whether nearly all words of a sentence are capitalised.
fn is_headline(words: &Words, sentence: &Range<usize>) -> bool {
    let long = |at: &usize| {
        let plain = !words.is(*at, Class::BOUNDARY) && words.word(*at).len() > 2;
        plain && words.is_word(*at)
    };
    let (mut capital, mut all) = (0, 0);
    for at in sentence.clone().filter(long) {
        all += 1;
        capital += usize::from(words.is_capitalised(at));
    }
    let alone = words.text.paragraph_at(sentence.start).and_then(|index| words.text.paragraphs().get(index));
    let alone = alone.is_some_and(|paragraph| paragraph.len() <= sentence.len() + 2);
    let stopped = words.text.word(sentence.end.saturating_sub(1)) == ".";
    alone && (all >= 4 || (all >= 2 && capital == all && !stopped)) && capital * 10 >= all * 8
}

/// `name-word ((particle | initial | "&") name-word | name-word)* (","? suffix)? (("of" | "for" | "on") "the"? name-word+)?`
fn run_end(words: &Words, start: usize, limit: usize) -> usize {
    let mut end = start + 1;
    loop {
        if end < limit && words.is_name_word(end) {
            end += 1;
        } else if let Some(next) = after_particles(words, end, limit) {
            end = next;
        } else if end < limit && words.is(end - 1, Class::OFFICE) && is_department(words, end) {
            end += 2;
        } else {
            break;
        }
    }
    let comma = usize::from(words.word(end) == ",");
    if words.is(end + comma, Class::SUFFIX) && words.is_capitalised(end + comma) && end + comma < limit {
        return end + comma + 1;
    }
    extend_body(words, start, end, limit)
}

/// "Secretary | of State", "Secretary | of Defense".
fn is_department(words: &Words, of: usize) -> bool {
    let department = words.is(of + 1, Class::MODIFIER) || words.word(of + 1) == "State";
    words.word(of) == "of" && department && words.is_capitalised(of + 1)
}

/// Past `particle{1,3} name-word` or `"&" name-word`.
fn after_particles(words: &Words, at: usize, limit: usize) -> Option<usize> {
    let mut next = at;
    while next < limit && next < at + 3 && is_joint(words, next) {
        next += 1;
    }
    (next > at && next < limit && words.is_name_word(next)).then_some(next + 1)
}

fn is_joint(words: &Words, index: usize) -> bool {
    words.word(index) == "&" || (words.is(index, Class::PARTICLE) && !words.is_capitalised(index))
}

/// "Department | of Justice", "House Oversight | and Government Reform Committee".
fn extend_body(words: &Words, start: usize, end: usize, limit: usize) -> usize {
    let last = end - 1;
    let is_body = |at: usize| words.is(at, Class::ORGANISATION);
    if matches!(words.word(end), "and") && words.is_name_word(end + 1) && !is_body(last) {
        let next = plain_end(words, end + 1, limit);
        if matches!(words.word(start), "House" | "Senate") && is_body(next - 1) {
            return next;
        }
    }
    let chambers = end == start + 1 && matches!(words.word(start), "House" | "Bank" | "Court");
    if !(is_body(last) || chambers) {
        return end;
    }
    let mut end = end;
    while matches!(words.word(end), "of" | "for" | "on" | "to")
        || (end > last + 1 && words.word(end) == "and")
    {
        let article = usize::from(matches!(words.word(end + 1), "the" | "a" | "an"));
        let from = end + 1 + article;
        if from >= limit || !words.is_name_word(from) || words.is(from, Class::CALENDAR) {
            break;
        }
        end = plain_end(words, from, limit);
    }
    end
}

fn plain_end(words: &Words, start: usize, limit: usize) -> usize {
    (start..limit).find(|at| !words.is_capitalised(*at)).unwrap_or(limit)
}

/// Takes titles and adjectives off the front of a run.
fn split(words: &Words, whole: Range<usize>, headline: bool) -> Run {
    let last = whole.end - 1;
    let joins = |at: &usize| matches!(words.word(*at), "of" | "for" | "on" | "to");
    let complement = whole.clone().find(joins).is_some_and(|of| !words.is(of - 1, Class::OFFICE));
    let shouted = whole.len() > 2 && whole.clone().all(|at| words.is_upper(at));
    let body = complement || (words.is(last, Class::ORGANISATION) && !is_person_like(words, &whole));
    let start = if body { whole.start } else { name_start(words, &whole) };
    let document = words.is(last, Class::DOCUMENT) && !words.is(last, Class::ORGANISATION.and(Class::GIVEN));
    let common = document || start >= whole.end || whole.clone().all(|at| is_common(words, at));
    let nameless = is_placed_noun(words, &whole) || (!body && common);
    let name = start.min(last)..whole.end;
    let headline = headline || shouted;
    Run { initial: words.is_initial(whole.start), name, whole, nameless, body, headline }
}

/// "Police | in Vik": the noun of a body where any word is capitalised, with its place.
fn is_placed_noun(words: &Words, whole: &Range<usize>) -> bool {
    let noun = whole.len() == 1 && words.is(whole.start, Class::BODY) && words.is_initial(whole.start);
    noun && matches!(words.word(whole.end), "in" | "at" | "near" | "from")
}

/// "Emily Post" is a person, "Emily Post Institute" is not.
fn is_person_like(words: &Words, whole: &Range<usize>) -> bool {
    let titled = words.is(whole.start, Class::TITLE);
    titled
        || (whole.len() == 2 && words.is(whole.start, Class::GIVEN) && !words.is(whole.end - 1, Class::BODY))
}

/// Past the last title or office, and past adjectives before a name of at least two words.
fn name_start(words: &Words, whole: &Range<usize>) -> usize {
    let is_title = |at: &usize| {
        let given = |at: usize| words.is(at, Class::GIVEN) && !words.word(at).ends_with('.');
        // "Ada Bishop".
        let surname = *at > whole.start && *at + 1 == whole.end && given(*at - 1);
        !given(*at)
            && !surname
            && words.is(*at, Class::TITLE.and(Class::PEOPLE))
            && !words.is(*at, Class::ORGANISATION)
    };
    let mut start = whole.clone().rev().find(is_title).map_or(whole.start, |at| at + 1);
    if words.word(start) == "of" {
        start += 1;
        start = (start..whole.end).find(|at| !words.is(*at, Class::MODIFIER)).unwrap_or(whole.end);
    }
    while start + 2 < whole.end && words.is(start, Class::MODIFIER) && !words.is(start, Class::GIVEN) {
        start += 1;
    }
    start
}

/// A noun or adjective of the lexicon that names nobody.
fn is_common(words: &Words, index: usize) -> bool {
    let class = words.class(index);
    let bare = Class::PEOPLE.and(Class::MODIFIER).and(Class::TITLE).and(Class::DOCUMENT);
    class.is(bare) && !class.is(Class::GIVEN)
}
