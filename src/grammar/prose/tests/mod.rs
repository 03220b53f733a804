//! What is read from sentences of every shape. Invented people in an invented country.

mod clauses;
mod relatives;
mod subjects;
mod tail;
mod unsaid;
mod weighed;

use super::attributions_by_hand as attributions;
use crate::claim::{Attribution, Wording};
use crate::document::{self, Format};
use crate::text::{Source, Text};

type Reader = fn(&document::Document, &Text) -> Vec<Attribution>;

fn read(markdown: &str) -> (String, Vec<Attribution>) {
    read_by(attributions, markdown)
}

fn read_by(attributions: Reader, markdown: &str) -> (String, Vec<Attribution>) {
    let document = document::read_as(Source::new("draft.md", markdown), Format::Markdown);
    let spans: Vec<_> = document.blocks.iter().map(|block| block.span).collect();
    let text = Text::read(&document.prose, &spans);
    let found = attributions(&document, &text);
    (document.prose, found)
}

/// `source | cue | content`, one line an attribution; `–` for what is missing, `>` before what stands within another.
fn shown(markdown: &str) -> Vec<String> {
    shown_by(attributions, markdown)
}

fn shown_by(attributions: Reader, markdown: &str) -> Vec<String> {
    let (prose, found) = read_by(attributions, markdown);
    let part = |wording: &Option<Wording>| match wording {
        None => "–".to_owned(),
        Some(wording) => {
            let pieces: Vec<&str> = wording.spans.iter().map(|span| span.slice(&prose)).collect();
            pieces.join(" … ")
        }
    };
    let line = |it: &Attribution| {
        let within = if it.within.is_some() { "> " } else { "" };
        format!("{within}{} | {} | {}", part(&it.source), part(&it.cue), part(&it.content))
    };
    found.iter().map(line).collect()
}

#[track_caller]
fn check(markdown: &str, expected: &[&str]) {
    assert_eq!(shown(markdown), expected, "in: {markdown}");
}

#[test]
fn indirect_speech() {
    check("The minister said that the dam is safe.", &["The minister | said | that the dam is safe"]);
    check("The minister said the dam is safe.", &["The minister | said | the dam is safe"]);
    check(
        "Anna Lind told reporters in Norland on Monday that the dam had failed.",
        &["Anna Lind | told | that the dam had failed"],
    );
}

#[test]
fn a_conjunction_before_the_cue_does_not_end_a_subject() {
    check(
        "Anna Lind said on Monday that Norland would leave the pact by the end of March and warned that the price would rise.",
        &[
            "Anna Lind | said | that Norland would leave the pact by the end of March",
            "Anna Lind | warned | that the price would rise",
        ],
    );
}

#[test]
fn quotations_signed_behind_a_dash() {
    check("“The dam is safe.” — Anna Lind, engineer", &["Anna Lind | — | “The dam is safe.”"]);
    check("“The dam is safe.”\n\n― Anna Lind", &["Anna Lind | ― | “The dam is safe.”"]);
    check(
        "The dam is safe. Come and see — Anna Lind (@lind) July 5, 2016",
        &["Anna Lind | — | The dam is safe. Come and see"],
    );
    check("“The dam is safe.”\n\n- Anna Lind, engineer.\n", &["Anna Lind | – | “The dam is safe.”"]);
    check("“The dam is safe” – the engineer said.", &["the engineer | said | “The dam is safe”"]);
    check("The dam – Anna Lind built it – is safe.", &[]);
}

#[test]
fn a_signature_takes_the_quotation_from_the_speaker_before() {
    check(
        "“We were warned,” Holm said.\n\n“The dam is safe.”\n\n— Anna Lind\n",
        &["Holm | said | “We were warned,”", "Anna Lind | — | “The dam is safe.”"],
    );
}

#[test]
fn going_on_to_speak_is_no_cue_of_its_own() {
    check("Lind continues to warn that the dam is unsafe.", &["Lind | to warn | that the dam is unsafe"]);
    check("“The dam is safe,” Lind continued.", &["Lind | continued | “The dam is safe,”"]);
}

#[test]
fn nobody_speaks_in_let_us() {
    check("Let’s hope the dam is safe.", &["– | hope | the dam is safe"]);
}

#[test]
fn a_day_before_the_preposition_of_a_verb() {
    check(
        "Lind sounded the alarm on Friday over a crack in the dam.",
        &["Lind | sounded the alarm on Friday over | a crack in the dam"],
    );
}

#[test]
fn a_plural_subject_and_its_verb_behind_a_quotation() {
    check(
        "“The dam is safe,” the engineers state in the paper.",
        &["the engineers | state | “The dam is safe,”"],
    );
}

