//! Verbs of saying that say nothing where they stand.

use super::weighed::{check, check_weighed};

#[test]
fn what_is_done_to_a_thing_with_a_verb_of_saying_is_nothing_said() {
    for sentence in [
        "The bishop said a prayer for the missing sailors.",
        "Holm said goodbye to her colleagues.",
        "Voss told the council a joke about the weather.",
        "The Rovers claimed the trophy on Saturday.",
        "The storm claimed eleven lives.",
        "The guard reported for duty at dawn.",
        "The clerk answered the phone.",
        "Neighbours called police shortly after midnight.",
        "Lind called a meeting of the council on Monday.",
        "Lind wrote to his sister from prison.",
        "The guard reported to the barracks.",
    ] {
        check(sentence, &[]);
    }
}

#[test]
fn what_is_said_may_be_a_noun_phrase() {
    for (sentence, expected) in [
        ("Lind denied the charge.", "Lind | denied | the charge"),
        ("The minister announced a ceasefire.", "The minister | announced | a ceasefire"),
        (
            "The rebels claimed responsibility for the blast.",
            "The rebels | claimed | responsibility for the blast",
        ),
        ("Lind called the head of the bank a liar.", "Lind | called | the head of the bank a liar"),
        ("Police said prayers were held for the dead.", "Police | said | prayers were held for the dead"),
        (
            "“The trophy is ours for good,” claimed the captain.",
            "the captain | claimed | “The trophy is ours for good,”",
        ),
        ("Holm reported to police that his car was gone.", "Holm | reported | that his car was gone"),
        (
            "Holm claimed the benefits of the plan outweigh its costs.",
            "Holm | claimed | the benefits of the plan outweigh its costs",
        ),
    ] {
        check_weighed(sentence, &[expected]);
    }
}

#[test]
fn who_is_told_why_is_no_part_of_it() {
    check(
        "Lind explained to the board why the bridge had failed.",
        &["Lind | explained | why the bridge had failed"],
    );
}
