use super::*;
use crate::claim::{Comparator, Measure, Participant, Predicate, Role, Skeleton, Unit};
use crate::grammar::phrase::TextWords;
use crate::text::{Span, Text};

fn utterance(prose: &str) -> Utterance {
    let text = Text::of_paragraph(prose);
    Utterance::read(&text, &TextWords::of(&text), 0..text.tokens().len())
}

/// The changes between a quotation and a passage, as `quoted>recorded (weight)`.
fn changes(quote: &str, passage: &str) -> Option<Vec<String>> {
    let found = fidelity(&utterance(quote), &utterance(passage))?;
    let shown = found
        .changes
        .iter()
        .map(|change| format!("{}>{} ({:?})", change.quoted, change.recorded, change.weight));
    Some(shown.collect())
}

const PASSAGE: &str = "Well, let me be clear about this: we are not planning to close any of the three harbours this year, \
                       and I don’t expect that to change before the spring.";

#[test]
fn a_faithful_quotation_has_no_changes() {
    for quote in [
        "we are not planning to close any of the three harbours this year",
        "We’re not planning to close any of the three harbours",
        "I do not expect that to change — before the spring",
        "we are not planning to close any … this year",
        "we are not planning to close [them] this year",
    ] {
        assert_eq!(changes(quote, PASSAGE), Some(vec![]), "{quote}");
    }
}

#[test]
fn changes_are_named_by_what_they_touch() {
    let cases = [
        ("we are planning to close any of the three harbours this year", ">not (Negation)"),
        ("we are not planning to close any of the four harbours this year", "four>three (Number)"),
        ("we are not planning to sell any of the three harbours this year", "sell>close (Content)"),
        ("we are not planning to close any of the three harbors", "harbors>harbours (Content)"),
        (
            "we are not planning on closing any of the three harbours this year",
            "on closing>to close (Content)",
        ),
        ("we are probably not planning to close any of the three harbours", "probably> (Hedge)"),
    ];
    for (quote, change) in cases {
        assert_eq!(changes(quote, PASSAGE), Some(vec![change.to_owned()]), "{quote}");
    }
}

