//! When attributions were made.

#![cfg(test)]

use sayso::claim::{Attribution, Class, QuoteKind, Wording};
use sayso::grammar::date::dates;
use sayso::resolve::when::{read, said};
use sayso::text::{Span, Text};

/// Saturday, 14 June 2031.
const DAY: &str = "2031-06-14";

/// A text whose attributions are marked `{s source}`, `{c cue}`, `{t content}`; each cue begins a new one, and takes the
/// nearest source and content that no other has.
struct Marked {
    prose: String,
    parts: Vec<(char, Span)>,
}

fn marked(markup: &str) -> Marked {
    let mut found = Marked { prose: String::new(), parts: Vec::new() };
    for piece in markup.split_inclusive(['{', '}']) {
        let (words, mark) = match piece.strip_suffix('}') {
            Some(words) => (words.get(2..).unwrap(), words.chars().next()),
            None => (piece.trim_end_matches('{'), None),
        };
        let start = found.prose.len();
        found.prose.push_str(words);
        found.parts.extend(mark.map(|mark| (mark, Span::new(start, found.prose.len()))));
    }
    found
}

impl Marked {
    fn attributions(&self) -> Vec<Attribution> {
        let of = |kind| self.parts.iter().filter(move |part| part.0 == kind).map(|part| part.1);
        let part = |span: Option<Span>| Wording::of(&self.prose, span.into_iter().collect());
        let attribution = |((source, cue), content)| Attribution {
            source: part(source),
            cue: part(Some(cue)),
            content: part(Some(content)),
            quotes: Vec::new(),
            kind: QuoteKind::Indirect,
            class: Class::Speech,
            lemma: "say".to_owned(),
            confidence: 1.0,
            trail: Vec::new(),
            within: None,
        };
        let sources = of('s').map(Some).chain(std::iter::repeat(None));
        sources.zip(of('c')).zip(of('t')).map(attribution).collect()
    }
}

fn check(markup: &str, expected: &[&str]) {
    let marked = marked(markup);
    let mut start = 0;
    let lines = marked.prose.split_inclusive('\n');
    let blocks: Vec<Span> = lines
        .map(|line| {
            let block = Span::new(start, start + line.len());
            start = block.end;
            block
        })
        .collect();
    let text = Text::read(&marked.prose, &blocks);
    let day = DAY.parse().ok();
    let dates = read(&text, &dates(&text), day);
    let found = said(&text, &marked.attributions(), &dates, day);
    let shown: Vec<String> = found
        .iter()
        .map(|found| {
            found.map_or("–".to_owned(), |found| {
                format!("{}..{}{}", found.from, found.to, if found.sure { "" } else { "?" })
            })
        })
        .collect();
    assert_eq!(shown, expected, "in {markup:?}");
}

#[test]
fn a_date_that_governs_the_cue() {
    check("{s The mayor} {c said} on Tuesday {t the bridge would close}.", &["2031-06-10..2031-06-11"]);
    check("On Tuesday, {s the mayor} {c said} {t the bridge would close}.", &["2031-06-10..2031-06-11"]);
    check(
        "{t “The bridge will close,”} {s the mayor} {c told} reporters Tuesday.",
        &["2031-06-10..2031-06-11"],
    );
    check("In late May, {s the mayor} {c said} {t the bridge would close}.", &["2031-05-20..2031-06-01"]);
}

#[test]
fn dates_of_the_content_never_count() {
    check("{s The mayor} {c said} {t the bridge would close on Tuesday}.", &["–"]);
}

#[test]
fn dates_of_other_things_do_not_govern() {
    check("{s The board, which met in March 2030,} {c said} {t it had no money}.", &["–"]);
    check("{s The mayor}, who was elected in 2019, {c said} {t the bridge would close}.", &["–"]);
}

#[test]
fn a_speaker_goes_on() {
    check(
        "{s The mayor} {c said} on Tuesday {t the bridge would close}. {s He} {c added} {t that it was old}.",
        &["2031-06-10..2031-06-11", "2031-06-10..2031-06-11?"],
    );
}

#[test]
fn the_event_of_the_text() {
    check(
        "{s Mayor} {c warns} {t of ruin}\n{s Mayor Jane Roe} {c said} on Tuesday {t the bridge would close}.\n{s Engineers} {c agreed} {t it was old}.",
        &["2031-06-10..2031-06-11?", "2031-06-10..2031-06-11", "2031-06-10..2031-06-11?"],
    );
    check(
        "Many watched Tuesday’s debate.\n{s A viewer} {c said} {t it was dull}.",
        &["2031-06-10..2031-06-15?"],
    );
}

#[test]
fn a_day_that_hangs_in_the_air() {
    check(
        "The bridge closed on Tuesday.\nThe following day {s the mayor} {c said} {t it was old}.",
        &["2031-06-10..2031-06-15?"],
    );
}

#[test]
fn at_no_time_that_is_told() {
    check("The bridge closed on Tuesday.\n{s The mayor} {c has long said} {t it was old}.", &["–"]);
    check("The bridge closed on Tuesday.\n{s The mayor} {c argues} {t it was old}.", &["–"]);
    check("{s The mayor} {c said} {t it was old}.", &["–"]);
}

#[test]
fn what_is_only_named_says_nothing_of_when_others_spoke() {
    check(
        "{s Jane Roe} {c said} on Monday {t it was old}.\nThe board met over {s Holt}’s {c claim} {t that it was safe} on Thursday.\n{s She} {c added} {t it would close}.",
        &["2031-06-09..2031-06-10", "2031-06-09..2031-06-10?", "2031-06-09..2031-06-10?"],
    );
    check(
        "The board met over {s Holt}’s {c claim} on Thursday {t that it was safe}.",
        &["2031-06-12..2031-06-13"],
    );
}
