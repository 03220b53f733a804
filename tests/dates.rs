//! Date expressions: what is found in a sentence, and which days it means.

#![cfg(test)]

use chrono::NaiveDate;
use proptest::prelude::*;
use sayso::claim::{DateKind, DateRead};
use sayso::document::{self, Document};
use sayso::grammar::date::dates;
use sayso::report::{Shelved, timeml};
use sayso::resolve::when::{in_document, read, stated_weekdays};
use sayso::text::{Source, Span, Text};

/// Saturday, 14 June 2031.
const DAY: &str = "2031-06-14";

fn day(iso: &str) -> Option<NaiveDate> {
    iso.parse().ok()
}

fn read_at(prose: &str, published: Option<NaiveDate>) -> Vec<DateRead> {
    let text = Text::of_paragraph(prose);
    read(&text, &dates(&text), published)
}

/// Every expression as `words = value`, with the TIMEX3 type where it is no DATE.
fn shown(prose: &str, published: &str) -> String {
    let one = |date: &DateRead| {
        let kind = match date.kind {
            DateKind::Date => "",
            DateKind::Time => "TIME ",
            DateKind::Duration => "DURATION ",
            DateKind::Set => "SET ",
        };
        format!("{} = {kind}{}", date.span.slice(prose), date.value)
    };
    read_at(prose, day(published)).iter().map(one).collect::<Vec<_>>().join("; ")
}

fn check(cases: &[(&str, &str)]) {
    for (prose, expected) in cases {
        assert_eq!(shown(prose, DAY), *expected, "in {prose:?}");
    }
}

#[test]
fn what_is_arranged_is_still_to_come() {
    check(&[
        ("The vote is set for Monday.", "Monday = 2031-06-16"),
        ("The ban takes effect on Monday.", "Monday = 2031-06-16"),
        ("The talks were to resume on Monday.", "Monday = 2031-06-16"),
        ("The talks resumed on Monday.", "Monday = 2031-06-09"),
    ]);
}

#[test]
fn calendar_dates() {
    check(&[
        ("The vote was on May 27.", "May 27 = 2031-05-27"),
        ("The vote was on 27 May.", "27 May = 2031-05-27"),
        ("It was signed on the 3rd of March, 2019.", "the 3rd of March, 2019 = 2019-03-03"),
        ("It was signed on Sept. 3, 2019, in Oslo.", "Sept. 3, 2019 = 2019-09-03"),
        ("The file is dated 2030-11-02.", "2030-11-02 = 2030-11-02"),
        ("The file is dated 11/2/2030.", "11/2/2030 = 2030-11-02"),
        ("The fair runs from July 3 to July 5.", "July 3 = 2031-07-03; July 5 = 2031-07-05"),
        ("The fair will run July 3-5.", "July 3-5 = 2031-07-03/2031-07-05"),
        ("Hearings are set for July 3, 10 and 17.", "July 3 = 2031-07-03; 10 = 2031-07-10; 17 = 2031-07-17"),
        ("They met on Dec. 30.", "Dec. 30 = 2030-12-30"),
        ("They will meet on Jan. 9.", "Jan. 9 = 2032-01-09"),
        ("Talks began in March 2028.", "March 2028 = 2028-03"),
        ("Talks began in October of last year.", "October of last year = 2030-10"),
        ("It announced the plan Feb. 21.", "Feb. 21 = 2031-02-21"),
        ("Net for the year ended Feb. 28 fell.", "the year = DURATION P1Y; Feb. 28 = 2031-02-28"),
        ("For the year, net fell.", "the year = 2031"),
        ("The war of 1914-18 ended it.", "1914-18 = 1914/1918"),
        ("There is no Feb. 30.", ""),
    ]);
}

#[test]
fn months_look_back_unless_told_otherwise() {
    check(&[
        ("The plant closed in October.", "October = 2030-10"),
        ("The plant will close in October.", "October = 2031-10"),
        ("Crews started work for July orders.", "July = 2031-07"),
        ("It stopped the deliveries in August.", "August = 2030-08"),
        ("Deliveries in August are in doubt.", "August = 2031-08"),
        ("The plant is to close in November.", "November = 2031-11"),
        ("The plant is expected to close by October.", "October = 2031-10"),
        ("The plant closed last June.", "last June = 2030-06"),
        ("The plant closed in early May.", "early May = 2031-05"),
        ("The ground thaws later in July.", "later in July = 2031-07"),
    ]);
}