/// A sentence, as it is quoted, and the word whose loss or gain changes what it says; none for what else editors do.
#[test]
fn marks_of_editors_are_let_alone_where_the_sense_stays() {
    let cases = [
        ("We will not close the ferry line, whatever it costs.", "We will … close the ferry line", "not"),
        ("We will not close the ferry line, whatever it costs.", "We … close the ferry line", "not"),
        ("We will not close the ferry line.", "We will [certainly] close the ferry line", "not"),
        ("We will never, as you know, close the ferry line.", "We will … close the ferry line", "never"),
        ("I do not believe in a ferry for cars.", "I [do] believe in a ferry for cars", "not"),
        ("We have no plans at all to close the line.", "We have … to close the line", "no"),
        ("In the end, not all of the ferries will run.", "In the end … the ferries will run", "not"),
        ("We will probably close the ferry line.", "We will … close the ferry line", "probably"),
        ("We will, perhaps, close the ferry line.", "We will … close the ferry line", "perhaps"),
        ("We could, if the council agrees, close the line.", "We … close the line", "could"),
        ("The line must be closed.", "The line [may] be closed", "must"),
        ("The line will be closed today.", "The line will [not] be closed today", "+not"),
        ("The line will be closed today.", "The line will [probably] be closed today", "+probably"),
        ("The line will be closed today.", "The line will [certainly] be closed today", "+certainly"),
        ("All of the ferries will run.", "[Not] all of the ferries will run", "+not"),
        ("We will not close the ferry line, and we will keep the bus.", "We will … keep the bus", ""),
        ("We will not close the ferry line but keep it open.", "We will … keep it open", ""),
        ("The ferry, not the bridge, is the problem.", "The ferry … is the problem", ""),
        ("We are ready. It is not easy. We will go on.", "We are ready … We will go on", ""),
        ("We will not only close the ferry line.", "We will … close the ferry line", ""),
        ("The decision not to close the line was hard.", "The decision … was hard", ""),
        ("People who do not take the ferry pay for it.", "People … pay for it", ""),
        ("He said they will not close the line.", "[The council] will not close the line", ""),
        ("They do not want it to close this year.", "They [did not] want it to close this year", ""),
        ("We are closing the line this year.", "We [were] closing the line this year", ""),
        ("We can close the line this year.", "We [could] close the line this year", ""),
        ("We have closed the lien this year.", "We have closed the lien [sic] this year", ""),
        ("It costs 3,000 crowns each day.", "It costs 3,000 crowns [about $300] each day", ""),
        ("The attack on the line was planned.", "The [alleged] attack on the line was planned", ""),
        ("She runs the line for us.", "She [the harbour master] runs the line for us", ""),
        (
            "We closed the line some time ago because of the ice.",
            "We closed the line … because of the ice",
            "",
        ),
        ("I have no intention of closing the school.", "I have … intention of closing the school", "no"),
        (
            "There is nothing wrong with the reactor.",
            "There is [something] wrong with the reactor",
            "nothing",
        ),
        ("I can’t say the ministry knew of it.", "I … say the ministry knew of it", "not"),
        ("Nobody in my office knew of the letter.", "[Everyone] in my office knew of the letter", "nobody"),
        ("We might raise the tax next spring.", "We [will] raise the tax next spring", "might"),
        (
            "We should perhaps raise the tax in spring.",
            "We should [definitely] raise the tax in spring",
            "perhaps",
        ),
        ("I would not, under any circumstances, sign such a law.", "I would … sign such a law", "not"),
        (
            "The treaty does not protect the northern coast at all.",
            "The treaty … protect[s] the northern coast",
            "not",
        ),
        ("I don't think that we will win this one.", "I … think that we will win this one", "not"),
        ("They did not know about the leak until May.", "They [knew] about the leak until May", ""),
        (
            "It's a good deal for them, not for us, and we will say so.",
            "It's a good deal for them … and we will say so",
            "",
        ),
        ("We built it, without any help from them, in three years.", "We built it … in three years", ""),
        ("He is the man who cannot be trusted by anyone in town.", "He is the man … in town", ""),
        ("We will, of course, open the gates on Monday.", "We will … open the gates on Monday", ""),
        ("I never met him, but I did meet his brother.", "I … did meet his brother", ""),
        ("No, we will open the gates on Monday.", "… we will open the gates on Monday", ""),
        (
            "I think we are doing well. Perhaps not everyone agrees. We will see in May.",
            "I think we are doing well … We will see in May",
            "",
        ),
        (
            "The minister said that she might come. I will come in any case.",
            "The minister said … I will come in any case",
            "",
        ),
        (
            "I couldn't be happier with how it went in the north.",
            "I [could not] be happier with how it went in the north",
            "",
        ),
        (
            "They aren't going to get a single penny from us.",
            "They [are not] going to get a single penny from us",
            "",
        ),
        (
            "I told them they must leave before the winter.",
            "I told [the families] they must leave before the winter",
            "",
        ),
        ("We've never seen anything like it here.", "[The town has] never seen anything like it here", ""),
        (
            "You know, it is hard to say what it may cost in the end, and hard to say who pays.",
            "it is hard to say … who pays",
            "",
        ),
        ("They lost about 40 boats in the storm.", "They lost … 40 boats in the storm", "about"),
        (
            "We thought about it and then we signed the paper.",
            "We thought … and then we signed the paper",
            "",
        ),
        ("the ferry will run again in May", "[T]he ferry will run again in May", ""),
    ];
    for (passage, quote, lost) in cases {
        let passage = format!("Thank you all. {passage} That is all.");
        let found = fidelity(&utterance(quote), &utterance(&passage)).unwrap();
        let shown = found.changes.iter().map(|change| {
            if change.recorded.is_empty() { format!("+{}", change.quoted) } else { change.recorded.clone() }
        });
        let shown = shown.collect::<Vec<_>>().join(" ");
        assert_eq!(shown, lost, "{quote} of {passage}");
    }
}

