//! Who is meant where one text has a last name alone and another the whole.

use crate::claim::{Speaker, last_name};
use crate::compare::Statement;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// The whole names of people under their last names, in all texts that are held against each other.
#[derive(Default)]
pub struct Namesakes(FxHashMap<String, BTreeSet<String>>);

impl Namesakes {
    /// Of all who speak in `statements`.
    pub fn of<'s>(statements: impl Iterator<Item = &'s Statement>) -> Namesakes {
        let names: BTreeSet<&str> = statements.filter_map(|it| it.claim.speaker.whole_name()).collect();
        let mut whole: FxHashMap<String, BTreeSet<String>> = FxHashMap::default();
        for name in names {
            whole.entry(last_name(name).to_lowercase()).or_default().insert(name.to_lowercase());
        }
        Namesakes(whole)
    }

    /// Whether two speakers are one as far as their names tell: they have the same, in whatever letters ("BERG", "Berg"), or
    /// one has nothing but the last name of the other, and nobody else has that.
    pub fn are_one(&self, one: &Speaker, other: &Speaker) -> bool {
        if one.is_same(other) {
            return true;
        }
        let named = |speaker: &Speaker| !speaker.is_nobody() && !speaker.anonymous && !speaker.group;
        let sides_differ =
            one.side.as_ref().zip(other.side.as_ref()).is_some_and(|(one, other)| one != other);
        if !(named(one) && named(other)) || sides_differ {
            return false;
        }
        let last = last_name(&one.name);
        let is_bare = |speaker: &Speaker| !speaker.name.contains(' ');
        is_same_name(last, last_name(&other.name))
            && match (is_bare(one), is_bare(other)) {
                (true, true) => true,
                (false, false) => is_same_name(&one.name, &other.name),
                _ => self.0.get(&last.to_lowercase()).is_none_or(|namesakes| namesakes.len() < 2),
            }
    }
}

/// In whatever letters.
fn is_same_name(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() {
        return one.eq_ignore_ascii_case(other);
    }
    fn letters(name: &str) -> impl Iterator<Item = char> {
        name.chars().flat_map(char::to_lowercase)
    }
    letters(one).eq(letters(other))
}

#[cfg(test)]
mod tests {
    use super::Namesakes;
    use crate::check::{Kit, record_statements};
    use crate::claim::Speaker;
    use crate::record;
    use crate::text::{FileId, Source};

    /// Whether two names are of one person where `others` are known besides.
    #[track_caller]
    fn check(one: &str, other: &str, others: &[&str], expected: bool) {
        let entry = |name: &&str| format!("2031-05-02 {name}\n    says the dam is safe\n\n");
        let known: String = [one, other].iter().chain(others).map(entry).collect();
        let record = record::of_sources([Source::new("dam.claims", known)], FileId(1));
        let statements = record_statements(&record, &Kit::builtin());
        let speaker = |name: &str| Speaker { name: name.to_owned(), ..Speaker::default() };
        let namesakes = Namesakes::of(statements.iter());
        assert_eq!(namesakes.are_one(&speaker(one), &speaker(other)), expected, "{one}, {other}, {others:?}");
        assert_eq!(namesakes.are_one(&speaker(other), &speaker(one)), expected, "{other}, {one}, {others:?}");
    }

    #[test]
    fn a_last_name_alone_is_whoever_alone_has_it() {
        check("Anna Berg", "Anna Berg", &["Ole Berg"], true);
        check("Anna Berg", "Berg", &["Ole Voss"], true);
        check("Anna Berg", "BERG", &[], true);
        check("BERG", "Berg", &["Anna Berg", "Ole Berg"], true);
        check("ANNA BERG", "Anna Berg", &["Ole Berg"], true);
        check("Anna Berg", "Berg", &["Ole Berg"], false);
        check("Anna Berg", "Berg", &["ANNA BERG"], true);
        check("Anna Berg", "Ole Berg", &[], false);
        check("Anna Berg", "Anna", &[], false);
        check("Carl Berg Jr.", "Berg", &[], true);
        check("Carl Berg Jr.", "Jr.", &[], false);
    }

    #[test]
    fn nobody_is_anybody_and_sides_tell_people_apart() {
        let namesakes = Namesakes::default();
        let of = |name: &str, side: Option<&str>, group: bool| Speaker {
            name: name.to_owned(),
            side: side.map(str::to_owned),
            group,
            ..Speaker::default()
        };
        assert!(!namesakes.are_one(&Speaker::default(), &Speaker::default()));
        assert!(!namesakes.are_one(&of("White House", None, true), &of("House", None, true)));
        let (berg, whole) = (of("Berg", Some("Norland"), false), of("Anna Berg", Some("Westria"), false));
        assert!(!namesakes.are_one(&berg, &whole));
        assert!(namesakes.are_one(&berg, &of("Anna Berg", Some("Norland"), false)));
    }
}
