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
fn figures_of_one_thing_agree_or_contradict() {
    check_gates(
        "
        The firm sold 5 million shares. / The firm sold 5 billion shares. = Contradicts
        The fund holds 5 million euros. / The fund holds 5 billion euros. = Contradicts
        The house was sold for $2 million. / The house was sold for $3 million. = Contradicts
        The bank lost 3 billion dollars. / The bank lost 3.1 billion dollars. = Corroborates: Opposed
        The strike lasted three days. / The strike lasted five days. = Contradicts
        Ole Voss lived in Klow for two years. / Ole Voss lived in Klow for a year. = Corroborates: Opposed
        The mill employs 300 people. / The mill employs 500 people. = Contradicts
        The mill employs about 300 people. / The mill employs 310 people. = Corroborates: Opposed
        Half of the clerks voted. / A third of the clerks voted. = Contradicts
        ",
    );
}

#[test]
fn other_times_are_not_comparable() {
    check_gates(
        "
        The plant opened in May. / The plant opened in June. = NotComparable: Scope
        Ole Voss said the strike began on Monday. / Nora Lind said the strike began on Tuesday. = NotComparable: Scope
        Prices rose 5% in March. / Prices rose 7% in April. = NotComparable: Scope
        Prices rose 5% in March. / Prices rose 7% in March. = Contradicts
        Exports fell 2 percent last year. / Exports fell 4 percent this year. = NotComparable: Scope
        The road will be closed this year. / The road will be open next year. = NotComparable: Scope
        The road will be closed this year. / The road will be open this year. = Contradicts
        The museum is open in the morning. / The museum is closed in the evening. = NotComparable: Scope
        The museum is open in the morning. / The museum is closed in the morning. = Contradicts
        Sales rose in 2019. / Sales did not rise in 2020. = NotComparable: Time
        2031-05-01 Ole Voss: The pier opened in April. / 2031-06-01 Nora Lind: The pier opened in May. = NotComparable: Scope
        ",
    );
}