#[test]
fn weekdays() {
    check(&[
        ("The minister resigned on Wednesday.", "Wednesday = 2031-06-11"),
        ("The minister resigned on Saturday.", "Saturday = 2031-06-14"),
        ("The minister will resign on Wednesday.", "Wednesday = 2031-06-18"),
        ("The minister is due to speak on Monday.", "Monday = 2031-06-16"),
        ("The minister resigned last Saturday.", "last Saturday = 2031-06-07"),
        ("On Monday, the minister resigned.", "Monday = 2031-06-09"),
        ("Friday of last week was quiet.", "Friday of last week = 2031-06-06"),
        ("She spoke late on Thursday night.", "late on Thursday night = TIME 2031-06-12TNI"),
        ("Monday, June 9, was quiet.", "Monday, June 9 = 2031-06-09"),
        ("The council sits on Mondays.", "Mondays = SET XXXX-WXX-1"),
    ]);
}

#[test]
fn counted_from_publication() {
    check(&[
        ("She resigned yesterday.", "yesterday = 2031-06-13"),
        ("He leaves tomorrow morning.", "tomorrow morning = TIME 2031-06-15TMO"),
        ("Prices rose last week and this month.", "last week = 2031-W23; this month = 2031-06"),
        ("Elections are planned for next year.", "next year = 2032"),
        ("They met earlier this week.", "earlier this week = 2031-W24"),
        ("They met two weeks ago.", "two weeks ago = 2031-05-31"),
        ("They met five months ago.", "five months ago = 2031-01"),
        ("They met several years ago.", "several years ago = PAST_REF"),
        ("They met over the weekend.", "the weekend = 2031-W24-WE"),
        ("Sales fell in the third quarter of 2030.", "the third quarter of 2030 = 2030-Q3"),
        ("Sales fell in the first quarter.", "the first quarter = 2031-Q1"),
        ("The office opened last fall.", "last fall = 2030-FA"),
        ("The office shut at the end of 2029.", "the end of 2029 = 2029"),
        ("The mid-1990s were hard.", "mid-1990s = 199"),
        ("It fell apart in mid-2019 and again last fall in Lund.", "mid-2019 = 2019; last fall = 2030-FA"),
        ("A relic of the 19th century.", "the 19th century = 18"),
        ("It happened on Christmas Day.", "Christmas Day = 2030-12-25"),
        ("It happened on Easter Monday.", "Easter Monday = 2031-04-14"),
        ("They now disagree.", "now = PRESENT_REF"),
    ]);
}

#[test]
fn told_by_a_named_day() {
    check(&[
        ("It airs the week of July 8.", "the week of July 8 = 2031-W28"),
        ("Labor Day weekend was wet.", "Labor Day weekend = 2031-W35-WE"),
        ("They met two days after Easter.", "two days after Easter = 2031-04-15"),
        ("He fell the day before last Tuesday.", "the day before last Tuesday = 2031-06-09"),
        ("It opens three weeks from tomorrow.", "three weeks from tomorrow = 2031-07-06"),
        ("She leaves the day after tomorrow.", "the day after tomorrow = 2031-06-16"),
        ("It ran for two weeks from May 3.", "two weeks = DURATION P2W; May 3 = 2031-05-03"),
        ("The first Friday of next month is free.", "The first Friday of next month = 2031-07-04"),
        ("It is due the 20th of next month.", "the 20th of next month = 2031-07-20"),
        ("Friday the 13th was quiet.", "Friday the 13th = 2031-06-13"),
        ("Little moved in the past fortnight.", "the past fortnight = DURATION P2W"),
    ]);
}

