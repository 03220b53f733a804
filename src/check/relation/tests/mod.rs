mod apart;
mod deeds;
mod figures;
mod singular;
mod unlike;
mod unsaid;

use crate::check::{Kit, Related, Side, relate};
use crate::compare::LikelihoodScale;

/// A claim as `text`, `speaker: text` or `day speaker: text`.
fn side(written: &str) -> Side<'_> {
    let Some((head, text)) = written.split_once(": ") else {
        return Side { text: written, ..Side::default() };
    };
    let (day, speaker) = head.split_once(' ').unwrap_or(("", head));
    match day.parse() {
        Ok(day) => Side { text, speaker: Some(speaker), date: Some(day) },
        Err(_) => Side { text, speaker: Some(head), date: None },
    }
}

fn relation(a: &str, b: &str, kit: &Kit) -> String {
    let Related { relation, by, .. } = relate(&side(a), &side(b), kit);
    let by = by.map(|by| format!(" by {by:?}")).unwrap_or_default();
    format!("{relation:?}{by}")
}

/// Lines `a / b = relation`; turned round, each pair stands so by the other.
fn check(lines: &str) {
    let kit = Kit::builtin();
    let mut wrong = Vec::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (pair, expected) = line.rsplit_once(" = ").unwrap();
        let (a, b) = pair.split_once(" / ").unwrap();
        let turned = match expected.rsplit_once(" by ") {
            Some((relation, "A")) => format!("{relation} by B"),
            Some((relation, _)) => format!("{relation} by A"),
            None => expected.to_owned(),
        };
        let found = (relation(a, b, &kit), relation(b, a, &kit));
        if found != (expected.to_owned(), turned) {
            wrong.push(format!("{pair}: {found:?}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn what_one_claim_does_to_another_has_a_direction() {
    check(
        "
        The brewery poisoned the river. / The brewery denied that it poisoned the river. = Denies by B
        Ole Voss said the pier was sold. / Nora Lind disputed that the pier was sold. = Disputes by B
        The Herald reported that the dam was cracked. / The engineers said the report was untrue. = Disputes by B
        Ole Voss claimed that the dam was cracked. / Nora Lind said the claim was false. = Disputes by B
        Ole Voss said the talks with the union failed. / Nora Lind disputed Voss’s account of the talks. = Disputes by B
        Ole Voss said the pier was sold. / Ole Voss retracted his statement that the pier was sold. = Retracts by B
        Ole Voss took back his claim that the pier was sold. / Ole Voss said the pier was sold. = Retracts by A
        Ole Voss: The pier was sold. / Ole Voss: I was wrong to say that the pier was sold. = Retracts by B
        The ministry said 12 miners died. / The ministry corrected the toll to 31 miners. = Supersedes by B
        2031-05-01 The ministry: 12 miners died. / 2031-05-03 The ministry: 31 miners died. = Supersedes by B
        Nora Lind said the pier was sold. / Nora Lind told CNN that the pier was sold. = Relays by B
        Nora Lind said the pier was sold. / Ole Voss said that Nora Lind had told him that the pier was sold. = Relays by B
        2031-05-01 Nora Lind: The pier was sold. / 2031-05-03 Nora Lind: The pier was sold. = Repeats by B
        Ole Voss: We stay in the north until the end of May. / “We stay in the south until the end of May,” Ole Voss said. = Misquotes by B
        ",
    );
}

#[test]
fn other_relations_go_both_ways() {
    check(
        "
        Ole Voss said the pier is open. / Nora Lind said the pier is closed. = Contradicts
        2031-05-01 The ministry: 31 miners died. / 2031-05-03 The ministry: 12 miners died. = Contradicts
        Ole Voss said a flood is almost certain. / Nora Lind said a flood is unlikely. = Diverges
        Ole Voss said the pier was sold. / Nora Lind said the pier was sold. = Corroborates
        Nora Lind: The pier was sold. / Nora Lind: The pier has been sold. = Repeats
        The fire killed 12 miners and hurt 5 firemen. / The fire killed 12 miners. = Corroborates
        The pier was sold. / Wages rose by 3 percent. = NotComparable
        Ole Voss: We will never leave the pier. / Nora Lind: “We will leave the pier,” she said. = Contradicts
        ",
    );
}

#[test]
fn a_scale_decides_whether_two_estimates_meet() {
    let (a, b) = ("Ole Voss said a flood is virtually certain.", "Nora Lind said a flood is likely.");
    let on = |name: &str| {
        let likelihood = LikelihoodScale::named(name).unwrap();
        relation(a, b, &Kit { likelihood, ..Kit::builtin() })
    };
    assert_eq!([on("icd203"), on("ipcc")], ["Diverges", "Corroborates"]);
}

/// Lines `a / b = relation: gate`: what comes out whichever stands first, and the gate that stopped the two, if one did.
fn check_gates(lines: &str) {
    let kit = Kit::builtin();
    let found = |a: &str, b: &str| {
        let Related { relation, trail, .. } = relate(&side(a), &side(b), &kit);
        let stopped = trail.iter().find(|step| !step.passed).map(|step| format!(": {:?}", step.gate));
        assert!(
            trail.iter().all(|step| !step.reason.is_empty() && !step.reason.contains("“”")),
            "{a} / {b}: {trail:?}"
        );
        format!("{relation:?}{}", stopped.unwrap_or_default())
    };
    let mut wrong = Vec::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (pair, expected) = line.rsplit_once(" = ").unwrap();
        let (a, b) = pair.split_once(" / ").unwrap();
        let both = [found(a, b), found(b, a)];
        if both.iter().any(|found| found != expected) {
            wrong.push(format!("{pair}: {both:?} instead of {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_nobody_states_is_not_comparable() {
    check_gates(
        "
        The mayor hopes the bridge will open. / The bridge will not open. = NotComparable: Stated
        Residents fear the dam will break. / The dam will not break. = NotComparable: Stated
        The union demanded that the mine be closed. / The mine was not closed. = NotComparable: Stated
        The union wants the mine to close. / The mine will not close. = NotComparable: Stated
        The firm plans to close the mine. / The firm did not close the mine. = NotComparable: Topic
        The mine should be closed. / The mine was not closed. = NotComparable: Stated
        If the bank agrees, the plant will stay open. / The plant will not stay open. = NotComparable: Stated
        The mayor says the bridge will open. / The bridge will not open. = Contradicts
        ",
    );
}

#[test]
fn negations_are_counted() {
    check_gates(
        "
        It is not true that the guard did not open the gate. / The guard opened the gate. = Corroborates: Opposed
        It is false that the guard did not open the gate. / The guard opened the gate. = Corroborates: Opposed
        It is false that the guard opened the gate. / The guard opened the gate. = Contradicts
        It is false that the guard did not open the gate. / The guard did not open the gate. = Contradicts
        The claim that the guard opened the gate is false. / The guard opened the gate. = Contradicts
        The claim that the guard did not open the gate is false. / The guard opened the gate. = Corroborates: Opposed
        The guard did not fail to open the gate. / The guard opened the gate. = Corroborates: Opposed
        The guard did not fail to open the gate. / The guard did not open the gate. = Contradicts
        The guard failed to open the gate. / The guard opened the gate. = Contradicts
        Nobody failed to notice the crack. / Everybody noticed the crack. = NotComparable: Topic
        No one doubts that the firm paid. / The firm paid. = Corroborates: Opposed
        The plan is not without risk. / The plan is without risk. = Contradicts
        The firm cannot not pay. / The firm will pay. = NotComparable: Topic
        The bill is as likely as not to pass. / The bill will not pass. = NotComparable: Topic
        ",
    );
}

#[test]
fn whoever_does_it_cannot_have_it_done_to_them() {
    check(
        "
        The dog bit the man. / The man bit the dog. = Contradicts
        The dog bit the man. / The man was bitten by the dog. = Corroborates
        The dog bit the man. / The dog was bitten by the man. = Contradicts
        Sparta defeated Athens. / Athens defeated Sparta. = Contradicts
        Nora Lind sued Ole Voss. / Ole Voss sued Nora Lind. = Contradicts
        Nora Lind robbed Ole Voss. / Ole Voss robbed Nora Lind. = Contradicts
        Nora Lind married Ole Voss. / Ole Voss married Nora Lind. = NotComparable
        Nora Lind thanked Ole Voss. / Ole Voss thanked Nora Lind. = NotComparable
        Nora Lind did not attack Ole Voss. / Ole Voss did not attack Nora Lind. = Unrelated
        The Lions played the Bears. / The Bears played the Lions. = NotComparable
        ",
    );
}

#[test]
fn a_change_that_is_told_replaces_what_was() {
    check(
        "
        The bridge is safe. / The bridge is no longer safe. = Supersedes by B
        Nora Lind opposed the tunnel. / Nora Lind now says she supports the tunnel. = Supersedes by B
        Nora Lind said the pier was safe. / Nora Lind has since said the pier is unsafe. = Supersedes by B
        The Herald: Correction: 31 miners died, not 12. / The Herald: 12 miners died. = Supersedes by A
        The mill employs 300 people. / The Herald: Correction: The mill employs 200 people. = Supersedes by B
        The mayor initially said the road was safe. / The mayor said the road is not safe. = Supersedes by B
        On Friday the firm still said that it would keep the mill open, but it now says that it will close it. / The firm will keep the mill open. = Supersedes by A
        2031-05-01 Nora Lind: The bridge is safe. / 2031-05-09 Nora Lind: The bridge is no longer safe. = Supersedes by B
        2031-05-01 Nora Lind: I will run. / 2031-05-09 Nora Lind: I will not run. = Supersedes by B
        2031-05-01 Nora Lind: I took the money. / 2031-05-09 Nora Lind: I did not take the money. = Contradicts
        Nora Lind: The tank is full. / Ole Voss: The tank is no longer full. = Contradicts
        ",
    );
}

#[test]
fn who_passes_words_on_relays_them() {
    check(
        "
        Reuters: The mayor resigned. / CNN: Reuters reported that the mayor resigned. = Relays by B
        Nora Lind: The pier was sold. / BBC: The pier was sold, according to Nora Lind. = Relays by B
        Reuters: The dam broke. / AFP: The dam broke. = Corroborates
        Nora Lind: The dam broke. / BBC: Nora Lind said the dam did not break. = Contradicts
        ",
    );
}

#[test]
fn of_some_words_only_one_can_be_true() {
    check(
        "
        Nobody was hurt. / Seven people were hurt. = Contradicts
        The crash killed nobody. / The crash killed four people. = Contradicts
        Nobody was hurt in Lyon. / Six people were hurt in Paris. = NotComparable
        The minister ruled out a retrial. / The minister will order a retrial. = Contradicts
        The election was free and fair. / The election was rigged. = Contradicts
        The report is accurate. / The report is wrong. = Contradicts
        The firm is solvent. / The firm is insolvent. = Contradicts
        The actor is famous. / The actor is infamous. = NotComparable
        ",
    );
}

#[test]
fn what_one_has_and_the_other_lacks() {
    check(
        "
        The talks ended with a deal. / The talks ended without a deal. = Contradicts
        The ship sailed with the pilot. / The ship sailed without a pilot. = Contradicts
        The talks ended without a deal. / The talks ended without any deal. = Corroborates
        The talks ended with a deal. / The talks ended without a fight. = Unrelated
        The talks ended on Friday. / The talks ended without a deal on Friday. = Unrelated
        ",
    );
}

#[test]
fn what_is_expected_is_not_what_came() {
    check(
        "
        The team expects to win. / The team did not win. = NotComparable
        The mayor vowed to resign. / The mayor has not resigned. = NotComparable
        ",
    );
}

#[test]
fn what_has_not_come_so_far_may_come() {
    check(
        "
        The law will take effect in July. / The law has not taken effect. = NotComparable
        The airport will reopen on Tuesday. / The airport will stay closed until Tuesday. = NotComparable
        The law has taken effect. / The law has not taken effect. = Contradicts
        The airport will reopen on Tuesday. / The airport will not reopen on Tuesday. = Contradicts
        ",
    );
}

#[test]
fn what_is_not_so_of_one_may_be_of_another() {
    check(
        "
        The pipeline was sabotaged. / The pipeline was not sabotaged by divers. = Unrelated
        The pipeline was sabotaged by divers. / The pipeline was not sabotaged by divers. = Contradicts
        The pipeline was sabotaged by divers. / The pipeline was not sabotaged. = Contradicts
        The hospital has enough beds. / The hospital does not have enough nurses. = NotComparable
        The hospital has enough beds. / The hospital does not have enough beds. = Contradicts
        ",
    );
}
