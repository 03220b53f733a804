//! The gates that a conflict must pass, one by one: what each lets through, what it stops, and what it says of it.

#![cfg(test)]

use sayso::check::{DRAFT, Kit, read, record_statements};
use sayso::claim::{Act, Medium, Modality, Voice};
use sayso::compare::{Between, Lens, On, Opposed, Statement, may_clash, may_meet, weigh};
use sayso::document;
use sayso::finding::Gate;
use sayso::record;
use sayso::text::{FileId, Source};
use std::sync::LazyLock;

static KIT: LazyLock<Kit> = LazyLock::new(Kit::builtin);

/// A lens as words: whose claims, what is opposed, `demands`, `subject`, and a number for the days between.
fn lens(words: &str) -> Lens {
    let mut lens = Lens {
        between: Between::Anyone,
        on: On::Assertion,
        demands: false,
        within: None,
        topic: None,
        opposed: Vec::new(),
    };
    for word in words.split(' ') {
        match word {
            "sides" => lens.between = Between::Sides,
            "speakers" => lens.between = Between::Speakers,
            "apart" => lens.between = Between::Apart,
            "same-side" => lens.between = Between::SameSide,
            "same-speaker" => lens.between = Between::SameSpeaker,
            "claim-and-text" => lens.between = Between::ClaimAndText,
            "demands" => lens.demands = true,
            "polarity" => lens.opposed.push(Opposed::Polarity),
            "quantity" => lens.opposed.push(Opposed::Quantity { tolerance: 5.0, falls: false }),
            "probability" => lens.opposed.push(Opposed::Probability { scale: None }),
            "roles" => lens.opposed.push(Opposed::Roles),
            "agents" => lens.opposed.push(Opposed::Agents),
            "certainty" => lens.opposed.push(Opposed::Certainty { levels: 1 }),
            "hedge" => lens.opposed.push(Opposed::HedgeDropped),
            "chain" => lens.opposed.push(Opposed::ChainDropped),
            days => lens.within = Some(days.parse().unwrap()),
        }
    }
    lens
}

/// The statements of a text, or of entries of a journal: `2031-05-01 Ole Voss; id one: says the pier is safe / …`.
fn statements(text: &str) -> Vec<Statement> {
    if !text.contains(" / ") {
        let draft = document::read(Source::new("draft.md", text));
        return read(&draft, DRAFT, Medium::Draft, &KIT).statements;
    }
    let entry = |entry: &str| entry.replace("; ", "\n    ").replace(": ", "\n    ");
    let journal: Vec<String> = text.split(" / ").map(entry).collect();
    let record = record::of_sources([Source::new("a.claims", journal.join("\n\n"))], FileId(1));
    assert!(record.faults.is_empty(), "{text}: {:?}", record.faults);
    record_statements(&record, &KIT)
}

/// How the first two claims of a text stand to each other: in what they are opposed, or at which gate they stop. Where that
/// can be told without going through the gates, it says so.
fn weighed(words: &str, [a, b]: [&Statement; 2]) -> String {
    let lens = lens(words);
    let weighing = weigh(a, b, &lens, &KIT.thesaurus);
    let quick = match (may_meet(a, b, &lens, &KIT.thesaurus), may_clash(a, b, &lens, &KIT.thesaurus)) {
        (true, true) => "",
        (true, false) => " (no clash)",
        (false, false) => " (no meeting)",
        (false, true) => panic!("two clash that cannot meet"),
    };
    let by = weighing.by.map(|by| format!(" by {by:?}")).unwrap_or_default();
    match (&weighing.opposition, weighing.trail.last()) {
        (Some(found), _) => {
            format!("{:?}{by}, {:?}: {}{quick}", weighing.relation, weighing.confidence, found.reason)
        }
        (None, last) => {
            let last = last.unwrap();
            format!("{:?}{by}, {:?}: {}{quick}", weighing.relation, last.gate, last.reason)
        }
    }
}

