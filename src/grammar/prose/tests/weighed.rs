//! Shapes that must be right by the weights and without them.

use super::{attributions, shown_by};
use crate::grammar::prose::{self, Choosing};

#[track_caller]
pub(super) fn check(markdown: &str, expected: &[&str]) {
    assert_eq!(shown_by(attributions, markdown), expected, "by hand, in: {markdown}");
    check_weighed(markdown, expected);
}

#[track_caller]
pub(super) fn check_weighed(markdown: &str, expected: &[&str]) {
    assert_eq!(weighed(markdown), expected, "by the weights, in: {markdown}");
}

/// What the weights choose.
pub(super) fn weighed(markdown: &str) -> Vec<String> {
    shown_by(|document, text| prose::attributions(document, text, Choosing::default()), markdown)
}

#[test]
fn the_source_behind_according_to_is_taken_whole() {
    check(
        "The levy cut waste by a tenth, according to a study last year by economists in Norhaven.",
        &["a study last year by economists in Norhaven | according to | The levy cut waste by a tenth"],
    );
    check(
        "According to a person familiar with the matter, the port will close.",
        &["a person familiar with the matter | According to | the port will close"],
    );
}

#[test]
fn in_ones_view_a_thing_is_so() {
    check("In Holm's view, the dam is safe.", &["Holm | view | the dam is safe"]);
    check("“The dam is safe,” in Holm's view.", &["Holm | view | “The dam is safe,”"]);
    check("By his own account, Holm left at noon.", &["his | account | Holm left at noon"]);
    check("In her eyes, tears stood.", &[]);
    check("He spoke in her words.", &[]);
}

#[test]
fn a_clause_may_begin_behind_when_and_where_it_was_said() {
    check(
        "The ministry said on Monday it had found no cracks.",
        &["The ministry | said | it had found no cracks"],
    );
    check("Lind said in a letter to the council the dam was old.", &["Lind | said | the dam was old"]);
    check(
        "The ministry, which runs the dam, said on Monday the gate was shut.",
        &["The ministry, which runs the dam, | said | the gate was shut"],
    );
    check("Voss spoke on Monday to the men who built the dam.", &[]);
}

#[test]
fn who_neither_confirms_nor_denies_is_the_subject() {
    check(
        "The ministry would neither confirm nor deny that the dam was old.",
        &["The ministry | deny | that the dam was old"],
    );
    check("The ministry neither confirmed nor denied the report.", &["The ministry | denied | the report"]);
    check("The ministry could neither confirm nor deny the report.", &["The ministry | deny | the report"]);
    check("The ministry confirmed and denied the report.", &["The ministry | denied | the report"]);
}

#[test]
fn who_is_quoted_as_saying_a_thing_says_it() {
    check(
        "Holm was cited by two papers as saying that he would resign.",
        &["Holm | saying | that he would resign"],
    );
}

#[test]
fn what_is_denied_in_the_passive_is_the_subject() {
    check("The report was denied by the ministry on Monday.", &["the ministry | was denied | The report"]);
}

#[test]
fn a_noun_may_tell_what_is_quoted_behind_a_colon() {
    check(
        "Lind's response was blunt: “The dam is old and will stay so.”",
        &["Lind | response | “The dam is old and will stay so.”"],
    );
    check("His answer was a shrug.", &[]);
}

#[test]
fn a_claim_ends_before_the_verb_that_says_what_became_of_it() {
    check(
        "Lind's claim that the dam is safe was met with laughter.",
        &["Lind | claim | that the dam is safe"],
    );
    check(
        "The claim by Lind that the dam is safe was rejected on Monday.",
        &["Lind | claim | that the dam is safe"],
    );
}

#[test]
fn neither_of_two_is_both_of_them() {
    check(
        "Neither Lind nor Voss would say whether the dam was safe.",
        &["Neither Lind nor Voss | would say | whether the dam was safe"],
    );
}

#[test]
fn what_another_says_in_a_clause_of_its_own_is_no_part_of_the_content() {
    check(
        "Lind said the dam “is safe and will hold,” but Voss said it would not.",
        &["Lind | said | the dam “is safe and will hold,”", "Voss | said | it would not"],
    );
    check(
        "Lind says that the dam is old, while Voss says that it is new.",
        &["Lind | says | that the dam is old", "Voss | says | that it is new"],
    );
}

#[test]
fn how_long_it_has_been_said_is_no_part_of_the_cue() {
    check("Voss has argued for years that the dam is old.", &["Voss | has argued | that the dam is old"]);
    check(
        "Voss has argued for the past ten years that the dam is old.",
        &["Voss | has argued | that the dam is old"],
    );
}

#[test]
fn how_it_is_said_is_no_cue() {
    check_weighed(
        "“Nobody,” said Lind, pausing, “should leave the town today.”",
        &["Lind | said | “Nobody,” … “should leave the town today.”"],
    );
}

#[test]
fn who_is_told_is_no_part_of_a_block_quotation() {
    check("Lind told the council:\n\n> The dam is old.", &["Lind | told | The dam is old."]);
}

#[test]
fn what_she_said_was_that() {
    check("What Berg said was that the dam is safe.", &["Berg | said | that the dam is safe"]);
}

#[test]
fn two_who_speak_may_be_described_in_between() {
    check(
        "Berg, 54, and Lind, 43, said in separate interviews that the dam was safe.",
        &["Berg, 54, and Lind, 43, | said | that the dam was safe"],
    );
}

#[test]
fn a_speaker_goes_on_in_the_tense_of_the_verb_before() {
    check(
        "Lind said the dam was safe but added that the port was not.",
        &["Lind | said | the dam was safe", "Lind | added | that the port was not"],
    );
}

#[test]
fn a_clause_that_is_broken_off_goes_on_behind_its_source() {
    check(
        "The levy is, in the words of its critics, unfair.",
        &["its critics | in the words of | The levy is … unfair"],
    );
}

#[test]
fn a_poll_of_two_houses_is_one_source() {
    check(
        "Half of voters back the plan, according to a Norland Times/Post poll.",
        &["a Norland Times/Post poll | according to | Half of voters back the plan"],
    );
}

#[test]
fn last_week_is_no_part_of_who_speaks() {
    check("The editor last week said the plan was dead.", &["The editor | said | the plan was dead"]);
    check("The council this month denied the report.", &["The council | denied | the report"]);
    check_weighed("The plan of last week said nothing.", &["The plan of last week | said | nothing"]);
}

#[test]
fn who_puts_a_figure_at_something_says_so() {
    check("The ministry put the toll at 19.", &["The ministry | put | the toll at 19"]);
    check(
        "Police have put the number of marchers at about 25,000.",
        &["Police | have put | the number of marchers at about 25,000"],
    );
    check("The ministry had put them at 19 before.", &["The ministry | had put | them at 19"]);
    check("She put the book on the shelf at 9.", &[]);
    check("He put the team at risk.", &[]);
}