/// Two sentences that differ in how figures, units and money are spelt, and what else differs.
#[test]
fn spellings_of_figures_are_no_differences() {
    let cases = [
        ("rose by 12 per cent. in May, and we paid", "rose by 12 percent in May, and we paid", ""),
        ("rose by twelve percent in May, and we paid", "rose by 12% in May, and we paid", ""),
        ("we spent 40 million crowns on the wall", "we spent 40m crowns on the wall", ""),
        ("we spent three billion dollars on the wall", "we spent $3bn on the wall", ""),
        ("we spent £40m on the wall in May", "we spent forty million pounds on the wall in May", ""),
        ("we walked five kilometres to the wall", "we walked 5km to the wall", ""),
        ("we drove at 80 miles per hour to the wall", "we drove at 80mph to the wall", ""),
        ("we lost twenty-five boats in the storm", "we lost 25 boats in the storm", ""),
        ("we lost 1,500 boats in the storm", "we lost 1500 boats in the storm", ""),
        ("a wall 40 metres long stood in the north", "a wall 40m long stood in the north", ""),
        ("we spent 40 billion crowns on the wall", "we spent 40m crowns on the wall", "m>billion"),
        ("we spent $3 billion on the wall", "we spent £3bn on the wall", "pound>dollar"),
        ("we walked five miles to the wall", "we walked 5 km to the wall", "5 km>five mile"),
    ];
    for (passage, quote, change) in cases {
        let found = fidelity(&utterance(quote), &utterance(passage)).unwrap();
        let shown = found.changes.iter().map(|change| format!("{}>{}", change.quoted, change.recorded));
        assert_eq!(shown.collect::<Vec<_>>().join(" "), change, "{quote} of {passage}");
    }
}

#[test]
fn another_utterance_is_not_a_misquotation() {
    assert_eq!(changes("the opposition has no plan for the railways", PASSAGE), None);
}

#[test]
fn an_excerpt_tells_nothing_of_what_was_said_around_it() {
    let excerpt = utterance("the harbour will stay open until the spring").excerpt();
    let cases = [
        ("As I said, the harbour will stay open until the spring, and then we shall see", vec![]),
        ("As I said, the harbour will not stay open until the spring", vec!["not>"]),
        ("the harbour will stay open until the summer", vec!["summer>spring"]),
    ];
    for (quote, expected) in cases {
        let found = fidelity(&utterance(quote), &excerpt).unwrap();
        let changes: Vec<String> =
            found.changes.iter().map(|change| format!("{}>{}", change.quoted, change.recorded)).collect();
        assert_eq!(changes, expected, "{quote}");
    }
}

fn participant(role: Role, head: &str, modifiers: &[&str]) -> Participant {
    let modifiers = modifiers.iter().map(|word| (*word).to_owned()).collect();
    Participant { role, head: head.into(), modifiers, name: None, owner: None, span: Span::new(0, 0) }
}

fn skeleton(subject: Participant, lemma: &str, object: Option<Participant>) -> Skeleton {
    let predicate = Some(Predicate { lemma: lemma.into(), span: Span::new(0, 0), passive: false });
    Skeleton {
        predicate,
        participants: std::iter::once(subject).chain(object).collect(),
        ..Skeleton::default()
    }
}

fn aligned(a: &Skeleton, b: &Skeleton) -> String {
    let thesaurus = Thesaurus::parse("leave = stay, remain\nstrike, hit");
    match align(a, b, &thesaurus) {
        Alignment::Same { predicate, swapped, .. } => {
            format!("{predicate:?}{}", if swapped { " swapped" } else { "" })
        }
        Alignment::Apart { want } => want.to_string(),
    }
}