#[test]
fn ranges_share_a_year() {
    check(&[
        ("It rose from May to October 2020.", "May = 2020-05; October 2020 = 2020-10"),
        ("It rose between Nov. 3, 2021, and Feb. 4.", "Nov. 3, 2021 = 2021-11-03; Feb. 4 = 2031-02-04"),
        ("It rose from November 2021 to February.", "November 2021 = 2021-11; February = 2022-02"),
        ("It rose from August through January.", "August = 2030-08; January = 2031-01"),
        ("It ran between 3 and 12 of May.", "3 and 12 of May = 2031-05-03/2031-05-12"),
        ("It ran from the ninth to the 17th of May.", "the ninth to the 17th of May = 2031-05-09/2031-05-17"),
        ("May and October 2020 were dry.", "October 2020 = 2020-10"),
    ]);
}

#[test]
fn counted_from_the_text() {
    check(&[
        (
            "Talks began on June 3. The following day they broke down.",
            "June 3 = 2031-06-03; The following day = 2031-06-04",
        ),
        ("He won in 2019. A year later he lost.", "2019 = 2019; A year later = 2020"),
        ("He fell ill on May 2 and died that month.", "May 2 = 2031-05-02; that month = 2031-05"),
        ("The following day they broke down.", "The following day = XXXX-XX-XX"),
        ("“I will go tomorrow,” she said on Monday.", "tomorrow = 2031-06-10; Monday = 2031-06-09"),
        ("“I will go tomorrow,” she said.", "tomorrow = 2031-06-15"),
    ]);
}

#[test]
fn times_lengths_and_repetitions() {
    check(&[
        ("Doors open at 5 p.m. on Tuesday.", "5 p.m. on Tuesday = TIME 2031-06-10T17:00"),
        ("It ends at 17:30.", "17:30 = TIME 2031-06-14T17:30"),
        ("It took three days.", "three days = DURATION P3D"),
        ("A 10-year lease.", "10-year = DURATION P10Y"),
        ("In the past three months nothing moved.", "the past three months = DURATION P3M"),
        ("It took a few hours.", "a few hours = DURATION PTXH"),
        ("It is printed daily and every other week.", "daily = SET P1D; every other week = SET P2W"),
        ("They march every May.", "every May = SET XXXX-05"),
    ]);
}

#[test]
fn what_is_no_date() {
    for prose in [
        "You may go, she said.",
        "May I ask? May we?",
        "Theresa May and April Jones spoke.",
        "They march on the capital.",
        "She came second and fell ill.",
        "The Sun reported it; the cat sat still.",
        "Fewer than one-in-six, or 15.3 percent, agree.",
        "It cost $1999, and 2031 people paid.",
        "They won 3-2 and 21-19.",
        "The 35-year-old is 35 years old.",
        "An august body; the fall of the wall.",
        "USA TODAY reported it.",
        "Give me a second.",
        "A quarter of them made a last-minute offer of $500-a-year.",
        "Mayor May Holt and April Jones wrote to the Sun.",
        "The march of 3,000 may end; it fell to second place.",
        "It cost $2031, or 19.99 percent; 2,031 voted.",
        "Sat. phones, a wed couple, Jan and Mark.",
    ] {
        assert_eq!(shown(prose, DAY), "", "in {prose:?}");
    }
}