/// Cases, each a lens, a text and, behind `=`, how its first two claims stand under that lens.
fn check(cases: &str) {
    let mut wrong = Vec::new();
    for case in cases.trim().split("\n\n") {
        let (given, expected) = case.trim().split_once("\n").unwrap();
        let (lens, text) = given.trim().split_once(" | ").unwrap();
        let expected = expected.trim().strip_prefix("= ").unwrap();
        let found = statements(text);
        let [a, b, ..] = &found[..] else { panic!("{text}: one claim at most") };
        let found = weighed(lens, [a, b]);
        if found != expected {
            wrong.push(format!("{lens} | {text}\n= {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn the_right_speakers() {
    check(
        "
        speakers polarity | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is not safe
        = Contradicts, High: the one says it is so, the other it is not so

        speakers polarity | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Ole Voss: says the pier is not safe
        = NotComparable, Topic: Ole Voss and Ole Voss are not the speakers this rule is about (no meeting)

        same-speaker polarity | 2031-05-01 Ole Voss: says the pier was sold / 2031-05-02 Ole Voss: says the pier was not sold
        = Contradicts, High: the one says it is so, the other it is not so

        same-speaker polarity | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is not safe
        = NotComparable, Topic: Ole Voss and Nora Lind are not the speakers this rule is about (no meeting)

        sides polarity | 2031-05-01 Ole Voss (Norland): says the pier is safe / 2031-05-02 Nora Lind (Sudland): says the pier is not safe
        = Contradicts, High: the one says it is so, the other it is not so

        sides polarity | 2031-05-01 Ole Voss (Norland): says the pier is safe / 2031-05-02 Nora Lind (Norland): says the pier is not safe
        = NotComparable, Topic: Ole Voss (Norland) and Nora Lind (Norland) are not the speakers this rule is about (no meeting)

        apart polarity | 2031-05-01 Ole Voss (Norland): says the pier is safe / 2031-05-02 Nora Lind (Norland): says the pier is not safe
        = NotComparable, Topic: Ole Voss (Norland) and Nora Lind (Norland) are not the speakers this rule is about (no meeting)

        apart polarity | 2031-05-01 Ole Voss (Norland): says the pier is safe / 2031-05-02 Nora Lind (Sudland): says the pier is not safe
        = Contradicts, High: the one says it is so, the other it is not so

        apart polarity | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is not safe
        = Contradicts, High: the one says it is so, the other it is not so

        same-speaker polarity | Ms. Lind, 40, said the pier was sold. Her sister, Ms. Lind, 38, said the pier was not sold.
        = NotComparable, Topic: Lind and Lind are not the speakers this rule is about (no meeting)

        same-speaker polarity | Ms. Lind, 40, said the pier was sold. Ms. Lind said the pier was not sold.
        = Contradicts, Medium: the one says it is so, the other it is not so

        same-side polarity | 2031-05-01 Ole Voss (Norland): says the pier is safe / 2031-05-02 Nora Lind (Norland): says the pier is not safe
        = Contradicts, High: the one says it is so, the other it is not so

        same-side polarity | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is not safe
        = NotComparable, Topic: Ole Voss and Nora Lind are not the speakers this rule is about (no meeting)

        same-side polarity | 2031-05-01 Ole Voss (Norland): says the pier is safe / 2031-05-02 Nora Lind (Sudland): says the pier is not safe
        = NotComparable, Topic: Ole Voss (Norland) and Nora Lind (Sudland) are not the speakers this rule is about (no meeting)

        same-side polarity | 2031-05-01 Ole Voss (Norland): says the pier is safe / 2031-05-02 Ole Voss (Norland): says the pier is not safe
        = NotComparable, Topic: Ole Voss (Norland) and Ole Voss (Norland) are not the speakers this rule is about (no meeting)

        speakers polarity | Ole Voss said the pier is safe. It was said on Monday that the pier is not safe.
        = NotComparable, Topic: Ole Voss and nobody named are not the speakers this rule is about (no meeting)

        speakers polarity | It was reportedly said that the pier is safe. Nora Lind said the pier is not safe.
        = NotComparable, Topic: nobody named and Nora Lind are not the speakers this rule is about (no meeting)

        speakers polarity | Ole Voss said the pier is safe. The pier is not safe.
        = NotComparable, Topic: Ole Voss and the text itself are not the speakers this rule is about (no meeting)

        speakers polarity | The pier is not safe. Ole Voss said the pier is safe.
        = NotComparable, Topic: the text itself and Ole Voss are not the speakers this rule is about (no meeting)

        polarity | Ole Voss said the pier is safe. The pier is not safe.
        = Contradicts, Medium: the one says it is so, the other it is not so

        claim-and-text polarity | Ole Voss said the pier is safe. The pier is not safe.
        = Contradicts, Medium: the one says it is so, the other it is not so

        claim-and-text polarity | The pier is not safe. Ole Voss said the pier is safe.
        = NotComparable, Topic: the text itself and Ole Voss are not the speakers this rule is about (no meeting)

        claim-and-text polarity | Ole Voss said the pier is safe. Nora Lind said the pier is not safe.
        = NotComparable, Topic: Ole Voss and Nora Lind are not the speakers this rule is about (no meeting)

        claim-and-text polarity | The pier is safe. The pier is not safe.
        = NotComparable, Topic: the text itself and the text itself are not the speakers this rule is about (no meeting)
        ",
    );
}

#[test]
fn days() {
    check(
        "
        30 polarity | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-31 Nora Lind: says the pier is not safe
        = Contradicts, High: the one says it is so, the other it is not so

        30 polarity | 2031-05-01 Ole Voss: says the pier is safe / 2031-06-01 Nora Lind: says the pier is not safe
        = NotComparable, Time: 31 days lie between them, more than 30 (no meeting)

        30 polarity | 2031-06-01 Ole Voss: says the pier is safe / 2031-05-01 Nora Lind: says the pier is not safe
        = NotComparable, Time: 31 days lie between them, more than 30 (no meeting)

        30 polarity | 2029..2031 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is not safe
        = NotComparable, Time: one of them is dated by more than a year (no meeting)

        30 polarity | 2031-05-02 Nora Lind: says the pier is safe / 2029..2031 Ole Voss: says the pier is not safe
        = NotComparable, Time: one of them is dated by more than a year (no meeting)

        30 polarity | 2029..2031 Ole Voss: says the pier is safe / 2029..2031 Nora Lind: says the pier is not safe
        = NotComparable, Time: one of them is dated by more than a year (no meeting)

        polarity | 2029..2031 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is not safe
        = Contradicts, High: the one says it is so, the other it is not so

        400 polarity | 2030 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is not safe
        = Contradicts, High: the one says it is so, the other it is not so

        30 speakers polarity | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Ole Voss: says the pier is not safe
        = NotComparable, Topic: Ole Voss and Ole Voss are not the speakers this rule is about (no meeting)

        polarity | Ole Voss said the pier is safe. Nora Lind said the pier is not safe.
        = Contradicts, Medium: the one says it is so, the other it is not so
        ",
    );
}

#[test]
fn polarity() {
    check(
        "
        polarity | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier may not be safe
        = Diverges, High: the one says it is so, the other it is not so, possibly

        polarity | 2031-05-01 Ole Voss: says the pier may be safe / 2031-05-02 Nora Lind: says the pier is not safe
        = Diverges, High: the one says it is so, possibly, the other it is not so

        polarity | 2031-05-01 Ole Voss: says the pier may be safe / 2031-05-02 Nora Lind: says the pier may not be safe
        = Unrelated, Opposed: neither is certain (no clash)

        polarity | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is safe
        = Corroborates, Opposed: both say the same of it (no clash)

        polarity | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is unsafe
        = Contradicts, High: the one says it is so, the other it is not so

        polarity | 2031-05-01 Ole Voss: says the pier is not safe / 2031-05-02 Nora Lind: says the pier is unsafe
        = Corroborates, Opposed: both say the same of it (no clash)

        polarity | 2031-05-01 Ole Voss: says the pier was not sold by Tom Berg / 2031-05-02 Nora Lind: says the pier was sold
        = Unrelated, Opposed: it is only said not to be so by somebody (no clash)

        polarity | 2031-05-01 Ole Voss: says the pier was sold / 2031-05-02 Nora Lind: says the pier was not sold by Tom Berg
        = Unrelated, Opposed: it is only said not to be so by somebody (no clash)

        polarity | 2031-05-01 Ole Voss: says the pier was not sold by Tom Berg / 2031-05-02 Nora Lind: says the pier was sold by Tom Berg
        = Contradicts, High: the one says it is not so, the other it is so

        polarity | 2031-05-01 Ole Voss: says not every pier was sold / 2031-05-02 Nora Lind: says many piers were sold
        = Unrelated, Opposed: what is not so of all may be so of some (no clash)

        polarity | 2031-05-01 Ole Voss: says not every pier was sold / 2031-05-02 Nora Lind: says every pier was sold
        = Contradicts, High: the one says it is not so, the other it is so

        demands polarity | 2031-05-01 Ole Voss: demands that the pier be closed / 2031-05-02 Nora Lind: says the pier is not closed
        = Unrelated, Opposed: one of them asserts nothing either way (no clash)

        demands polarity | 2031-05-02 Nora Lind: says the pier is not closed / 2031-05-01 Ole Voss: demands that the pier be closed
        = Unrelated, Opposed: one of them asserts nothing either way (no clash)

        demands polarity | 2031-05-01 Ole Voss: demands that the pier be closed / 2031-05-02 Nora Lind: demands that the pier not be closed
        = NotComparable, Topic: one of them has no main predicate (no meeting)

        polarity | 2031-05-01 Ole Voss: demands that the pier be closed / 2031-05-02 Nora Lind: says the pier is not closed
        = NotComparable, Stated: Ole Voss: a demand, not a statement (no clash)
        ",
    );
}

#[test]
fn agreement() {
    check(
        "
        roles | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is safe
        = Corroborates, Opposed: the roles are not swapped (no clash)

        roles | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is not safe
        = Unrelated, Opposed: the roles are not swapped (no clash)

        roles | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is unsafe
        = Unrelated, Opposed: the roles are not swapped (no clash)

        roles | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is not unsafe
        = Corroborates, Opposed: the roles are not swapped (no clash)

        roles | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier may be safe
        = Unrelated, Opposed: the roles are not swapped (no clash)

        roles | 2031-05-01 Ole Voss: says the pier is likely safe / 2031-05-02 Nora Lind: says the pier is safe
        = Unrelated, Opposed: the roles are not swapped (no clash)

        roles | 2031-05-01 Ole Voss: says the pier is likely safe / 2031-05-02 Nora Lind: says the pier is probably safe
        = Corroborates, Opposed: the roles are not swapped (no clash)

        roles | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-01 Ole Voss: says the pier is safe
        = Repeats, Opposed: the roles are not swapped (no clash)

        roles | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Ole Voss: says the pier is safe
        = Repeats by B, Opposed: the roles are not swapped (no clash)

        roles | 2031-05-02 Ole Voss: says the pier is safe / 2031-05-01 Ole Voss: says the pier is safe
        = Repeats by A, Opposed: the roles are not swapped (no clash)

        roles | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind via Ole Voss: says the pier is safe
        = Relays by B, Opposed: the roles are not swapped (no clash)

        demands roles | 2031-05-01 Ole Voss: demands that the pier be unsafe / 2031-05-02 Nora Lind: says the pier is safe
        = Unrelated, Opposed: the roles are not swapped (no clash)
        ",
    );
}

#[test]
fn roles() {
    check(
        "
        roles | 2031-05-01 Ole Voss: says the army attacked the rebels / 2031-05-02 Nora Lind: says the rebels attacked the army
        = Contradicts, High: who did it and to whom it was done are swapped

        roles | 2031-05-01 Ole Voss: says the army attacked the rebels / 2031-05-02 Nora Lind: says the rebels did not attack the army
        = Unrelated, Opposed: the roles are not swapped (no clash)

        roles | 2031-05-01 Ole Voss: says the army did not attack the rebels / 2031-05-02 Nora Lind: says the rebels attacked the army
        = Unrelated, Opposed: the roles are not swapped (no clash)

        roles | 2031-05-01 Ole Voss: says the army accused the rebels of the raid / 2031-05-02 Nora Lind: says the rebels accused the army of the raid
        = Disputes, High: each lays it to the other

        roles | 2031-05-01 Ole Voss: says Norland attacked Sudland in the north / 2031-05-02 Nora Lind: says Sudland attacked Norland in the south
        = NotComparable, Scope: the one is about “in the north”, the other about “in the south”

        roles | 2031-05-01 Ole Voss: says Norland attacked Sudland at noon / 2031-05-02 Nora Lind: says Sudland attacked Norland at midnight
        = NotComparable, Scope: the one is about “at noon”, the other about “at midnight”

        roles | 2031-05-01 Ole Voss: says Norland attacked Sudland in May / 2031-05-02 Nora Lind: says Sudland attacked Norland in June
        = NotComparable, Scope: the one is about “may”, the other about “june”
        ",
    );
}

#[test]
fn agents() {
    check(
        "
        agents | 2031-05-01 the army: says the rebels shelled the depot / 2031-05-02 the rebels: says the army shelled the depot
        = Contradicts, High: rebel and army for one deed

        agents | 2031-05-01 the army: says the rebels may have shelled the depot / 2031-05-02 the rebels: says the army shelled the depot
        = Unrelated, Opposed: one of them does not say that it was done (no clash)

        agents | 2031-05-01 the army: says the rebels shelled the depot / 2031-05-02 the rebels: says the army may have shelled the depot
        = Unrelated, Opposed: one of them does not say that it was done (no clash)

        agents | 2031-05-01 the army: says the rebels did not shell the depot / 2031-05-02 the rebels: says the army shelled the depot
        = Unrelated, Opposed: one of them does not say that it was done (no clash)

        agents | 2031-05-01 the army: says the rebels shelled the depot / 2031-05-02 the rebels: says the army did not shell the depot
        = Unrelated, Opposed: one of them does not say that it was done (no clash)

        agents | 2031-05-01 the army: says the rebels shelled a depot near the lake / 2031-05-02 the rebels: says the army shelled a depot near the lake
        = Corroborates, Opposed: one of them does not say that it was this one and no other (no clash)

        agents | 2031-05-01 the army: says the rebels shelled the depot near a lake / 2031-05-02 the rebels: says the army shelled the depot near a lake
        = Contradicts, High: rebel and army for one deed

        agents | 2031-05-01 the army: says the rebels also shelled the depot / 2031-05-02 the rebels: says the army shelled the depot
        = Corroborates, Opposed: one of them does not say that it was this one and no other (no clash)

        agents | 2031-05-01 the army: says the rebels shelled the depot / 2031-05-02 the rebels: says the army shelled the depot too
        = Corroborates, Opposed: one of them does not say that it was this one and no other (no clash)

        agents | 2031-05-01 the army: says the rebels shelled 12 depots / 2031-05-02 the rebels: says the army shelled 12 depots
        = Corroborates, Opposed: one of them does not say that it was this one and no other (no clash)

        agents | 2031-05-01 Norway: says Norway shelled the depot / 2031-05-02 Sweden: says Norway shelled the depot
        = Corroborates, Opposed: they do not name two different doers (no clash)

        agents | 2031-05-01 the army: says the rebels shelled the depot / 2031-05-02 the rebels: says the army shelled the depot
        = Contradicts, High: rebel and army for one deed

        agents | 2031-05-01 the army: says the army shelled the depot / 2031-05-02 the rebels: says the army shelled the depot
        = Corroborates, Opposed: they do not name two different doers (no clash)

        agents | 2031-05-01 the rebels: says the army shelled the depot / 2031-05-01 Ole Voss: says the rebels shelled the depot
        = Corroborates, Opposed: they do not name two different doers (no clash)
        ",
    );
}

#[test]
fn certainty() {
    check(
        "
        certainty | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier may be safe
        = Diverges, High: certain here, possible there

        certainty | 2031-05-01 Ole Voss: says the pier may be safe / 2031-05-02 Nora Lind: says the pier is safe
        = Unrelated, Opposed: the first is no more certain than the second (no clash)

        certainty | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is safe
        = Corroborates, Opposed: the first is no more certain than the second (no clash)

        probability | 2031-05-01 Ole Voss: says the pier is likely safe / 2031-05-02 Nora Lind: says the pier is very likely safe
        = Corroborates, Opposed: the probabilities overlap (ICD 203) (no clash)

        probability | 2031-05-01 Ole Voss: says the pier is very likely safe / 2031-05-02 Nora Lind: says the pier is likely safe
        = Corroborates, Opposed: the probabilities overlap (ICD 203) (no clash)

        probability | 2031-05-01 Ole Voss: says it is very likely that the pier is safe / 2031-05-02 Nora Lind: says it is unlikely that the pier is safe
        = Diverges, High: 80–95 % and 20–45 % do not meet (ICD 203)

        probability | 2031-05-01 Ole Voss: says it is unlikely that the pier is safe / 2031-05-02 Nora Lind: says it is very likely that the pier is safe
        = Diverges, High: 20–45 % and 80–95 % do not meet (ICD 203)

        probability | 2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says it is very likely that the pier is safe
        = Unrelated, Opposed: Ole Voss uses no estimative word with a probability (ICD 203) (no clash)
        ",
    );
}

#[test]
fn figures() {
    check(
        "
        polarity quantity | 2031-05-01 Ole Voss: says 12 miners died / 2031-05-02 Nora Lind: says 12 miners died
        = Corroborates, Opposed: the figures agree after rounding (no clash)

        polarity quantity | 2031-05-01 Ole Voss: says 12 miners died / 2031-05-02 Nora Lind: says miners died
        = Corroborates, Opposed: both say the same of it (no clash)

        polarity quantity | 2031-05-01 Ole Voss: says miners died / 2031-05-02 Nora Lind: says miners died
        = Corroborates, Opposed: both say the same of it (no clash)

        quantity polarity | 2031-05-01 Ole Voss: says 12 miners died / 2031-05-02 Nora Lind: says 12 miners died
        = Corroborates, Opposed: the figures agree after rounding (no clash)

        probability quantity | 2031-05-01 Ole Voss: says 12 miners died / 2031-05-02 Nora Lind: says miners died
        = Corroborates, Opposed: Ole Voss uses no estimative word with a probability (ICD 203) (no clash)

        quantity probability | 2031-05-01 Ole Voss: says miners died / 2031-05-02 Nora Lind: says miners died
        = Corroborates, Opposed: neither gives a figure (no clash)

        probability certainty | 2031-05-01 Ole Voss: says 12 miners died / 2031-05-02 Nora Lind: says 12 miners died
        = Corroborates, Opposed: Ole Voss uses no estimative word with a probability (ICD 203) (no clash)

        quantity | 2031-05-01 Ole Voss: says 12 miners died / 2031-05-02 Nora Lind: says 31 miners died
        = Contradicts, High: 12 and 31 cannot both be right
        ",
    );
}

#[test]
fn hedges() {
    check(
        "
        hedge | The pier has reportedly been sold. The pier has been sold.
        = Diverges, Medium: hedged first, bare later

        hedge | The pier has been sold. The pier has been sold.
        = Corroborates, Opposed: no hedge of the first is missing from the second (no clash)

        hedge | The pier has reportedly been sold. The pier may have been sold.
        = Unrelated, Opposed: no hedge of the first is missing from the second (no clash)

        hedge | The pier has reportedly been sold. The pier has allegedly been sold.
        = Corroborates, Opposed: no hedge of the first is missing from the second (no clash)

        hedge | The pier has reportedly been sold. Nora Lind said the pier has been sold.
        = Unrelated, Opposed: no hedge of the first is missing from the second (no clash)

        chain | Nora Lind told CNN that the pier was sold. The pier was sold.
        = Relays, Medium: the words came through others, and are then stated without them

        chain | The pier was sold. Nora Lind told CNN that the pier was sold.
        = Corroborates, Opposed: no link of the chain is missing (no clash)

        chain | Nora Lind said the pier was sold. The pier was sold.
        = Corroborates, Opposed: no link of the chain is missing (no clash)

        chain | Nora Lind told CNN that the pier was sold. The pier was reportedly sold.
        = Unrelated, Opposed: no link of the chain is missing (no clash)

        chain | Nora Lind told CNN that the pier was sold. Ole Voss told the BBC that the pier was sold.
        = Corroborates, Opposed: no link of the chain is missing (no clash)
        ",
    );
}

#[test]
fn scope() {
    check(
        "
        polarity | 2031-05-01 Ole Voss: says the drug is safe for adults / 2031-05-02 Nora Lind: says the drug is not safe for children
        = NotComparable, Scope: the one is about “adult”, the other about “child” (no meeting)

        polarity | 2031-05-01 Ole Voss: says the drug is safe at noon / 2031-05-02 Nora Lind: says the drug is not safe at midnight
        = NotComparable, Scope: the one is about “noon”, the other about “midnight”

        polarity | 2031-05-01 Ole Voss: says the drug is safe in the north / 2031-05-02 Nora Lind: says the drug is not safe in the south
        = NotComparable, Scope: the one is about “in the north”, the other about “in the south”

        polarity | 2031-05-01 Ole Voss: says the drug is safe in theory / 2031-05-02 Nora Lind: says the drug is not safe
        = NotComparable, Scope: only one of them is about “in theory” (no meeting)

        polarity | 2031-05-01 Ole Voss: says the pier was sold in May / 2031-05-02 Nora Lind: says the pier was not sold in June
        = NotComparable, Scope: the one is about “may”, the other about “june”

        polarity | 2031-05-01 Ole Voss: says the pier was sold in May / 2031-05-02 Nora Lind: says the pier was not sold in May
        = Contradicts, High: the one says it is so, the other it is not so

        polarity | Ole Voss said on Monday that the pier was sold on Monday. Nora Lind said the pier was not sold on Tuesday.
        = NotComparable, Scope: the one is about “monday”, the other about “tuesday”

        polarity | Ole Voss said the pier is now safe. Nora Lind said the pier is not safe now.
        = Contradicts, Medium: the one says it is so, the other it is not so
        ",
    );
}

#[test]
fn what_is_narrower_further_on_is_another_thing() {
    let apart = [
        ("the pier is safe", "the fishing pier is not safe", "fishing"),
        ("the ban could take effect", "the ban on parking could not take effect", "on parking"),
        ("the talks had failed", "the talks in 2019 succeeded", "in 2019"),
        ("the boilers were sold", "the boilers that run on gas were not sold", "that run"),
        ("trade rose 5 percent", "trade fell 5 percent in May", "in may"),
        ("the rule covers guests", "the rule on pets does not cover guests", "pet"),
        ("the contract was signed", "the contract for the second tram was not signed", "second"),
        ("trade rose 5 percent", "river trade fell 5 percent", "river"),
        ("river trade rose 5 percent", "trade fell 5 percent", "river"),
        ("the budget was passed", "his budget was not passed", "his budget"),
        ("its boats are built in Klow", "its older boats are not built in Klow", "older"),
    ];
    for (first, second, kind) in apart {
        check(&format!(
            "speakers polarity | Ole Voss said {first}. Nora Lind said {second}.
            = NotComparable, Scope: only one of them is about “{kind}”"
        ));
    }
    let same = [
        ("the pier in Klow is safe", "the pier in Klow is not safe"),
        ("the fishing pier is safe", "the pier is not safe"),
        ("the pier is safe", "the same pier is not safe"),
        ("the railway needs its bridge and the bridge is safe", "the railway bridge is not safe"),
        ("the ban on parking could take effect", "the ban could not take effect"),
        ("no boats were leaving", "some northern boats were leaving"),
    ];
    for (first, second) in same {
        let found = statements(&format!("Ole Voss said {first}. Nora Lind said {second}."));
        let [a, b, ..] = &found[..] else { panic!("{first}: one claim at most") };
        let weighed = weighed("speakers polarity", [a, b]);
        assert!(!weighed.starts_with("NotComparable, Scope"), "{first} / {second}: {weighed}");
    }
}

#[test]
fn what_is_heard_of_put_off_or_elsewhere_is_not_the_same() {
    check(
        "
        speakers polarity | Ole Voss said Ines Roth knew Tom Berg. Nora Lind said Ines Roth did not know of Tom Berg.
        = NotComparable, Scope: only one of them is about “of tom berg”

        speakers polarity | Ole Voss said Ines Roth knew of Tom Berg. Nora Lind said Ines Roth did not know of Tom Berg.
        = Contradicts, Medium: the one says it is so, the other it is not so

        speakers polarity | Ole Voss said the reform would cut the debt. Nora Lind said the reform would not cut the debt this decade.
        = NotComparable, Scope: only one of them is about “this decade”

        speakers polarity | Ole Voss said the reform would cut the debt this year. Nora Lind said the reform would not cut the debt this year.
        = Contradicts, Medium: the one says it is so, the other it is not so

        speakers polarity | Teachers in Orm said the curfew was in force. Teachers in Brill said the curfew was not in force.
        = NotComparable, Scope: the one speaks for Orm, the other for Brill

        speakers polarity | Teachers in Orm said the driver was arrested. Teachers in Brill said the driver was not arrested.
        = Contradicts, Medium: the one says it is so, the other it is not so
        ",
    );
}

#[test]
fn figures_of_a_part_or_with_what_comes_besides() {
    check(
        "
        speakers quantity | Ole Voss said the zoo had 90 guests a day. Nora Lind said the zoo had 200 guests a day in summer.
        = NotComparable, Scope: only one of the figures is of “in summer” (no clash)

        speakers quantity | Ole Voss said 90 guests come a day. Nora Lind said 200 guests come a day in summer.
        = NotComparable, Scope: only one of the figures is of “in summer” (no clash)

        speakers quantity | Ole Voss said a ticket costs 9 euros. Nora Lind said a ticket costs 12 euros on Sundays.
        = NotComparable, Scope: only one of the figures is of “on sundays” (no clash)

        speakers quantity | Ole Voss said a ticket costs 9 euros. Nora Lind said a ticket costs 12 euros for adults.
        = NotComparable, Scope: only one of the figures is of “for adults” (no clash)

        speakers quantity | Ole Voss said the river stands at 4 metres. Nora Lind said the river stands at 7 metres after rain.
        = NotComparable, Scope: only one of the figures is of “after rain” (no clash)

        speakers quantity | Ole Voss said a ticket costs 9 euros in winter. Nora Lind said a ticket costs 12 euros in winter.
        = Contradicts, Medium: 9 euros and 12 euros cannot both be right

        speakers quantity | Ole Voss said 12 people were killed. Nora Lind said 15 people were killed in summer.
        = Contradicts, Medium: 12 and 15 cannot both be right

        speakers quantity | Ole Voss said the pier would cost $84 million. Nora Lind said the pier would cost $120 million, including land.
        = NotComparable, Scope: only one of the figures is of “including land” (no clash)

        speakers quantity | Ole Voss said 12 people were killed. Nora Lind said 15 people were killed, including the pilots.
        = NotComparable, Scope: only one of the figures is of “including the pilots” (no clash)

        speakers quantity | Ole Voss said 12 people were killed. Nora Lind said 15 people were killed, including two pilots.
        = Contradicts, Medium: 12 and 15 cannot both be right

        speakers quantity | Ole Voss said 40 percent of drivers were fined. Nora Lind said 10 percent of drivers under 30 were fined.
        = NotComparable, Scope: only one of the figures is of “under 30” (no clash)

        speakers quantity | Ole Voss said 40 percent of drivers were fined. Nora Lind said 10 percent of drivers were fined.
        = Contradicts, Medium: 40 percent and 10 percent cannot both be right
        ",
    );
}

#[test]
fn standing() {
    check(
        "
        polarity | 2031-05-01 Ole Voss; id one: says the pier was sold / 2031-05-02 Ole Voss; corrects one: says the pier was not sold
        = Supersedes by B, Standing: the one corrects or retracts the other

        polarity | 2031-05-01 Ole Voss; corrects two: says the pier was sold / 2031-05-02 Ole Voss; id two: says the pier was not sold
        = Supersedes by A, Standing: the one corrects or retracts the other

        polarity | 2031-05-01 Ole Voss; id one: says the pier was sold / 2031-05-02 Ole Voss; id two: says the pier was not sold
        = Contradicts, High: the one says it is so, the other it is not so

        polarity | 2031-05-01 Ole Voss: says the pier is closed / 2031-05-02 Ole Voss: says the pier is not closed
        = Supersedes by B, High: the one says it is so, the other it is not so

        polarity | 2031-05-01 Ole Voss: says the pier is closed / 2031-05-01 Ole Voss: says the pier is not closed
        = Contradicts, High: the one says it is so, the other it is not so

        polarity | 2031-05-01 Ole Voss: says the pier is closed / 2031-05-02 Nora Lind: says the pier is not closed
        = Contradicts, High: the one says it is so, the other it is not so

        polarity | 2031-05-01 Ole Voss: says the pier is closed again / 2031-05-02 Nora Lind: says the pier is not closed
        = NotComparable, Scope: only one of them is about “again”

        polarity | 2031-05-01 Nora Lind: says the pier is not closed / 2031-05-02 Ole Voss: says the pier is closed again
        = Supersedes by B, Standing: “again” tells that this has changed since
        ",
    );
}

/// Two claims of a day that is sure, or is not.
fn two(sure: [bool; 2]) -> Vec<Statement> {
    let mut two = statements(
        "2031-05-01 Ole Voss: says the pier is safe / 2031-05-02 Nora Lind: says the pier is not safe",
    );
    for (statement, sure) in two.iter_mut().zip(sure) {
        statement.claim.said.as_mut().unwrap().sure = sure;
    }
    two
}

#[test]
fn a_day_that_is_guessed_lowers_the_confidence() {
    let told = |sure| weighed("polarity", [&two(sure)[0], &two(sure)[1]]);
    assert!(told([true, true]).starts_with("Contradicts, High"));
    for sure in [[false, true], [true, false], [false, false]] {
        assert!(told(sure).starts_with("Contradicts, Medium"), "{sure:?}");
    }
}

#[test]
fn what_is_undated_and_in_two_texts_is_not_held_together() {
    let mut two = two([true, true]);
    two[0].claim.said = None;
    assert!(weighed("polarity", [&two[0], &two[1]]).starts_with("Contradicts, Medium: "));
    two[0].claim.origin.file = FileId(7);
    let told = weighed("polarity", [&two[0], &two[1]]);
    assert_eq!(told, "NotComparable, Time: one of them has no date (no meeting)");
}

#[test]
fn a_link_counts_in_a_journal_alone() {
    let mut two = statements(
        "2031-05-01 Ole Voss; id one: says the pier was sold / 2031-05-02 Ole Voss; corrects one: says the pier was not sold",
    );
    two[1].claim.origin.medium = Medium::Draft;
    assert!(weighed("polarity", [&two[0], &two[1]]).starts_with("Contradicts, High"));
}

#[test]
fn what_is_not_committed_to_is_neither_more_nor_less_certain() {
    for at in [0, 1] {
        let mut two = two([true, true]);
        two[at].claim.assertion.modality = Modality::U;
        let told = weighed("certainty", [&two[0], &two[1]]);
        assert_eq!(told, "Unrelated, Opposed: one of them is not committed to it (no clash)");
    }
}

#[test]
fn the_chain_is_dropped_behind_the_claim_that_has_it() {
    let mut two = statements("Nora Lind told CNN that the pier was sold. The pier was sold.");
    let end = two[0].claim.origin.span.end;
    two[1].claim.origin.span.start = end;
    let told = weighed("chain", [&two[0], &two[1]]);
    assert!(told.contains("the claim without the chain comes first"), "{told}");
}

#[test]
fn who_did_not_demand_it_has_not_said_that_it_is_not_so() {
    for act in [Act::Demand, Act::Hope, Act::Question] {
        let mut two = two([true, true]);
        two[1].claim.assertion.act = act;
        let told = weighed("polarity", [&two[0], &two[1]]);
        assert_eq!(told, "Unrelated, Opposed: one of them asserts nothing either way (no clash)");
    }
}

#[test]
fn words_without_a_speaker_are_nobodys() {
    let mut two = two([true, true]);
    two[0].claim.origin.voice = Voice::Narrator;
    assert!(weighed("speakers polarity", [&two[0], &two[1]]).contains("not the speakers"));
    assert!(weighed("speakers polarity", [&two[1], &two[0]]).contains("not the speakers"));
}

#[test]
fn who_vows_to_do_it_speaks_of_himself() {
    let vowed = |flags: [bool; 2]| {
        let mut two = two([true, true]);
        for (statement, vows) in two.iter_mut().zip(flags) {
            let vow = &statements("Ole Voss vowed to be safe.")[0];
            if vows {
                statement.words = vow.words.clone();
            }
        }
        weighed("polarity", [&two[0], &two[1]])
    };
    assert_eq!(
        vowed([true, true]),
        "NotComparable, Topic: the one is done by Ole Voss, the other by Nora Lind"
    );
    for flags in [[true, false], [false, true], [false, false]] {
        assert!(vowed(flags).starts_with("Contradicts"), "{flags:?}");
    }
}

#[test]
fn in_one_text_two_guessed_days_are_two() {
    let mut two = statements(
        "2031-05-10 Ole Voss: says the pier was sold, but not on 5 May 2031 / 2031-05-10 Nora Lind: says the pier was sold on 7 May 2031",
    );
    for date in two.iter_mut().flat_map(|it| &mut it.claim.dates) {
        date.interval.as_mut().unwrap().sure = false;
    }
    let told = weighed("polarity", [&two[0], &two[1]]);
    assert!(!told.starts_with("Contradicts"), "{told}");
    two[1].claim.origin.file = FileId(7);
    let told = weighed("polarity", [&two[0], &two[1]]);
    assert!(told.ends_with("only one of them says that it was not “5 may 2031”"), "{told}");
}

#[test]
fn a_form_of_address_may_stand_for_the_given_name() {
    let held = |name: &str| {
        let text = format!(
            "Ole Voss said that guards did not use force against Daniel Moe. Nora Lind said that guards had used force against {name}."
        );
        let two = statements(&text);
        weighed("polarity", [&two[0], &two[1]])
    };
    assert!(held("Mr. Moe").starts_with("Contradicts"), "{}", held("Mr. Moe"));
    for other in ["Mr. Rey", "Erik Moe"] {
        assert!(held(other).starts_with("NotComparable, Scope"), "{}", held(other));
    }
}

#[test]
fn the_page_for_authors_tells_of_every_gate() {
    let page = include_str!("../RULES.md");
    let (_, table) = page.split_once("### The gates").unwrap();
    let told: Vec<&str> =
        table.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next()).collect();
    let gates =
        [Gate::Stated, Gate::Topic, Gate::Scope, Gate::Time, Gate::Opposed, Gate::Standing, Gate::Weight];
    let names = gates.map(|gate| serde_json::to_string(&gate).unwrap().replace('"', ""));
    assert_eq!(told[1..=names.len()], names);
}

#[test]
fn what_will_not_be_is_not_doubted_for_its_reason() {
    let held = |first: &str, second: &str| {
        let two = statements(&format!(
            "Ole Voss said that the pier {first}. Nora Lind said that the pier {second}."
        ));
        weighed("polarity", [&two[0], &two[1]])
    };
    let told =
        held("would reopen before July", "would not reopen before July because inspectors had found cracks");
    assert!(told.starts_with("Contradicts"), "{told}");
    let told = held("was sold", "was not sold because of its debts");
    assert!(told.starts_with("Unrelated"), "{told}");
}

#[test]
fn a_figure_of_those_in_one_place_may_be_a_part() {
    let held = |second: &str| {
        let two =
            statements(&format!("Ole Voss said that 40 patients died. Nora Lind said that {second} died."));
        weighed("quantity", [&two[0], &two[1]])
    };
    let told = held("nine patients in intensive care");
    assert!(told.contains("only one of the figures is of “in intensive care”"), "{told}");
    let two = statements(
        "Ole Voss said that 40 homes were damaged. Nora Lind said that 12 homes near the river were damaged.",
    );
    let told = weighed("quantity", [&two[0], &two[1]]);
    assert!(told.contains("only one of the figures is of “near the river”"), "{told}");
    assert!(held("nine patients").starts_with("Contradicts"), "{}", held("nine patients"));
}

#[test]
fn what_is_so_of_some_is_not_denied_of_others_of_their_name() {
    let held = |one: &str, other: &str| {
        let two = statements(&format!("Ole Voss said that {one}. Nora Lind said that {other}."));
        weighed("polarity", [&two[0], &two[1]])
    };
    for (one, other) in [
        ("the drug helped patients under 50", "the drug did not help patients over 70"),
        ("the drug helped patients under 50", "the drug did not help patients"),
        ("the police arrested men with knives", "the police did not arrest men without knives"),
        ("voters who own land backed the tax", "voters who rent did not back the tax"),
        ("Vik was flooded", "Upper Vik was not flooded"),
    ] {
        assert!(held(one, other).starts_with("NotComparable"), "{one}: {}", held(one, other));
        assert!(held(other, one).starts_with("NotComparable"), "{other}: {}", held(other, one));
    }
    for (one, other) in [
        ("the drug helped patients under 50", "the drug did not help patients under 50"),
        ("the police arrested men with knives", "the police did not arrest any men with knives"),
        ("Upper Vik was flooded", "Upper Vik was not flooded"),
    ] {
        assert!(held(one, other).starts_with("Contradicts"), "{one}: {}", held(one, other));
    }
}
