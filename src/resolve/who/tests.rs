//! Texts with their attributions marked: `[1 source]`, `<1 cue>`, `{1 content}`; the digit says which belong together.

mod others;

use super::*;
use crate::claim::SpeakerAsWritten;
use crate::claim::{Class, QuoteKind, Wording};
use crate::text::Span;
use std::collections::BTreeMap;

#[derive(Default)]
pub(super) struct Marked {
    pub(super) prose: String,
    pub(super) parts: BTreeMap<char, [Option<Span>; 3]>,
}

pub(super) fn read_marks(marked: &str) -> Marked {
    let mut found = Marked::default();
    let mut open: Vec<(char, usize, usize)> = Vec::new();
    let mut chars = marked.chars().peekable();
    while let Some(c) = chars.next() {
        if let Some(kind) = "[<{".find(c).filter(|_| chars.peek().is_some_and(char::is_ascii_digit)) {
            open.push((chars.next().unwrap(), kind, found.prose.len()));
            chars.next();
        } else if "]>}".contains(c) && !open.is_empty() {
            let (number, kind, start) = open.pop().unwrap();
            found.parts.entry(number).or_default()[kind] = Some(Span::new(start, found.prose.len()));
        } else {
            found.prose.push(c);
        }
    }
    found
}

pub(super) fn attributions(marked: &Marked) -> Vec<Attribution> {
    let wording = |span: &Option<Span>| Wording::of(&marked.prose, span.iter().copied().collect());
    let inside = |inner: &[Option<Span>; 3], outer: &[Option<Span>; 3]| {
        outer[2]
            .zip(inner[1].or(inner[2]))
            .is_some_and(|(outer, inner)| outer != inner && outer.contains(inner))
    };
    let attribution = |parts: &[Option<Span>; 3]| Attribution {
        source: wording(&parts[0]),
        cue: wording(&parts[1]),
        content: wording(&parts[2]),
        quotes: parts[2].into_iter().filter(|span| span.slice(&marked.prose).starts_with('“')).collect(),
        kind: QuoteKind::Indirect,
        class: Class::Speech,
        lemma: String::new(),
        confidence: 1.0,
        trail: Vec::new(),
        within: marked.parts.values().position(|outer| inside(parts, outer)),
    };
    marked.parts.values().map(attribution).collect()
}

fn voices(marked: &str, date: &str) -> Vec<Voice> {
    let marked = read_marks(marked);
    let mut start = 0;
    let blocks = marked.prose.split_inclusive("\n\n").map(|block| {
        start += block.len();
        Span::new(start - block.len(), start)
    });
    let text = Text::read(&marked.prose, &blocks.collect::<Vec<_>>());
    let meta = Meta { date: date.parse().ok(), ..Meta::default() };
    resolve(&text, &meta, &attributions(&marked), &Actors::builtin())
}

/// `name (side) via outlet, …`; a tilde before anonymous ones; a dash for nobody.
fn show(voice: &Voice) -> String {
    let speaker = &voice.speaker;
    let via: Vec<&str> = voice.via.iter().map(|link| link.name.as_str()).collect();
    let via = if via.is_empty() { String::new() } else { format!(" via {}", via.join(", ")) };
    let name = if speaker.is_nobody() { "-".to_owned() } else { speaker.with_side() };
    format!("{}{name}{via}", if speaker.anonymous { "~" } else { "" })
}

#[track_caller]
fn check(marked: &str, expected: &[&str]) {
    let shown: Vec<String> = voices(marked, "2022-01-28").iter().map(show).collect();
    assert_eq!(shown, expected, "{marked}");
}

#[test]
fn last_names_and_titles_lead_to_full_names() {
    check(
        "Dana Whitfield, mayor of Fallbrook, <1 spoke> first. [1 Whitfield] {1 was calm}. [2 The mayor] <2 said> {2 no}.",
        &["Dana Whitfield", "Dana Whitfield"],
    );
    check(
        "Sen. Rosa Delgado (D-Ore.) met Mr. Harlan Pike. [1 Mr. Pike] <1 smiled>. [2 The senator] <2 said> {2 yes}.",
        &["Harlan Pike", "Rosa Delgado (Democratic Party)"],
    );
    check(
        "Ann Corbett and Lee Corbett run the farm. [1 Ms. Corbett] <1 said> {1 it is late}.",
        &["Ann Corbett"],
    );
}

