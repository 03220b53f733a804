use super::*;

/// The document as one reads it: each block after its kind, then what was found beside it.
fn shown(name: &str, text: &str) -> String {
    let document = read(Source::new(name, text));
    let blocks = document.blocks.iter();
    let mut lines: Vec<String> =
        blocks.map(|block| format!("{:?}: {}", block.kind, block.span.slice(&document.prose))).collect();
    lines.extend(document.faults.iter().map(|fault| {
        let help = fault.help.as_deref().unwrap_or("-");
        format!("! {:?} {} / {} / {help}", fault.span.slice(document.source.text()), fault.title, fault.label)
    }));
    lines.join("\n")
}

#[test]
fn a_short_first_line_without_a_stop_is_the_headline() {
    insta::assert_snapshot!(shown("a.txt", "Talks stall in Geneva\n\nThe envoy left on Monday.\n\nHe said no."), @r"
    Headline: Talks stall in Geneva
    Paragraph: The envoy left on Monday.
    Paragraph: He said no.
    ");
    insta::assert_snapshot!(shown("a.txt", "The envoy said he would go.\n\nHe went."), @r"
    Paragraph: The envoy said he would go.
    Paragraph: He went.
    ");
}

#[test]
fn a_comment_behind_the_lead_makes_no_standfirst_of_it() {
    let text = "# Talks stall\n\nThe envoy left on Monday. <!-- a note -->\n\nHe said no to the plan.\n";
    let read = shown("a.md", text);
    assert!(read.contains("Paragraph: The envoy left on Monday."), "{read}");
}

#[test]
fn a_head_copied_from_a_page_stands_there_twice() {
    let text = "Talks stall in Geneva\r\n\r\nTalks stall in Geneva\r\n\r\nNo date is set.\r\n\r\nNo date is set.\r\n\r\n\
                GENEVA, Nov. 3, 2021 (Reuters) — The envoy left.";
    insta::assert_snapshot!(shown("a.txt", text), @r"
    Headline: Talks stall in Geneva
    Headline: Talks stall in Geneva
    Standfirst: No date is set.
    Standfirst: No date is set.
    Paragraph: The envoy left.
    ");
}

#[test]
fn wrapped_lines_are_joined_and_short_ones_are_not() {
    let text = "The minister told reporters that the talks, which had been going on\n\
                for a week, were at an end. \"We have done what could be done,\" he said\n\
                on Monday, and left.\nShe agreed\nwith him.\n- a list\n- of two";
    insta::assert_snapshot!(shown("a.txt", text), @r#"
    Paragraph: The minister told reporters that the talks, which had been going on for a week, were at an end. "We have done what could be done," he said on Monday, and left.
    Paragraph: She agreed with him.
    Item: a list
    Item: of two
    "#);
}

#[test]
fn faults_of_the_front_matter_name_the_remedy() {
    let text = "\u{FEFF}---\ntitle: 'The envoy''s day' # x\ndate: 2022-02-30T10:00\nkind: transcipt\n\
                outlt: Daily\ntags:\n- a\n- b\nlayout:\n  - title: none\n---\nText here.\n";
    insta::assert_snapshot!(shown("a.txt", text), @r#"
    Headline: The envoy's day
    Paragraph: Text here.
    ! "2022-02-30T10:00" this date does not exist / expected a day from 1 to 28 / the last day of that month is `2022-02-28`
    ! "transcipt" there is no such kind of document / expected draft, transcript or article / did you mean `transcript`?
    ! "outlt" `outlt` is not a key that is read / passed over / did you mean `outlet`?
    "#);
    insta::assert_snapshot!(shown("a.md", "---\ndate: March 4, 2021\ntitle: >-\n  A long\n  headline\n\nSome text."), @r#"
    Headline: A long headline
    Paragraph: Some text.
    ! "---" the front matter is not closed / opened here, and no line `---` follows its keys / put a line `---` before the text
    ! "March 4, 2021" this date cannot be read / expected YYYY-MM-DD / did you mean `2021-03-04`?
    "#);
}

#[test]
fn a_rule_across_the_page_is_not_front_matter() {
    insta::assert_snapshot!(shown("a.txt", "---\n\nThe envoy: he left. So did we.\n"), @"Paragraph: The envoy: he left. So did we.");
}

#[test]
fn markdown_becomes_what_a_reader_sees() {
    let text = "---\ntitle: Envoy leaves\nauthor: \"Ann \\\"Al\\\" Lee\"\n---\n# Envoy leaves\n\n\
        *No date is set for his return.*\n\n\
        KYIV, Jan. 29 — The **envoy**, a [diplomat](http://x.org), said `no` &amp; \\*left\\*.\n\
        He ~~went~~ ran.<br>So\\\nhe ![x](y.png) did.\n\n## More\n\n> A quote\n> of two lines\n\n\
        - one\n- two\n  - three\n\n1. four\n\n   five\n\n| a | b |\n|---|---|\n| c | d |\n\n\
        ```\ncode\n```\n<!-- c -->\nFoot[^1] <https://x.org>\n\n[^1]: The note.\n";
    insta::assert_snapshot!(shown("a.md", text), @r"
    Headline: Envoy leaves
    Standfirst: No date is set for his return.
    Paragraph: The envoy, a diplomat, said no & *left*. He  ran. So he  did.
    Heading: More
    Quote: A quote of two lines
    Item: one
    Item: two
    Item: three
    Item: four
    Item: five
    Item: a
    Item: b
    Item: c
    Item: d
    Paragraph: Foot
    Item: The note.
    ");
}

#[test]
fn a_file_without_words_is_a_fault() {
    insta::assert_snapshot!(shown("a.txt", ""), @r#"! "" there is no text to read / expected at least one paragraph / -"#);
    insta::assert_snapshot!(shown("a.md", "\n\n<!-- a -->\n"), @r#"! "<!-- a -->" there is no text to read / expected at least one paragraph / -"#);
    insta::assert_snapshot!(shown("a.md", "\n<!-- a\n\nThe dam is safe.\n"), @r#"! " a" this comment is never closed / it takes in all text from here on / close it with `-->`"#);
    let document = read(Source::decode("a.txt", b"\xFF\xFEH\0i\0"));
    assert_eq!(document.faults[0].title, "this file is UTF-16");
    assert_eq!(document.blocks, []);
}

/// Dateline, place, outlet and date of a paragraph, bars between, and the day it gives the document.
fn dateline(text: &str) -> String {
    let document = read(Source::new("a.txt", text));
    let Some(dateline) = document.dateline else { return "none".to_owned() };
    let part = |span: Option<Span>| span.map_or("-", |span| span.slice(&document.prose)).to_owned();
    let parts = [dateline.place, dateline.outlet, dateline.date].map(part);
    let date = document.meta.date.map_or("-".to_owned(), |date| date.to_string());
    let rest = document.blocks[0].span.slice(&document.prose);
    format!("{} | {date} | {rest}", parts.join(" | "))
}

#[test]
fn datelines() {
    let cases = [
        ("KYIV, Jan. 29 — The envoy left.", "KYIV | - | Jan. 29 | - | The envoy left."),
        ("WASHINGTON (AP) — He left.", "WASHINGTON | AP | - | - | He left."),
        (
            "LONDON, 12 March 2020 (Reuters) - “No,” he said.",
            "LONDON | Reuters | 12 March 2020 | 2020-03-12 | “No,” he said.",
        ),
        ("BERLIN (dpa, June 3) – He left.", "BERLIN | dpa | June 3 | - | He left."),
        ("DULUTH, Minn. -- He left.", "DULUTH, Minn. | - | - | - | He left."),
        ("St. Petersburg (Tass) — He left.", "St. Petersburg | Tass | - | - | He left."),
        ("Nov. 3 (AFP) - He left.", "- | AFP | Nov. 3 | - | He left."),
        ("PERTH, Friday — He left.", "PERTH | - | Friday | - | He left."),
        ("NEW DELHI — He left.", "NEW DELHI | - | - | - | He left."),
        ("Nov. 3 - He left.", "none"),
        ("NATO — the alliance — said no.", "none"),
        ("UPDATE — He left.", "none"),
        ("Diplomacy — He left — failed.", "none"),
        ("The envoy (Lee) - He left.", "none"),
    ];
    for (text, expected) in cases {
        assert_eq!(dateline(text), expected, "{text}");
    }
}

/// The turns of a transcript: speaker, words with a bar between spans, directions.
fn spoken(name: &str, text: &str) -> Vec<String> {
    let document = read(Source::new(name, format!("---\nkind: transcript\n---\n{text}")));
    let join =
        |spans: &[Span]| spans.iter().map(|span| span.slice(&document.prose)).collect::<Vec<_>>().join(" | ");
    let shown = turns(&document).into_iter().map(|turn| {
        format!(
            "{} » {} » {}",
            turn.speaker.map_or("?", |label| label.slice(&document.prose)),
            join(&turn.words),
            join(&turn.directions)
        )
    });
    shown.collect()
}

#[test]
fn turns_run_to_the_next_label() {
    let text = "Briefing\n\nMS. LEE:  Good morning. (Laughter.) Well.\n\nFirst: the talks.\n\nQ    And the date?\n\
                A. None.\n\nDR. O’NEIL, HOST (through interpreter): No.\n";
    assert_eq!(
        spoken("a.txt", text),
        [
            "MS. LEE » Good morning. | Well. | First: the talks. » (Laughter.)",
            "Q » And the date? » ",
            "? » None. » ",
            "DR. O’NEIL, HOST (through interpreter) » No. » ",
        ]
    );
    assert_eq!(
        spoken(
            "a.md",
            "# Briefing\n\n**Lee:** Hello\n*Hill:* Yes.\nOn we go.\n\n**Lee:** Bye.\n\n**Hill:** Bye.\n"
        ),
        ["Lee » Hello » ", "Hill » Yes. On we go. » ", "Lee » Bye. » ", "Hill » Bye. » "]
    );
    let alone = "Council, 3 May\n\nBerg: The dam is safe.\n\nWe have looked at it twice.\n";
    assert_eq!(spoken("a.txt", alone), ["Berg » The dam is safe. | We have looked at it twice. » "]);
    assert_eq!(spoken("a.txt", "Berg: The dam is safe.\n\nFirst: the talks.\n"), Vec::<String>::new());
}

/// The speakers of a transcript, `?` for nobody.
fn speakers(name: &str, text: &str) -> String {
    let document = read(Source::new(name, text));
    let names = turns(&document)
        .into_iter()
        .map(|turn| turn.speaker.map_or("?", |label| label.slice(&document.prose)).to_owned());
    names.collect::<Vec<_>>().join(", ")
}

#[test]
fn answers_are_those_of_whoever_is_said_to_answer() {
    let asked = "Q: Is it safe?\n\nA: It is safe.\n\nQ. For long?\n\nA. For years.\n";
    for (head, who) in [
        ("# Interview with Marta Lind, mayor of Norby\n\n", "Marta Lind"),
        ("# A conversation with Dr. Helen Orr\n\n", "Dr. Helen Orr"),
        ("# The dam\n\nDeposition of KARL HOLM\n\n", "KARL HOLM"),
        ("# Q&A: Marta Lind\n\n", "Marta Lind"),
        ("# The dam\n\nInterviewee: Marta Lind\n\n", "Marta Lind"),
        ("# Interview with Marta Lind and Karl Holm\n\n", "?"),
        ("# Interview with the mayor\n\n", "?"),
        ("# Norby and the dam\n\n", "?"),
        ("", "?"),
    ] {
        let text = format!("---\nkind: transcript\n---\n{head}{asked}");
        assert_eq!(speakers("a.md", &text), format!("Q, {who}, Q, {who}"), "{head}");
    }
}

#[test]
fn answers_may_be_called_so_in_full() {
    let asked =
        "**Question:** Is it safe?\n\n**Answer:** It is safe.\n\nQUESTION: For long?\n\nANSWER: For years.\n";
    for (head, who) in [("# Interview with Marta Lind\n\n", "Marta Lind"), ("# The dam\n\n", "?")] {
        let text = format!("---\nkind: transcript\n---\n{head}{asked}");
        assert_eq!(speakers("a.md", &text), format!("Question, {who}, QUESTION, {who}"));
    }
    // One among other labels is no part of the answer before it.
    let text =
        "---\nkind: transcript\n---\nLIND: It is safe.\n\nQuestion: Who pays?\n\nLIND: The city does.\n";
    assert_eq!(speakers("a.md", text), "LIND, Question, LIND");
}

#[test]
fn what_stands_in_bold_before_a_colon_is_a_label() {
    let text = "---\nkind: transcript\n---\n**Lind:** It is safe.\n\n**Rask:** Is it?\n\nFirst: look at the wall.\n\n**Lind:** I did.\n";
    assert_eq!(speakers("a.md", text), "Lind, Rask, Lind");
}