#[test]
fn quotations_announced_by_a_colon() {
    check(
        "Lind went further in a letter to the board on Friday: “The dam was never safe.”",
        &["Lind | went | “The dam was never safe.”"],
    );
    check("Lind went home on Friday: the dam was safe.", &[]);
    check(
        "The rest of the job was worse: “There is far too much paper here,” he said.",
        &["he | said | “There is far too much paper here,”"],
    );
}

#[test]
fn a_label_behind_a_dash_is_who_is_quoted() {
    check(
        "RED TOWNS OUTNUMBER BLUE TOWNS - Jens M. Holm: “The analysis finds that twenty of them are red.”",
        &["Jens M. Holm | : | “The analysis finds that twenty of them are red.”"],
    );
    check(
        "What that means for the vote - More from Holm: “The share of red towns is a start.”",
        &["Holm | : | “The share of red towns is a start.”"],
    );
}

#[test]
fn direct_speech_on_either_side() {
    check("“The dam is safe,” said Anna Lind.", &["Anna Lind | said | “The dam is safe,”"]);
    check("“The dam is safe,” Lind said on Monday.", &["Lind | said | “The dam is safe,”"]);
    check("The dam is safe, engineers said Friday afternoon.", &["engineers | said | The dam is safe"]);
    check(
        "“The dam is safe,” Rep. Anna Lind (D-Ore.) said.",
        &["Rep. Anna Lind (D-Ore.) | said | “The dam is safe,”"],
    );
    check("Lind said: “The dam is safe.”", &["Lind | said | “The dam is safe.”"]);
    check("\"Is the dam safe?\" he asked.", &["he | asked | \"Is the dam safe?\""]);
    check("``The dam is safe,'' she said.", &["she | said | ``The dam is safe,''"]);
}

#[test]
fn a_quotation_interrupted_by_its_cue_is_one_content() {
    check(
        "“The dam,” Lind said, “is not safe at all.”",
        &["Lind | said | “The dam,” … “is not safe at all.”"],
    );
    check(
        "“The dam is safe,” Lind said. “We looked at every wall of it.”",
        &["Lind | said | “The dam is safe,” … “We looked at every wall of it.”"],
    );
}

#[test]
fn a_quotation_that_opens_a_paragraph_goes_on_without_a_cue() {
    check(
        "“The dam is safe,” Lind said.\n\n“We looked at every wall of it.”",
        &["Lind | said | “The dam is safe,”", "Lind | – | “We looked at every wall of it.”"],
    );
}

#[test]
fn mixed_speech_is_one_content() {
    check(
        "Lind said the wall is “as strong as ever,” adding that no repairs are planned.",
        &["Lind | said | the wall is “as strong as ever,”", "Lind | adding | that no repairs are planned"],
    );
    check("The wall is “as strong as ever,” Lind said.", &["Lind | said | The wall is “as strong as ever,”"]);
}

#[test]
fn indirect_speech_before_its_source() {
    check(
        "The dam is safe, a senior engineer said on Monday.",
        &["a senior engineer | said | The dam is safe"],
    );
    check(
        "The gate had been closed, the town’s mayor, Anna Lind, said on Friday.",
        &["the town’s mayor, Anna Lind, | said | The gate had been closed"],
    );
    check("The plan, he said, is to wait for spring.", &["he | said | The plan … is to wait for spring"]);
}

#[test]
fn a_question_ends_no_sentence_before_its_speaker() {
    check("“Is the dam safe?” Lind asked.", &["Lind | asked | “Is the dam safe?”"]);
}

#[test]
fn any_verb_beside_a_quotation() {
    check("Holm gloated: “I told you so last year.”", &["Holm | gloated | “I told you so last year.”"]);
    check("Lind shot back, “We never signed it.”", &["Lind | shot back | “We never signed it.”"]);
    check("“We never signed it,” Lind cut in.", &["Lind | cut in | “We never signed it,”"]);
    check("“Would that be any cheaper,” Lind pressed.", &["Lind | pressed | “Would that be any cheaper,”"]);
    check(
        "The minister chided him, “What difference does it make?”",
        &["The minister | chided | “What difference does it make?”"],
    );
}

#[test]
fn a_quotation_left_open_goes_on_in_the_next_paragraph() {
    check(
        "Lind wrote: “The dam is safe.\n\n“We looked at every wall of it.”",
        &["Lind | wrote | “The dam is safe. … “We looked at every wall of it.”"],
    );
}

#[test]
fn cues_share_a_subject() {
    check(
        "Lind said the wall is strong but added that the gate leaks.",
        &["Lind | said | the wall is strong", "Lind | added | that the gate leaks"],
    );
}

#[test]
fn insertions_behind_the_subject() {
    check(
        "Lind, who had inspected the wall in May, added that the gate leaks.",
        &["Lind, who had inspected the wall in May, | added | that the gate leaks"],
    );
    check(
        "Peter Holm, a spokesman for the ministry, denied the report.",
        &["Peter Holm, a spokesman for the ministry, | denied | the report"],
    );
}