#[test]
fn a_surname_keeps_its_particle_where_it_opens_a_sentence() {
    check(
        "[1 De Vries] <1 calls> {1 the gate safe}. Carla de Vries is the harbour master. [2 De Vries] <2 said> {2 so}.",
        &["Carla de Vries", "Carla de Vries"],
    );
}

#[test]
fn a_month_may_be_a_surname() {
    check(
        "[1 British Prime Minister Theresa May] <1 said> {1 so}. [2 Mrs. May] <2 said> {2 so}.",
        &["Theresa May (United Kingdom)"; 2],
    );
}

#[test]
fn a_title_may_be_a_surname() {
    check(
        "Howard Dean met a dean. [1 Dean] <1 said> {1 so}. [2 Dean, a doctor,] <2 said> {2 yes}.",
        &["Howard Dean"; 2],
    );
}

#[test]
fn several_are_a_group_without_a_plural_noun() {
    let voices = voices(
        "[1 Some] <1 said> {1 so}. [2 A number of engineers] <2 said> {2 so}. [3 An engineer] <3 said> {3 so}.",
        "2022-01-28",
    );
    let groups: Vec<bool> = voices.iter().map(|voice| voice.speaker.group).collect();
    assert_eq!(groups, [true, true, false]);
}

#[test]
fn roles_tell_side_and_institution() {
    let voices = voices(
        "[1 White House press secretary Jen Psaki] <1 said> {1 so}. \
         [2 National Security Council spokeswoman Emily Horne] <2 said> {2 so}. \
         [3 Ukrainian president Volodymyr Zelenskyy] <3 said> {3 so}. \
         [4 The Biden administration] <4 said> {4 so}.",
        "2022-01-28",
    );
    let shown: Vec<String> = voices.iter().map(show).collect();
    assert_eq!(
        shown,
        [
            "Jen Psaki (United States)",
            "Emily Horne (United States)",
            "Volodymyr Zelensky (Ukraine)",
            "Biden administration (United States)"
        ]
    );
    let institutions: Vec<Option<&str>> =
        voices.iter().map(|voice| voice.speaker.institution.as_deref()).collect();
    assert_eq!(institutions, [Some("White House"), Some("National Security Council"), None, None]);
}

#[test]
fn a_party_gives_its_members_their_side() {
    check(
        "[1 Republican lawmaker Dana Pruitt] <1 said> {1 no}. [2 Several Democrats] <2 said> {2 yes}.",
        &["Dana Pruitt (Republican Party)", "several Democrats (Democratic Party)"],
    );
}

#[test]
fn metonyms_speak_for_their_states() {
    check(
        "[1 Kiev] <1 said> {1 no}. [2 The Kremlin] <2 said> {2 no}. [3 Washington] <3 said> {3 no}. [4 Beijing] <4 said> {4 no}.",
        &["Ukraine", "Kremlin (Russia)", "United States", "China"],
    );
    check("Nora Washington runs the mill. [1 Washington] <1 said> {1 it will close}.", &["Nora Washington"]);
}

#[test]
fn pronouns_follow_number_and_gender() {
    check(
        "Laura Finch met Peter Grohl at noon. [1 She] <1 said> {1 it went well}. [2 He] <2 said> {2 it did not}.",
        &["Laura Finch", "Peter Grohl"],
    );
    check(
        "[1 Laura Finch] <1 said> {1 that Peter Grohl was late}. [2 She] <2 added> {2 that nobody cared}.",
        &["Laura Finch", "Laura Finch"],
    );
    check("The valley is quiet. [1 He] <1 said> {1 nothing}.", &["-"]);
    check(
        "[1 Fallbrook University] <1 said> {1 it was sorry}. Laura Finch was not there. [2 It] <2 added> {2 so}.",
        &["Fallbrook University"; 2],
    );
    check(
        "[1 Laura Finch] <1 said> {1 no}. Peter Grohl praised her. [2 He] <2 said> {2 yes}.",
        &["Laura Finch", "Peter Grohl"],
    );
}

