//! What is said of something whose clause names who says so.

use super::weighed::{check, check_weighed, weighed};

#[test]
fn what_a_relative_clause_is_about_is_what_is_spoken_of() {
    for (sentence, expected) in [
        ("The bridge, which Lind said was unsafe, closed.", "Lind | said | The bridge … was unsafe"),
        ("She met the mayor, whom Holm called “a bully.”", "Holm | called | the mayor … “a bully.”"),
        ("They live by a law which the board says would fail.", "the board | says | a law … would fail"),
        ("The recount, which Lind had asked for, changed little.", "Lind | had asked for | The recount"),
    ] {
        check_weighed(sentence, &[expected]);
    }
}

#[test]
fn of_one_thing_one_may_say_this_and_another_that() {
    check_weighed(
        "Voters liked the plan, which Voss described as “bold.”",
        &["Voters | liked | the plan", "Voss | described as | the plan … “bold.”"],
    );
}

#[test]
fn what_somebody_calls_by_a_name_is_no_more_than_the_name() {
    for (sentence, expected) in [
        (
            "The split led to what aide Kevin Berg called “the beginning of a new era.”",
            "aide Kevin Berg | called | what … “the beginning of a new era.”",
        ),
        (
            "The site stopped the sale of what Lind described as a “piece of history.”",
            "Lind | described as | what … a “piece of history.”",
        ),
    ] {
        check_weighed(sentence, &[expected]);
    }
    check_weighed("What she said was that the dam is safe.", &["she | said | that the dam is safe"]);
}

#[test]
fn that_stands_for_it_only_where_the_clause_has_no_other_subject() {
    check(
        "Berg told the board that Lind said the dam was safe.",
        &["Berg | told | that Lind said the dam was safe"],
    );
}

#[test]
fn behind_of_the_pronoun_stands_for_itself() {
    check_weighed(
        "He is the head of the bank, whom Holm called “a bully.”",
        &["Holm | called | whom … “a bully.”"],
    );
}

#[test]
fn behind_a_preposition_it_is_where_or_when_something_is_said() {
    check_weighed(
        "She gave a speech in which Lind said the dam was unsafe.",
        &["Lind | said | the dam was unsafe"],
    );
}

#[test]
fn who_is_described_may_be_the_subject_of_the_clause_around() {
    for (sentence, expected) in [
        ("Those who praised the deal were staff of the firm.", "who | praised | the deal"),
        (
            "Members who have backed the plan warned that the board may leave.",
            "Members who have backed the plan | warned | that the board may leave",
        ),
    ] {
        let found = weighed(sentence);
        assert!(found.contains(&expected.to_owned()), "{sentence}: {found:?}");
    }
}
