use super::*;
use crate::claim::Comparator;
use proptest::prelude::*;

/// A measure as `span = low–high unit counted [of] per`.
fn show(text: &Text, measure: &Measure) -> String {
    let sign = match measure.comparator {
        Comparator::Exact => "",
        Comparator::About => "~",
        Comparator::AtLeast => "≥",
        Comparator::AtMost => "≤",
    };
    let unit = match &measure.unit {
        Unit::Count => String::new(),
        Unit::Percent => " %".to_owned(),
        Unit::Points => " points".to_owned(),
        Unit::Money(code) => format!(" {code}"),
        Unit::Other(unit) => format!(" {unit}"),
    };
    let bound = |value: f64| format!("{}", (value * 100.0).round() / 100.0);
    let bounds = if measure.low == measure.high {
        bound(measure.low)
    } else {
        format!("{}–{}", bound(measure.low), bound(measure.high))
    };
    let counted = if measure.counted.is_empty() { String::new() } else { format!(" of {}", measure.counted) };
    let of = if measure.of.is_empty() { String::new() } else { format!(" [{}]", measure.of.join(" ")) };
    let per = measure.per.as_ref().map(|per| format!(" per {per}")).unwrap_or_default();
    format!("{} = {sign}{bounds}{unit}{counted}{of}{per}", text.slice(measure.span))
}

/// Each case: a sentence, then a line for each of its measures.
fn check(cases: &str) {
    for case in cases.trim().split("\n\n") {
        let mut lines = case.lines().map(str::trim);
        let prose = lines.next().unwrap();
        let text = Text::of_paragraph(prose);
        let found: Vec<String> =
            measures(&text, 0..text.tokens().len()).iter().map(|measure| show(&text, measure)).collect();
        assert_eq!(found, lines.collect::<Vec<_>>(), "{prose}");
    }
}

#[test]
fn the_number_of_a_thing_is_no_figure_whatever_is_said_of_it() {
    check("Line 4 is running, and the clerk said that line 5 has stopped.");
}

#[test]
fn how_many_there_are_in_all_is_no_figure_of_its_own() {
    check(
        "
        Three of the five states signed.
        Three = 3 of state

        At least ten of the 12 miners came up, and 40 goats.
        At least ten = ≥10–inf of miner
        40 = 40 of goat

        It was signed by two of the five.
        two = 2
        ",
    );
}

#[test]
fn numbers_in_digits_and_words() {
    check(
        "
        The fire destroyed 31 houses.
        31 = 31 of house

        The fire destroyed 12,670 houses.
        12,670 = 12665–12675 of house

        Some 12,000 houses were lost.
        Some 12,000 = ~10800–13200 of house

        It cost 1.2 million.
        1.2 million = 1150000–1250000

        Two hundred and fifty thousand people fled.
        Two hundred and fifty thousand = 243750–256250 of people

        The flood drowned seventy-six sheep.
        seventy-six = 76 of sheep
        ",
    );
}

#[test]
fn comparators_bound() {
    check(
        "
        At least 40 homes burnt.
        At least 40 = ≥40–inf of home

        Fewer than 40 homes burnt.
        Fewer than 40 = ≤0–40 of home

        As many as 52 percent of voters agree.
        As many as 52 percent = ≤0–52 % of voter

        Nearly 200 farmers came.
        Nearly 200 = ~180–200 of farmer

        They counted 5,000 sheep or more.
        5,000 = 4950–5050 of sheep

        They counted 40 or more goats.
        40 or more = ≥40–inf of goat

        Between 10 and 12 boats were lost.
        Between 10 and 12 = 10–12 of boat

        The fleet lost 10 to 12 boats.
        10 to 12 = 10–12 of boat

        The fund lost 12,000–19,000 shares.
        12,000–19,000 = 11500–19500 of share
        ",
    );
}

#[test]
fn shares_and_vague_counts() {
    check(
        "
        One in six farmers agreed.
        One in six = 15.83–17.5 % of farmer

        Fewer than one-in-six of the farmers agreed.
        Fewer than one-in-six = ≤0–16.67 % of farmer

        Half of the members left.
        Half = 47.5–52.5 % of member

        About two-thirds of members left.
        About two-thirds = ~60–73.33 % of member

        A quarter of the harvest was lost.
        A quarter = 23.75–26.25 % of harvest

        Dozens of people fled.
        Dozens of = ~18–99 of people

        Tens of thousands fled.
        Tens of thousands = ~10000–99999

        Several farmers came.
        Several = ~2–20 of farmer
        ",
    );
}

#[test]
fn units_money_and_rates() {
    check(
        "
        The well lost 1,000 barrels a day.
        1,000 barrels = 950–1050 barrel of barrel per day

        90 boats come a day.
        90 = 90 of boat per day

        Some 40 boats are lost each year.
        Some 40 = ~36–44 of boat per year

        The bridge cost $1.2 million.
        $1.2 million = 1150000–1250000 USD

        The bridge cost 5 billion euros.
        5 billion euros = 4500000000–5500000000 EUR

        Support fell by 3 percentage points.
        3 percentage points = 3 points

        Support rose to 15.3%.
        15.3% = 15.25–15.35 %

        The road is 12 miles long.
        12 miles = 12 mile of mile

        The state spends $40 per person.
        $40 = 40 USD per person
        ",
    );
}

#[test]
fn dates_ages_and_names_are_no_measures() {
    check(
        "
        They met on May 12, 2019, at 5 p.m.

        In 2016 the court sat in Room 12.

        Ines Roth, 54, lives at No. 10.

        The 10th regiment marched for 3 days.

        One of them left; no one knew why.

        A third candidate came in the second half of the 1990s.

        The team won 21–14.

        Section 230 was read aloud.

        They sold 12 more boats than the others.

        The phone number is 555-0199.
        ",
    );
}

/// Carets under both figures of each pair.
#[test]
fn figures_side_by_side() {
    for (prose, pairs) in [
        ("Nearly half (62 percent) of the members agreed.", vec![("Nearly half", "62 percent")]),
        (
            "Fewer than one in four, or 31 percent, of the patients knew.",
            vec![("Fewer than one in four", "31 percent")],
        ),
        ("Half of the members (62 %) agreed.", vec![("Half", "62 %")]),
        ("Half of the members, 120 people, agreed.", vec![]),
        ("A third agreed, and 20 percent did not.", vec![]),
        ("Some 40 percent (12 of 30) agreed.", vec![("Some 40 percent", "12 of 30")]),
    ] {
        let text = Text::of_paragraph(prose);
        let found = stated(&text);
        let twice = found.iter().filter_map(|stated| match stated {
            Stated::Twice(a, b) => Some((text.slice(a.span), text.slice(b.span))),
            _ => None,
        });
        let words: Vec<_> = twice.collect();
        assert_eq!(words, pairs, "{prose}");
    }
}

proptest! {
    #[test]
    fn odd_figures_stay_inside(words in proptest::collection::vec("\\PC{0,5}|[0-9,.-]{1,12}|of|a|to|in|half|million|thousand|and|between|more|than|%|\\$|one|–|9{30}", 0..30)) {
        let prose = words.join(" ");
        let text = Text::of_paragraph(&prose);
        let tokens = text.tokens().len();
        for measure in measures(&text, 0..tokens) {
            prop_assert!(measure.span.end <= prose.len() && measure.low <= measure.high);
        }
    }
}