#[test]
fn things_called_after_a_person_are_not_the_person() {
    check(
        "The Trump Train rolled on. [1 Trump] <1 said> {1 so}. Team Biden was late. [2 Biden] <2 said> {2 so}.",
        &["Donald Trump (United States)", "Joe Biden (United States)"],
    );
}

#[test]
fn offices_with_a_department_stand_before_names() {
    check(
        "[1 U.S. deputy secretary of state Wendy Sherman] <1 said> {1 so}. [2 Secretary of State Antony Blinken] <2 said> {2 so}.",
        &["Wendy Sherman (United States)", "Antony Blinken (United States)"],
    );
}

#[test]
fn a_state_does_not_relay_its_own_people() {
    check(
        "[1 Washington] <1 said> {1 it would wait, with [2 Blinken] <2 adding> {2 that it could}}.",
        &["United States", "Antony Blinken (United States)"],
    );
}

#[test]
fn relative_pronouns_mean_what_stands_before_them() {
    check("Laura Finch, [1 who] <1 said> {1 no}, left.", &["Laura Finch"]);
    check("The retired generals [1 who] <1 said> {1 no} left.", &["retired generals"]);
}

#[test]
fn anonymous_sources_have_a_stable_description() {
    check(
        "[1 A senior Ukrainian official] <1 said> {1 the call went badly}. [2 The Ukrainian official] <2 told> CNN {2 that it was long}.",
        &["~senior Ukrainian official (Ukraine) via CNN"; 2],
    );
    check("[1 Critics] <1 say> {1 so}. [2 Voters] <2 say> {2 so}.", &["~critics", "voters"]);
    check("[1 One of the aides] <1 said> {1 so}.", &["~one of the aides"]);
    check("[1 The chief executive] <1 said> {1 so}.", &["chief executive"]);
    check("[1 An executive] <1 said> {1 so}.", &["~executive"]);
    check("Ida Roth built the dam. [1 The engineer] <1 said> {1 it would hold}.", &["engineer"]);
    check("Ida Roth built the dam. [1 An engineer] <1 said> {1 it would hold}.", &["~engineer"]);
    check("Ida Roth built the dam. [1 The aide] <1 said> {1 it would hold}.", &["~aide"]);
    check("[1 The engineer] <1 said> {1 it would hold}.", &["~engineer"]);
}

#[test]
fn chains_start_with_the_nearest_to_the_reader() {
    check(
        "[1 A senior Ukrainian official] <1 told> CNN {1 that [2 Biden] <2 disagreed>, {2 telling Zelensky so}}.",
        &[
            "~senior Ukrainian official (Ukraine) via CNN",
            "Joe Biden (United States) via CNN, senior Ukrainian official",
        ],
    );
    check(
        "<1 According to> [1 CNN’s account] of the call, {1 [2 Zelensky] <2 expressed> {2 hope}}.",
        &["CNN", "Volodymyr Zelensky (Ukraine) via CNN"],
    );
}

#[test]
fn an_interview_lasts_until_another_occasion() {
    check(
        "[1 Laura Finch] <1 told> Reuters {1 it was over}. [2 She] <2 said> {2 so}. At a rally [3 Finch] <3 said> {3 more}.",
        &["Laura Finch via Reuters", "Laura Finch via Reuters", "Laura Finch"],
    );
    check(
        "[1 Officials] <1 told> Reuters {1 it was over}. [2 Laura Finch] <2 said> {2 so}.",
        &["~officials via Reuters", "Laura Finch"],
    );
}