#[test]
fn alignment_asks_for_predicate_and_participants() {
    let troops = |modifiers: &[&str]| participant(Role::Subject, "troop", modifiers);
    let town = || participant(Role::Object, "town", &[]);
    let cases = [
        (skeleton(troops(&[]), "leave", Some(town())), skeleton(troops(&[]), "leave", Some(town())), "Same"),
        (
            skeleton(troops(&[]), "leave", Some(town())),
            skeleton(troops(&[]), "remain", Some(town())),
            "Opposite",
        ),
        (
            skeleton(troops(&[]), "hit", Some(town())),
            skeleton(troops(&["russian"]), "strike", Some(town())),
            "Synonym",
        ),
        (
            skeleton(troops(&["ukrainian"]), "leave", None),
            skeleton(troops(&["russian"]), "leave", None),
            "the one speaks of “ukrainian troop”, the other of “russian troop”",
        ),
        (
            skeleton(troops(&[]), "leave", None),
            skeleton(troops(&[]), "sing", None),
            "“leave” and “sing” are not known to mean the same or the opposite",
        ),
        (
            skeleton(
                participant(Role::Subject, "army", &[]),
                "strike",
                Some(participant(Role::Object, "rebel", &[])),
            ),
            skeleton(
                participant(Role::Subject, "rebel", &[]),
                "strike",
                Some(participant(Role::Object, "army", &[])),
            ),
            "Same swapped",
        ),
        (
            skeleton(participant(Role::Subject, "it", &[]), "leave", None),
            skeleton(participant(Role::Subject, "it", &[]), "leave", None),
            "“it” here and “it” there may be two",
        ),
    ];
    for (a, b, expected) in cases {
        assert_eq!(aligned(&a, &b), expected);
    }
}

#[test]
fn a_passive_without_its_doer_is_aligned_by_what_it_is_done_to() {
    let destroyed = |what: &str| {
        let mut skeleton = skeleton(participant(Role::Subject, what, &[]), "destroy", None);
        skeleton.predicate.as_mut().unwrap().passive = true;
        skeleton
    };
    assert_eq!(aligned(&destroyed("depot"), &destroyed("depot")), "Same");
    assert_eq!(
        aligned(&destroyed("depot"), &destroyed("bridge")),
        "one of them does not name whom it speaks of"
    );
}

fn measure(low: f64, high: f64, counted: &str, of: &[&str]) -> Measure {
    Measure {
        span: Span::new(0, 0),
        low,
        high,
        value: f64::midpoint(low, high.min(low * 2.0 + 1.0)),
        comparator: Comparator::Exact,
        unit: Unit::Count,
        counted: counted.into(),
        of: of.iter().map(|word| (*word).to_owned()).collect(),
        per: None,
    }
}

#[test]
fn figures_conflict_only_if_they_count_one_thing() {
    let dead = |low, high| measure(low, high, "soldier", &["dead"]);
    assert!(matches!(conflicting(&[dead(12.0, 12.0)], &[dead(31.0, 31.0)], 5.0, |_, _| true), Ok(Some(_))));
    assert!(matches!(conflicting(&[dead(95.0, 105.0)], &[dead(100.0, 100.0)], 5.0, |_, _| true), Ok(None)));
    assert!(
        conflicting(&[dead(12.0, 12.0)], &[measure(31.0, 31.0, "soldier", &["missing"])], 5.0, |_, _| true)
            .is_err()
    );
    assert!(
        conflicting(&[dead(12.0, 12.0)], &[measure(31.0, 31.0, "house", &["dead"])], 5.0, |_, _| true)
            .is_err()
    );
    assert!(conflicting(&[dead(12.0, 12.0)], &[], 5.0, |_, _| true).is_err());
}
