//! What a text says of a conflict itself makes it a note; what only looks like that does not.

#![cfg(test)]

mod gravity;

use gravity::gravest;
use sayso::finding::Severity;

/// Drafts that are told to be notes, or not.
fn check(is_note: bool, drafts: impl Iterator<Item = String>) {
    let wrong: Vec<_> = drafts
        .filter(|draft| match gravest(draft, "") {
            Some(Severity::Note) => !is_note,
            Some(_) => is_note,
            None => true,
        })
        .collect();
    assert!(wrong.is_empty(), "note: {is_note}: {wrong:#?}");
}

#[test]
fn one_who_says_otherwise_than_before() {
    let told = |rest: &str| format!("Anna Berg said on Friday that she had met Lund. {rest}");
    let turned = [
        "On Sunday Berg corrected herself and said that she had not met Lund.",
        "On Sunday Berg changed her account, saying that she had not met Lund.",
        "Berg reversed herself on Sunday, saying that she had not met Lund.",
        "Berg backtracked on Sunday. She said that she had not met Lund.",
        "On Sunday she took a different line, saying that she had not met Lund.",
        "On Sunday Berg retreated from that and said that she had not met Lund.",
        "In a reversal, Berg said on Sunday that she had not met Lund.",
        "In a change of heart, Berg said on Sunday that she had not met Lund.",
        "She did an about-face on Sunday, saying that she had not met Lund.",
        "She walked it back on Sunday, saying that she had not met Lund.",
        "She now says that she had not met Lund.",
        "She later admitted that she had not met Lund.",
        "She no longer claims so: on Sunday Berg said that she had not met Lund.",
    ];
    check(true, turned.into_iter().map(told));
    let plain = [
        "Berg corrected the proofs on Saturday. Berg said on Sunday that she had not met Lund.",
        "The driver reversed the van. Berg said on Sunday that she had not met Lund.",
        "Berg, who had changed her shoes, said on Sunday that she had not met Lund.",
        "A guard walked the dogs back. Berg said on Sunday that she had not met Lund.",
    ];
    check(false, plain.into_iter().map(told));
}

#[test]
fn what_one_said_at_first() {
    let told = |first: &str| format!("{first} On Thursday Berg said that the firm did not pay the fine.");
    let first = [
        "At first Anna Berg said that the firm paid the fine.",
        "Anna Berg first said that the firm paid the fine.",
        "Anna Berg initially claimed that the firm paid the fine.",
        "Originally Anna Berg said that the firm paid the fine.",
        "Anna Berg said originally that the firm paid the fine.",
        "Until recently Anna Berg said that the firm paid the fine.",
    ];
    check(true, first.into_iter().map(told));
    let plain = [
        "At first light Anna Berg said that the firm paid the fine.",
        "Anna Berg was the first mayor to speak and said that the firm paid the fine.",
        "Anna Berg, originally from Klow, said that the firm paid the fine.",
    ];
    check(false, plain.into_iter().map(told));
}

#[test]
fn two_of_whom_it_is_told_beforehand_that_they_differ() {
    let told = |before: &str| {
        let both = "The mayor, Ida Falk, said on Saturday that 40 people had died. The union leader Jan Lund said on \
                    Saturday that 12 people had died.";
        format!("{before} {both}")
    };
    let announced = [
        "How many died is in dispute.",
        "How many people died is contested.",
        "Estimates of the dead vary widely.",
        "Accounts of the fire are contradictory.",
        "The mayor and the union do not agree.",
        "Nobody agrees on the number of dead.",
        "The mayor and the union are far apart.",
        "There are two versions of events.",
        "There are rival accounts of the fire.",
        "It is unclear how many people died.",
        "The figures could not be reconciled.",
        "Counts of the dead are all over the place.",
        "The mayor and the union have yet to settle the matter.",
        "The number of dead is a matter of debate.",
    ];
    check(true, announced.into_iter().map(told));
    let plain = [
        "Water levels vary widely in spring.",
        "The union did not agree to the sale.",
        "There are two versions of the car.",
        "It is not clear who will come to the fair.",
        "The two agreed to differ about football.",
    ];
    check(false, plain.into_iter().map(told));
}

#[test]
fn one_who_sees_it_otherwise_than_another() {
    let between = [
        "The banker Ida Falk said on Monday that the fund is solvent. On the contrary, the auditor Jan Lund said on Monday that the fund is not solvent.",
        "The banker Ida Falk said on Monday that the fund is solvent. The auditor Jan Lund sees it differently. He said on Monday that the fund is not solvent.",
        "The banker Ida Falk said on Monday that the fund is solvent. The auditor Jan Lund thinks otherwise. The fund is not solvent, he said on Monday.",
        "The banker Ida Falk said on Monday that the fund is solvent. The auditor Jan Lund took issue with that. He said on Monday that the fund is not solvent.",
        "The banker Ida Falk said on Monday that the fund is solvent. The auditor Jan Lund is of another opinion. He said on Monday that the fund is not solvent.",
        "The banker Ida Falk said on Monday that the fund is solvent, a view that the auditor Jan Lund does not share. Lund said on Monday that the fund is not solvent.",
        "The banker Ida Falk said on Monday that the fund is solvent. The auditor Jan Lund said on Monday that the fund is not solvent; Falk said that was false.",
        "The banker Ida Falk said on Monday that the fund is solvent. The auditor Jan Lund said on Monday that the fund is not solvent. Falk said Lund was wrong.",
        "The banker Ida Falk said on Monday that the fund is solvent. The auditor Jan Lund said the reverse. He said on Monday that the fund is not solvent.",
    ];
    check(true, between.into_iter().map(str::to_owned));
}

#[test]
fn of_two_speakers_neither_has_turned() {
    let draft = "At first Ida Falk said on Monday that the mill is profitable. Jan Lund corrected himself and said on \
                 Thursday that the mill is not profitable.";
    assert_eq!(gravest(draft, ""), Some(Severity::Warning));
}
