//! Whoever stands beside a speaker is not the speaker: who is cited, whom somebody serves.

use super::check;

#[test]
fn whoever_is_cited_said_it() {
    check("[1 CNN] <1 reported>, citing Reuters, {1 that the dam had cracked}.", &["Reuters via CNN"]);
    check(
        "[1 CNN] <1 reported> on Friday, quoting the mayor, Nora Lind, {1 that so}.",
        &["Nora Lind via CNN"],
    );
    check("{1 The dam had cracked}, [1 CNN] <1 reported>, citing Reuters.", &["Reuters via CNN"]);
    check("[1 CNN, citing Reuters,] <1 said> {1 that the dam had cracked}.", &["Reuters via CNN"]);
    check("[1 CNN] <1 reported>, citing a letter, {1 that the dam had cracked}.", &["CNN"]);
    check("[1 Nora Lind] <1 said>, citing Reuters, {1 that the dam had cracked}.", &["Nora Lind"]);
}

#[test]
fn whoever_serves_an_office_does_not_hold_it() {
    check(
        "[1 The mayor’s spokesman, Nora Lind,] <1 said> {1 it was safe}. [2 The mayor] <2 said> {2 it was not}.",
        &["Nora Lind", "mayor"],
    );
    check(
        "[1 Nora Lind, an adviser to the mayor,] <1 said> {1 it was safe}. [2 The mayor] <2 said> {2 it was not}.",
        &["Nora Lind", "mayor"],
    );
    check(
        "[1 Nora Lind] <1 said> {1 it was safe}. [2 The mayor] <2 said> {2 it would hold}.",
        &["Nora Lind", "Nora Lind"],
    );
}