#[test]
fn what_is_said_of_others_is_not_comparable() {
    check_gates(
        "
        The school in Lyon is open. / The school in Paris is not open. = NotComparable: Scope
        The House passed the bill. / The Senate did not pass the bill. = NotComparable: Scope
        The House passed the bill. / The House did not pass the bill. = Contradicts
        The vaccine is safe for adults. / The vaccine is not safe for children. = NotComparable: Scope
        The vaccine is safe for adults. / The vaccine is not safe for adults. = Contradicts
        The drug works in men. / The drug does not work in women. = NotComparable: Scope
        The first vaccine is safe. / The second vaccine is not safe. = NotComparable: Scope
        Line 4 is running. / Line 5 is not running. = NotComparable: Scope
        Block A is full. / Block B is not full. = NotComparable: Scope
        The upper chamber voted for the law. / The lower chamber did not vote for the law. = NotComparable: Scope
        Teachers received a raise. / Nurses did not receive a raise. = NotComparable: Scope
        Wages rose for teachers. / Wages did not rise for nurses. = NotComparable: Scope
        The law applies in Texas. / The law does not apply in Ohio. = NotComparable: Scope
        The law applies in Texas. / The law does not apply in Texas. = Contradicts
        The ban covers cars. / The ban does not cover bicycles. = NotComparable: Scope
        Most members voted. / Some members did not vote. = NotComparable: Scope
        Publicly, the firm backs the plan. / Privately, the firm opposes the plan. = NotComparable: Scope
        The Senate voted to confirm Ole Voss. / The House did not vote to confirm Ole Voss. = NotComparable: Scope
        Anne Brun signed the letter. / Paul Brun did not sign the letter. = NotComparable: Scope
        President Brun signed the letter. / Paul Brun did not sign the letter. = Contradicts
        ",
    );
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
        No one doubts that the firm paid. / The firm paid. = Unrelated: Opposed
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
        Nora Lind accused Ole Voss of fraud. / Ole Voss accused Nora Lind of fraud. = Contradicts
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
fn what_is_over_or_yet_to_come_is_not_comparable() {
    check_gates(
        "
        The bridge was unsafe before the repairs of 2028. / The bridge is safe. = NotComparable: Scope
        The mill was once profitable. / The mill is not profitable. = NotComparable: Scope
        The dam was safe in 1990. / The dam is not safe. = NotComparable: Scope
        The museum was open until 2019. / The museum is closed. = NotComparable: Scope
        The pass was closed last winter. / The pass is not closed. = NotComparable: Scope
        The road was closed for two hours. / The road is open. = NotComparable: Scope
        The mayor used to support the tunnel. / The mayor does not support the tunnel. = NotComparable: Scope
        The trial had not yet begun. / The trial will begin on Monday. = NotComparable: Scope
        The strike did not end until midnight. / The strike ended at midnight. = NotComparable: Scope
        The minister did not resign until June. / The minister resigned in June. = NotComparable: Scope
        The court did not rule before Friday. / The court ruled on Monday. = NotComparable: Scope
        The talks will not resume this week. / The talks will resume next month. = NotComparable: Scope
        The water is not safe. / The water is safe again. = NotComparable: Scope
        The tunnel is closed. / The tunnel has reopened. = NotComparable: Scope
        The trial has begun. / The trial has not yet begun. = Contradicts
        The ship sank on Friday. / The ship did not sink. = Contradicts
        There was an attack on Friday. / There was no attack. = Contradicts
        The road was closed last winter. / The road was not closed last winter. = Contradicts
        The court ruled on Monday. / The court did not rule on Monday. = Contradicts
        ",
    );
}

#[test]
fn what_holds_in_one_respect_is_not_comparable_with_another() {
    check_gates(
        "
        Wages rose in the south. / Wages did not rise in the north. = NotComparable: Scope
        The party is popular among the young. / The party is not popular among the old. = NotComparable: Scope
        The square is safe during the day. / The square is not safe at night. = NotComparable: Scope
        The square is safe by day. / The square is not safe by night. = NotComparable: Scope
        The lake is safe for bathing. / The lake is not safe for drinking. = NotComparable: Scope
        The minister is popular with farmers. / The minister is not popular with voters. = NotComparable: Scope
        The firm was profitable before tax. / The firm was not profitable after tax. = NotComparable: Scope
        The ban is legal under the old law. / The ban is not legal under the new law. = NotComparable: Scope
        Exports rose by volume. / Exports did not rise by value. = NotComparable: Scope
        Ole Voss won in the first round. / Ole Voss did not win in the second round. = NotComparable: Scope
        His older brother was arrested. / His younger brother was not arrested. = NotComparable: Scope
        The lake is safe for bathing. / The lake is not safe. = NotComparable: Scope
        The dam is safe. / The dam is not safe. = Contradicts
        The road is closed. / The road is open. = Contradicts
        The lake is safe for bathing. / The lake is not safe for bathing. = Contradicts
        Wages rose in the south. / Wages did not rise in the south. = Contradicts
        His older brother was arrested. / His older brother was not arrested. = Contradicts
        The ban is legal under the new law. / The ban is not legal under the new law. = Contradicts
        The dam is not safe at all. / The dam is safe. = Contradicts
        ",
    );
}

#[test]
fn some_and_almost_are_not_comparable() {
    check_gates(
        "
        Some doctors support the plan. / Some doctors do not support the plan. = NotComparable: Scope
        Several shops are open. / Others are not open. = NotComparable: Topic
        Many farmers voted for the law. / Many farmers did not vote for the law. = NotComparable: Scope
        A few members support the plan. / A few members oppose the plan. = NotComparable: Scope
        The dam would have broken. / The dam did not break. = NotComparable: Scope
        The guard should have opened the gate. / The guard did not open the gate. = NotComparable: Scope
        The bridge almost collapsed. / The bridge did not collapse. = NotComparable: Scope
        The ship nearly sank. / The ship did not sink. = NotComparable: Scope
        The minister was expected to resign. / The minister did not resign. = NotComparable: Scope
        The firm promised to pay the fine. / The firm did not pay the fine. = NotComparable: Scope
        The plan is not necessarily wrong. / The plan is wrong. = NotComparable: Scope
        The water is not entirely safe. / The water is fairly safe. = NotComparable: Scope
        The flood could reach the town. / The flood could also not reach the town. = NotComparable: Scope
        The mayor did not say whether the dam is safe. / The dam is not safe. = NotComparable: Scope
        The water is entirely safe. / The water is not entirely safe. = Contradicts
        Some doctors support the plan. / No doctors support the plan. = Contradicts
        The minister resigned. / The minister did not resign. = Contradicts
        ",
    );
}
