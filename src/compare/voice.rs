//! Whose words are those of a side: its leaders, envoys and spokespeople, not each of its members.

use crate::claim::Speaker;
use crate::grammar::table::section_words;
use crate::text::form::base_form;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

const LIST: &str = include_str!("../../rules/lexicon/voices.txt");

static SPEAKERS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words(&["speakers"]));
static VOICES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words(&["offices", "speakers", "bodies"]));

fn words(sections: &[&str]) -> FxHashSet<&'static str> {
    sections.iter().flat_map(|section| section_words(LIST, section)).flat_map(|(_, words)| words).collect()
}

/// Whether two speak with one voice, that of their side: two ministers, not two senators, nor the spokesmen of two ministries.
pub(super) fn is_one(one: &Speaker, other: &Speaker) -> bool {
    let one_side = one.side.is_some() && one.side == other.side;
    let other_bodies = || spoken_for(one).zip(spoken_for(other)).is_some_and(|(one, other)| one != other);
    one_side && speaks_for_side(one) && speaks_for_side(other) && !other_bodies()
}

/// Who is known by a name alone has been given the side by a record or is the body itself.
fn speaks_for_side(speaker: &Speaker) -> bool {
    told(speaker).is_none_or(|told| told.split([' ', '-']).any(|word| is_among(word, &VOICES)))
}

/// The office or description of a speaker.
fn told(speaker: &Speaker) -> Option<&str> {
    let described = || speaker.name.split(' ').any(|word| word.starts_with(char::is_lowercase));
    speaker.role.as_deref().or_else(|| described().then_some(&*speaker.name))
}

/// "Spokesman for the | trade ministry", "trade ministry | spokesman".
fn spoken_for(speaker: &Speaker) -> Option<String> {
    let words: Vec<_> = told(speaker)?.split(' ').collect();
    let at = words.iter().position(|word| is_among(word, &SPEAKERS))?;
    let behind = words.get(at + 1..).unwrap_or_default();
    let behind = if behind.is_empty() { words.get(..at).unwrap_or_default() } else { behind };
    let body: Vec<_> = behind
        .iter()
        .copied()
        .skip_while(|word| matches!(*word, "for" | "of" | "the" | "a" | "an"))
        .collect();
    (!body.is_empty()).then(|| body.join(" "))
}

fn is_among(word: &str, words: &FxHashSet<&str>) -> bool {
    let word = word.to_lowercase();
    words.contains(&*word) || words.contains(&*base_form(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `"Anne Brun, finance minister"`, `"Anne Brun"`, `"French officials"`.
    fn speaker(written: &str) -> Speaker {
        let (name, role) =
            written.split_once(", ").map_or((written, None), |(name, role)| (name, Some(role)));
        let side = Some("France".to_owned());
        Speaker { name: name.to_owned(), role: role.map(str::to_owned), side, ..Speaker::default() }
    }

    #[test]
    fn who_leads_a_side_or_speaks_for_it_is_its_voice() {
        let one = [
            ("Anne Brun, finance minister", "Jan Roth, justice minister"),
            ("Anne Brun", "French officials"),
            ("France", "Jan Roth, government spokesman"),
            ("spokeswoman for the trade ministry", "trade ministry spokesman"),
            ("French finance ministry", "Jan Roth, ambassador"),
        ];
        let two = [
            ("Anne Brun, senator", "Jan Roth, senator"),
            ("Anne Brun, French deputy", "Jan Roth, prime minister"),
            ("Anne Brun, French economist", "Jan Roth, finance minister"),
            ("French lawmakers", "French officials"),
            ("spokeswoman for the trade ministry", "spokesman for the interior ministry"),
        ];
        for (a, b) in one {
            assert!(is_one(&speaker(a), &speaker(b)), "{a} / {b}");
        }
        for (a, b) in two {
            assert!(!is_one(&speaker(a), &speaker(b)) && !is_one(&speaker(b), &speaker(a)), "{a} / {b}");
        }
    }
}
