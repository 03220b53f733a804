//! Cues that are none.

use crate::grammar::{cue, journal};
use crate::pack::reader::span_of;
use crate::pack::schema::RuleFile;
use crate::text::{Fault, did_you_mean};
use std::collections::BTreeSet;
use toml::Spanned;

/// A fault for each cue that no claim can have.
pub(super) fn dead(file: &RuleFile) -> Vec<Fault> {
    given(file).into_iter().filter_map(dead_fault).collect()
}

/// A fault for each that no list has: claims have it only where a verb of saying is guessed.
pub(super) fn strange(file: &RuleFile) -> Vec<Fault> {
    let given: Vec<_> = given(file).into_iter().filter(|cue| dead_fault(cue).is_none()).collect();
    if given.is_empty() {
        return Vec::new();
    }
    let known: BTreeSet<String> = cue::lemmas().map(str::to_owned).chain(journal::lemmas()).collect();
    let strange = given.into_iter().filter(|cue| !known.contains(cue.get_ref()));
    strange.map(|cue| strange_fault(cue, &known)).collect()
}

fn given(file: &RuleFile) -> Vec<&Spanned<String>> {
    let of_claims = file.selects().into_iter().filter_map(|select| select.cue.as_ref()).flatten();
    let of_steps = file.scale.values().flat_map(|steps| steps.values()).flat_map(|step| &step.cues);
    of_claims.chain(of_steps).collect()
}

fn dead_fault(cue: &Spanned<String>) -> Option<Fault> {
    let given = cue.get_ref();
    let entries = cue::verbs(given);
    let other =
        entries.first().filter(|_| entries.iter().all(|entry| entry.lemma.split(' ').next() != Some(given)));
    let fault = |help: String| {
        let title = format!("no claim has the cue `{given}`");
        Some(Fault::new(span_of(cue), title, "expected the base form of a word of saying").with_help(help))
    };
    if let Some(entry) = other {
        return fault(format!("write `{}`: all its forms are meant", entry.lemma));
    }
    let is_letter = |sign: char| sign.is_lowercase() || matches!(sign, ' ' | '-' | '\'' | '’');
    if given.trim().is_empty() || !given.chars().all(is_letter) {
        return fault(
            "a cue is no phrase: list the base forms in small letters, as in `[\"insist\", \"rule out\"]`"
                .to_owned(),
        );
    }
    None
}

fn strange_fault(cue: &Spanned<String>, known: &BTreeSet<String>) -> Fault {
    let given = cue.get_ref();
    let fault =
        Fault::new(span_of(cue), format!("`{given}` is no cue that is known"), "claims will hardly have it");
    let otherwise = "cues are words of saying (`insist`, `rule out`); other words stand as phrases under `content` or `sentence`";
    fault.with_help(did_you_mean(given, known.iter().map(String::as_str), otherwise))
}