#[test]
fn offices_have_their_holders_by_the_day_of_the_text() {
    let on = |date| show(&voices("[1 The Ukrainian president] <1 said> {1 so}.", date)[0]);
    assert_eq!(on("2022-01-28"), "Volodymyr Zelensky (Ukraine)");
    assert_eq!(on("2016-05-01"), "Petro Poroshenko (Ukraine)");
    assert_eq!(on("1850-01-01"), "Ukrainian president (Ukraine)");
    assert_eq!(on("2031-03-02"), "Ukrainian president (Ukraine)", "whoever holds it by then");
}

#[test]
fn owners_are_resolved() {
    check(
        "Nina Alvarez left. [1 Her spokesman] <1 said> {1 so}. [2 Her campaign] <2 said> {2 so}. [3 Her memoir] <3 says> {3 so}.",
        &["Nina Alvarez's spokesman", "Alvarez campaign", "Nina Alvarez"],
    );
    check(
        "An attorney for Pagnol, Mark Hallam, <1 rose>. [1 Pagnol’s lawyer] <1 said> {1 no}.",
        &["Mark Hallam"],
    );
}

#[test]
fn several_names_are_joined() {
    check(
        "[1 France and the United States] <1 said> {1 so}. [2 Boris Johnson and President Biden] <2 agreed> {2 to it}.",
        &["France and the United States", "Boris Johnson and Joe Biden"],
    );
    check("[1 Laura Finch, a lawyer and a friend of the court,] <1 said> {1 so}.", &["Laura Finch"]);
    check(
        "[1 Hotel magnate and former mayor Laura Finch] <1 said> {1 so}. [2 Both] <2 left> {2 it}.",
        &["Laura Finch", "-"],
    );
}

#[test]
fn the_holder_of_an_office_is_not_what_it_is_the_office_of() {
    check("[1 The former mayor of Westbrook] <1 said> {1 so}.", &["former mayor of Westbrook"]);
    check("[1 The head of Aqualine] <1 said> {1 so}.", &["head of Aqualine"]);
    check("[1 Deputy secretary of state Laura Finch] <1 said> {1 so}.", &["Laura Finch"]);
}

#[test]
fn sources_are_more_than_their_spans() {
    check("Laura Finch, [1 head of the teachers’ union,] <1 said> {1 so}.", &["Laura Finch"]);
    check("Laura Finch, [1 the official] <1 said>, {1 warned him that it would end}.", &["~official"]);
    check("In a note to Laura Finch, [1 an aide] <1 said> {1 so}.", &["~aide"]);
    check("[1 The Norland]/Ipsum poll <1 showed> {1 so}.", &["Norland/Ipsum poll"]);
    check(
        "Nina Alvarez and [1 Laura Finch] <1 said> {1 that the mill would close}.",
        &["Nina Alvarez and Laura Finch"],
    );
    check("He met Nina Alvarez and [1 Laura Finch] <1 said> {1 so}.", &["Laura Finch"]);
    check("[1 Fellow physicians for promoting cures] <1 called> {1 it a sham}.", &["~fellow physicians"]);
    check(
        "They were 95 retired generals -- most of them old -- [1 who] <1 said> {1 so}.",
        &["retired generals"],
    );
    check("[1 A letter from Laura Finch] <1 said> {1 so}.", &["Laura Finch"]);
}

#[test]
fn a_person_is_no_place() {
    check("[1 Washington] <1 said> {1 that it had no news}.", &["United States"]);
    check("[1 Mayor Washington] <1 said> {1 so}. [2 Washington] <2 left> {2 it}.", &["Washington"; 2]);
    check("Nora Washington came. [1 Washington] <1 said> {1 so}.", &["Nora Washington"]);
    check(
        "[1 Washington state officials] <1 said> {1 so}.",
        &["~Washington state officials (United States)"],
    );
    check("[1 The Washington government] <1 said> {1 so}.", &["Washington government (United States)"]);
}

#[test]
fn nobody_is_named_without_a_reason() {
    check("[1 He] <1 said> {1 so}. [2 They] <2 said> {2 so}. [3 It] <3 said> {3 so}.", &["-"; 3]);
    check("The ship sank off Peru. [1 She] <1 said> {1 so}.", &["-"]);
}