#[test]
fn according_to() {
    check(
        "The dam is safe, according to two officials.",
        &["two officials | according to | The dam is safe"],
    );
    check(
        "According to two officials, the dam is safe.",
        &["two officials | According to | the dam is safe"],
    );
}

#[test]
fn hearsay_has_no_source() {
    check(
        "The dam was reportedly damaged by the flood.",
        &["– | reportedly | The dam was … damaged by the flood"],
    );
    check("The gate is said to leak.", &["– | is said | The gate … to leak"]);
    check(
        "An official reportedly said that the gate leaks.",
        &["An official | reportedly said | that the gate leaks"],
    );
}

#[test]
fn chains_nest() {
    check(
        "The official told the paper that Lind disagreed, telling Holm that the gate leaks.",
        &[
            "The official | told | that Lind disagreed, telling Holm that the gate leaks",
            "> Lind | telling | that the gate leaks",
        ],
    );
}

#[test]
fn denials_demands_and_accusations() {
    check(
        "The ministry has disputed the paper’s account.",
        &["The ministry | has disputed | the paper’s account"],
    );
    check("Holm urged the council to close the gate.", &["Holm | urged | the council to close the gate"]);
    check(
        "She accused the paper of “spreading rumours.”",
        &["She | accused | the paper of “spreading rumours.”"],
    );
}

#[test]
fn nouns_and_documents() {
    check(
        "The claim that the dam is safe surprised nobody.",
        &["– | claim | that the dam is safe surprised nobody"],
    );
    check("A survey found that the town is growing.", &["A survey | found | that the town is growing"]);
}

#[test]
fn a_subject_keeps_what_describes_it() {
    for who in [
        "Two officials close to the governor",
        "Three people briefed on the plan",
        "Two officials in a position to know",
        "Officials who read the report",
    ] {
        let said = format!("{who} said that the gate will close.");
        check(&said, &[&format!("{who} | said | that the gate will close")]);
    }
}

#[test]
fn what_another_cue_interrupts_begins_behind_the_colon() {
    use super::contents::before_interrupted;
    let text = "Lind stood by her choice of words: a flood, she told reporters, remained near.";
    let document = document::read_as(Source::new("draft.md", text), Format::Markdown);
    let spans: Vec<_> = document.blocks.iter().map(|block| block.span).collect();
    let text = Text::read(&document.prose, &spans);
    super::attributions_by(&document, &text, |sentence| {
        let comma = sentence.items.iter().position(|item| item.is(",")).expect("a comma");
        let colon = sentence.items.iter().position(|item| item.is(":")).expect("a colon");
        assert_eq!(before_interrupted(sentence, 3..comma), 3..colon);
        assert_eq!(before_interrupted(sentence, 3..comma - 1), 3..comma - 1);
        Vec::new()
    });
}

#[test]
fn a_verb_of_speech_behind_a_quotation_and_a_name_is_no_noun() {
    check("“The dam is safe,” Lind notes.", &["Lind | notes | “The dam is safe,”"]);
    check("“The dam is safe,” the engineer claims.", &["the engineer | claims | “The dam is safe,”"]);
}

#[test]
fn a_quotation_goes_on_in_a_sentence_that_ends_without_it() {
    check(
        "“The dam is safe,” Lind said. “It has held for a hundred winters and more” and for many a flood.",
        &[
            "Lind | said | “The dam is safe,” … “It has held for a hundred winters and more” and for many a flood.",
        ],
    );
}

#[test]
fn no_cue_fires_inside_quotation_marks() {
    check(
        "“He said it was safe and I said no,” Lind wrote.",
        &["Lind | wrote | “He said it was safe and I said no,”"],
    );
}

#[test]
fn what_is_no_attribution() {
    check("The gate opened at noon.", &[]);
    check("She called a taxi.", &[]);
    check("He knows the town.", &[]);
    check("The council will show up on Monday.", &[]);
    check("Two officials spoke on condition of anonymity.", &[]);
    check("Lind, who seemed to hesitate, left.", &[]);
}

#[test]
fn labels_and_block_quotations() {
    check("Lind: “The dam is safe.”", &["Lind | : | “The dam is safe.”"]);
    check(
        "Holm wrote on Monday:\n\n> The dam has never been safer.",
        &["Holm | wrote | The dam has never been safer."],
    );
}

#[test]
fn lemma_class_and_quotes() {
    let [ruled] = read("Lind ruled out a second gate.").1.try_into().expect("one");
    assert_eq!((ruled.lemma.as_str(), ruled.class), ("rule out", crate::claim::Class::Speech));
    let (text, said) = read("“The dam is safe,” Lind said. “It holds.”");
    let [said] = said.try_into().expect("one");
    let quotes: Vec<&str> = said.quotes.iter().map(|span| span.slice(&text)).collect();
    assert_eq!(quotes, ["The dam is safe,", "It holds."]);
    assert!(!said.trail.is_empty());
}
