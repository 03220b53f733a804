use super::*;
use crate::text::{Span, Text};

fn found(pattern: &str, prose: &str) -> Option<String> {
    let text = Text::of_paragraph(prose);
    let words = words_of(&text, 0..text.tokens().len());
    let range = Phrase::new(pattern).unwrap().find(&words)?;
    Some(words[range].iter().map(|word| &*word.form).collect::<Vec<_>>().join(" "))
}

#[test]
fn a_word_matches_its_forms() {
    assert_eq!(
        found("launch … attack", "They launched several attacks."),
        Some("launched several attacks".into())
    );
    assert_eq!(found("=launch", "They launched it."), None);
}

#[test]
fn alternatives_options_and_gaps() {
    assert_eq!(
        found("could at any (point|moment|time)", "it could, at any moment, fall"),
        Some("could at any moment".into())
    );
    assert_eq!(found("(very )?likely", "It is very likely."), Some("very likely".into()));
    assert_eq!(found("not …1 near", "not that very near"), None);
    assert_eq!(found("not …2 near", "isn’t that very near"), Some("not that very near".into()));
}

#[test]
fn classes_and_prefixes() {
    assert_eq!(found("escalat* by <number>", "an escalation by 40 or so"), Some("escalation by 40".into()));
    assert_eq!(found("<name> <name>", "so said Jane Roe"), Some("jane roe".into()));
}

#[test]
fn faults_have_a_place() {
    for (pattern, at) in [("a (b|c", 6), ("a )", 2), ("<nmber>", 1), ("a …99", 2), ("", 0), ("a | | b", 4)]
    {
        let fault = Phrase::new(pattern).unwrap_err();
        assert_eq!(fault.span.start, at, "{pattern}: {fault:?}");
    }
}

#[test]
fn parts_of_a_text_are_taken_whole_as_far_as_they_are_marked() {
    let prose = "Ann Reed flew to South Sudan on 3 May 2031 and rested.";
    let text = Text::of_paragraph(prose);
    let mut words = TextWords::of(&text);
    let span = |part: &str| {
        let start = prose.find(part).unwrap();
        Span::new(start, start + part.len())
    };
    words.mark(Role::Speaker, [span("Ann Reed")]);
    words.mark(Role::Place, [span("South Sudan")]);
    words.mark(Role::Date, [span("3 May 2031")]);
    let words = words.within(Span::new(0, prose.len()));
    let found = |pattern: &str| Some(Phrase::new(pattern).unwrap().find(&words)?.len());
    assert_eq!(found("<speaker> flew to <place> on <date> and"), Some(11));
    assert_eq!(found("<place>"), Some(2));
    assert_eq!(found("flew to <date>"), None);
    assert_eq!(found("on <date>? rested"), None);
    assert_eq!(found("(<place>|on) <date>"), Some(4));
}

#[test]
fn many_sets_are_looked_for_at_once() {
    let set =
        |phrases: &[&str]| Phrases::new(phrases.iter().map(|phrase| Phrase::new(phrase).unwrap()).collect());
    let sets = [set(&["could launch", "(any|some) day"]), set(&["<name> said"]), set(&["<any> night"])];
    let text = Text::of_paragraph("Roe said they could launch it any day, on Monday night or may not.");
    let words = words_of(&text, 0..text.tokens().len());
    let mut seen = Vec::new();
    Lookout::new(&sets).sight(&words, |set, range| {
        let forms: Vec<&str> = words.get(range).unwrap().iter().map(|word| &*word.form).collect();
        seen.push((set, forms.join(" ")));
    });
    let expected = [(1, "roe said"), (0, "could launch"), (0, "any day"), (2, "monday night")];
    assert_eq!(seen, expected.map(|(set, words)| (set, words.to_owned())));
}

#[test]
fn a_phrase_that_matches_any_text_is_refused() {
    for pattern in ["…", "<any>", "word?", "<any> …", "(word|<any>)", "a? …3"] {
        assert_eq!(Phrase::new(pattern).unwrap_err().title, "this phrase matches any text", "{pattern}");
    }
    for pattern in ["<any> word", "<number>", "(word|<name>)", "… word"] {
        assert!(Phrase::new(pattern).is_ok(), "{pattern}");
    }
}

#[test]
fn a_class_of_words_that_is_none_may_have_been_meant_for_one() {
    for (pattern, meant) in [
        ("<numbr>", "number"),
        ("<numbers>", "number"),
        ("a <plce>", "place"),
        ("<Name>", "name"),
        ("<person>", "name"),
        ("<city>", "place"),
    ] {
        let help = Phrase::new(pattern).unwrap_err().help;
        assert_eq!(help, Some(format!("did you mean `<{meant}>`?")), "{pattern}");
    }
    let help = Phrase::new("<xyzzy>").unwrap_err().help;
    assert!(help.is_some_and(|help| help.starts_with("write `<number>`")));
}

#[test]
fn parts_of_a_phrase_are_lost_one_at_a_time() {
    let parts = |pattern: &str| {
        let parts = Phrase::new(pattern).unwrap().parts();
        let told =
            |part: &Part| format!("{:?} {}: {} | {}", part.loss, part.part, part.without, part.shown_by);
        parts.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(
        parts("not (very)? …2 (near|(so )?close)"),
        [
            "Option very: not …2 (near|so? close) | not very …2 (near|so? close)",
            "Choice very: not very …2 (near|so? close) | not …2 (near|so? close)",
            "Gap …2: not very? (near|so? close) | not very? <any> …1 (near|so? close)",
            "Alternative near: not very? …2 (so? close) | not very? …2 near",
            "Alternative so? close: not very? …2 (near) | not very? …2 so? close",
            "Option so: not very? …2 (near|close) | not very? …2 so close",
            "Choice so: not very? …2 (near|so close) | not very? …2 close",
        ]
    );
}

#[test]
fn a_pattern_is_written_as_it_is_read() {
    for pattern in
        ["a …4 (b|c d?)? =e f* <number>", "(a|b) c", "a|b c", "(a (b|c))? d", "<date> <speaker> <place>"]
    {
        let read = parse(pattern).unwrap();
        assert_eq!(parse(&read.to_string()), Ok(read), "{pattern}");
    }
}

#[test]
fn a_pattern_from_a_stranger_is_bounded() {
    let names: Vec<String> = (0..1024).map(|number| format!("name{number}")).collect();
    let fits = names.join("|");
    assert!(Phrase::new(&fits).is_ok() && Phrase::new(&"dam ".repeat(128)).is_ok());
    for pattern in
        [format!("{fits}|lake"), "dam ".repeat(129), "(a|b) …12 ".repeat(10), "<date>? a ".repeat(15)]
    {
        assert_eq!(Phrase::new(&pattern).unwrap_err().title, "this phrase is too long", "{pattern}");
    }
}