#[test]
fn without_a_day_only_complete_dates_have_days() {
    let found = |prose| {
        read_at(prose, None)
            .iter()
            .map(|date| (date.value.clone(), date.interval.is_some()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        found("It was on Monday, in May, or on May 4, 2020."),
        [("XXXX-WXX-1".to_owned(), false), ("XXXX-05".to_owned(), false), ("2020-05-04".to_owned(), true),]
    );
}

/// A document whose dates are marked, read.
fn read_marked(file: &str) -> (Document, Vec<DateRead>) {
    let document = document::read(Source::new("a.tml", file));
    let blocks: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
    let text = Text::read(&document.prose, &blocks);
    let found = in_document(&text, &dates(&text), &document.meta);
    (document, found)
}

#[test]
fn dates_that_a_file_marks_are_kept() {
    let file = "<TimeML><DCT><TIMEX3 tid=\"t0\" value=\"2031-06-14\">today</TIMEX3></DCT><TEXT>\nIt shut on \
        <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2029-02-03\">Monday</TIMEX3> &amp; opened yesterday.\n</TEXT></TimeML>";
    let (document, found) = read_marked(file);
    assert_eq!(document.prose.trim(), "It shut on Monday & opened yesterday.");
    let shown: Vec<_> =
        found.iter().map(|date| (date.span.slice(&document.prose), date.value.as_str())).collect();
    assert_eq!(shown, [("Monday", "2029-02-03"), ("yesterday", "2031-06-13")]);
}

#[test]
fn values_have_days() {
    let first = |value: &str| {
        let file = format!("<TEXT>On <TIMEX3 type=\"DATE\" value=\"{value}\">it</TIMEX3>.</TEXT>");
        let days = read_marked(&file).1.first().and_then(|date| date.interval);
        days.map_or("-".to_owned(), |days| format!("{} {}", days.from, days.timex()))
    };
    for value in [
        "2031-06-14",
        "2031-06",
        "2031",
        "203",
        "20",
        "2031-Q2",
        "2031-H2",
        "2031-SU",
        "2031-W24",
        "2031-W24-WE",
    ] {
        assert_eq!(first(value).split(' ').nth(1), Some(value));
    }
    assert_eq!(first("2031-06-14TMO"), "2031-06-14 2031-06-14");
    for value in ["P1D", "PAST_REF", "2031-13", "XXXX-WXX-1", "", "-"] {
        assert_eq!(first(value), "-", "{value}");
    }
}

#[test]
fn what_is_marked_is_read_back() {
    let prose = "It shut on Monday, R&D said, <or> in early May.";
    let document = document::read(Source::new("a.txt", prose));
    let text = Text::of_paragraph(&document.prose);
    let found = read(&text, &dates(&text), day(DAY));
    let (again, marked) = read_marked(&timeml(&found, Shelved::document(&document), day(DAY)));
    assert_eq!(again.prose.trim(), prose);
    assert_eq!(again.meta.date, day(DAY));
    let shown = |dates: &[DateRead], prose: &str| {
        dates.iter().map(|date| format!("{} {}", date.span.slice(prose), date.value)).collect::<Vec<_>>()
    };
    assert_eq!(shown(&marked, &again.prose), shown(&found, prose));
    assert_eq!(found.len(), 2);
}

#[test]
fn weekday_beside_date() {
    let text = Text::of_paragraph("They met on Monday, June 10, and on Tuesday.");
    let written = dates(&text);
    let stated = stated_weekdays(&written, &read(&text, &written, day(DAY)));
    let shown: Vec<_> = stated
        .iter()
        .map(|(span, weekday, day)| (text.slice(*span), weekday.to_string(), day.to_string()))
        .collect();
    assert_eq!(shown, [("Monday, June 10", "Mon".to_owned(), "2031-06-10".to_owned())]);
}

/// Words of dates in any order, and now and then anything at all.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    "-",
    ",",
    ".",
    "“",
    "”",
    "\n",
    "the",
    "last",
    "next",
    "early",
    "end",
    "of",
    "May",
    "March 3",
    "Sept.",
    "Monday",
    "31",
    "Feb. 29",
    "1999",
    "9999",
    "0000",
    "second",
    "quarter",
    "years",
    "ago",
    "two",
    "4294967295",
    "later",
    "every",
    "century",
    "999th",
    "0th",
    "half",
    "00:00",
    "12:99",
    "p.m.",
    "a",
    "few",
    "1990s",
    "9/11",
    "Easter",
    "this",
    "that",
    "day",
    "12/31/9999",
    "2022-13-40",
    "é",
    "99:",
    "fiscal",
    "’s",
    "hundred",
    "thousand",
];

proptest! {
    #[test]
    fn any_words_are_read_without_harm(
        parts in prop::collection::vec(prop_oneof![4 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => ".{0,3}"], 0..40),
        year in -200_000i32..200_000,
    ) {
        let prose = parts.join(" ");
        let text = Text::read(&prose, &[Span::new(0, prose.len())]);
        let published = NaiveDate::from_ymd_opt(year, 2, 28);
        let mut end = 0;
        for date in read(&text, &dates(&text), published) {
            prop_assert!(date.span.start >= end && prose.get(date.span.start..date.span.end).is_some());
            prop_assert!(!date.value.is_empty());
            prop_assert!(date.interval.is_none_or(|found| found.from < found.to));
            end = date.span.end;
        }
    }
}