#[test]
fn a_country_is_the_one_named_last_or_none() {
    check("Norway closed the port of Peru. [1 The country] <1 said> {1 so}.", &["Peru"]);
    check("Norway closed. [1 The country that pays] <1 said> {1 so}.", &["-"]);
    check("Norway closed. [1 The country] that pays <1 said> {1 so}.", &["-"]);
    check("[1 A Baltic country] <1 said> {1 so}.", &["Baltic country"]);
}

#[test]
fn who_was_quoted_goes_on() {
    check(
        "Sean Foley, a strategist, left. {1 It is over,} <1 noted> [1 Dario Quill].\n\n{2 “It is,”} [2 he] <2 wrote>.\n\n{3 “Truly,”} [3 he] <3 added>.",
        &["Dario Quill"; 3],
    );
}

#[test]
fn the_authors_own_voice() {
    check(
        "[1 I] <1 think> {1 so}. {2 “We know it,”} [2 Laura Finch] <2 said>. {3 “We do.”}",
        &["author", "Laura Finch", "Laura Finch"],
    );
}

#[test]
fn hearsay_names_nobody() {
    check("The ship <1 reportedly> {1 sank}.", &["-"]);
}

#[test]
fn headlines_resolve_to_the_body() {
    check(
        "[1 Judge] <1 rejects> {1 the plea}\n\n[2 A county judge] <2 turned> {2 it down}. [3 Judge Walter Simms] <3 said> {3 so}.",
        &["Walter Simms", "Walter Simms", "Walter Simms"],
    );
}

#[test]
fn every_name_says_how_it_was_reached() {
    let voices =
        voices("Laura Finch came. [1 She] <1 said> {1 so}. [2 Putin] <2 said> {2 so}.", "2022-01-28");
    let steps: Vec<Vec<&str>> =
        voices.iter().map(|voice| voice.speaker.reached.iter().map(|step| step.by).collect()).collect();
    assert_eq!(steps, [vec!["pronoun"], vec!["last name", "actors file"]]);
}

#[test]
fn participants_have_the_same_names() {
    let prose = "The Ukrainian president met Vladimir Putin in Kyiv. Putin left, and he was late.";
    let text = Text::of_paragraph(prose);
    let meta = Meta { date: "2022-01-28".parse().ok(), ..Meta::default() };
    let actors = Actors::builtin();
    let directory = Directory::read(&text, &meta, &actors);
    let name = |words: &str| {
        let start = prose.rfind(words).unwrap();
        directory.name_of(Span::new(start, start + words.len()))
    };
    let names: Vec<Option<String>> =
        ["The Ukrainian president", "Putin", "Kyiv", "he", "late"].map(name).into();
    let names: Vec<&str> = names.iter().map(|name| name.as_deref().unwrap_or("-")).collect();
    assert_eq!(names, ["Volodymyr Zelensky", "Vladimir Putin", "Ukraine", "Vladimir Putin", "-"]);
}

#[test]
fn journal_headers_are_resolved_alike() {
    let actors = Actors::builtin();
    let resolved = |name: &str, role: Option<&str>, side: Option<&str>| {
        let [role, side] = [role, side].map(|part| part.map(str::to_owned));
        let written = SpeakerAsWritten { name: name.to_owned(), role, side };
        let speaker = Headers::new(&actors).speaker(&written, None);
        let role = speaker.role.clone().unwrap_or_default();
        format!("{}{} | {role}", if speaker.anonymous { "~" } else { "" }, speaker.with_side())
    };
    assert_eq!(
        resolved("Volodymyr Zelenskiy", None, None),
        "Volodymyr Zelensky (Ukraine) | president of Ukraine"
    );
    assert_eq!(
        resolved("a senior Ukrainian official", None, Some("Ukraine")),
        "~senior Ukrainian official (Ukraine) | "
    );
    assert_eq!(
        resolved("Dana Whitfield", Some("Pentagon spokeswoman"), None),
        "Dana Whitfield (United States) | Pentagon spokeswoman"
    );
}
