//! The slips of those who write their first rule: each has a place, what is wrong, and what to write instead.

use super::*;
use crate::text::Fault;

const CLAIM: &str = r#"id = "demo/rule"
title = "t"
severity = "note"
why = "w"
message = "{speaker}"
help = "h"

[claim.select]
cue = ["insist"]

[[flags]]
draft = "x"

[[allows]]
draft = "y"
"#;

const PAIR: &str = r#"id = "demo/rule"
title = "t"
severity = "note"
why = "w"
message = "{a.speaker}"
help = "h"

[pair]
between = "speakers"
within = "30 days"

[topic]
name = "a merger"
any = ["merger"]

[scale.progress]
"signed" = { at = 3, phrases = ["has been signed"] }
"no talks" = { at = 0, phrases = ["no talks"] }

[opposed.scale]
progress = { gap = 2 }

[[flags]]
draft = "x"

[[allows]]
draft = "y"
"#;

/// The file is what is put into it.
const WHOLE: &str = "";

/// What slipped, in which rule, and what was written for what.
type Slip = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const SLIPS: &[Slip] = &[
    ("flags single bracket", CLAIM, &[("[[flags]]", "[flags]")]),
    ("confidence number", CLAIM, &[("help =", "confidence = 0.8\nhelp =")]),
    ("at string", PAIR, &[("at = 3", "at = \"3\"")]),
    ("severity bare", CLAIM, &[("\"note\"", "note")]),
    ("severity warn", CLAIM, &[("\"note\"", "\"warn\"")]),
    ("severity Warning", CLAIM, &[("\"note\"", "\"Warning\"")]),
    ("date wrong", CLAIM, &[("draft = \"x\"", "draft = \"x\"\ndate = \"2031-02-30\"")]),
    ("date bare toml", CLAIM, &[("draft = \"x\"", "draft = \"x\"\ndate = 2031-02-03")]),
    ("date words", CLAIM, &[("draft = \"x\"", "draft = \"x\"\ndate = \"3 May 2031\"")]),
    (
        "borrow below pair",
        PAIR,
        &[("within = \"30 days\"", "within = \"30 days\"\nborrow = \"divergence/imminence\"")],
    ),
    (
        "severity below pair",
        PAIR,
        &[
            ("severity = \"note\"\n", ""),
            ("within = \"30 days\"", "within = \"30 days\"\nseverity = \"note\""),
        ],
    ),
    ("speakr", CLAIM, &[("{speaker}", "{speakr}")]),
    ("a.speakr", CLAIM, &[("{speaker}", "{a.speakr}")]),
    ("c.speaker", CLAIM, &[("{speaker}", "{c.speaker}")]),
    ("b in claim", CLAIM, &[("{speaker}", "{b.speaker}")]),
    ("open brace", CLAIM, &[("{speaker}", "{speaker")]),
    ("open brace before another", PAIR, &[("{a.speaker}", "{a.says without “, {b.who}”")]),
    ("open brace of nothing", PAIR, &[("{a.speaker}", "{ {b.who}")]),
    ("close brace", CLAIM, &[("{speaker}", "speaker}")]),
    ("empty brace", CLAIM, &[("{speaker}", "{}")]),
    ("unknown key", CLAIM, &[("title", "titel")]),
    ("dup key", CLAIM, &[("why = \"w\"", "why = \"w\"\nwhy = \"v\"")]),
    ("missing examples", CLAIM, &[("[[flags]]\ndraft = \"x\"\n", ""), ("[[allows]]\ndraft = \"y\"\n", "")]),
    ("missing allows", CLAIM, &[("[[allows]]\ndraft = \"y\"\n", "")]),
    ("empty title", CLAIM, &[("title = \"t\"", "title = \"\"")]),
    ("empty why", CLAIM, &[("why = \"w\"", "why = \" \"")]),
    ("empty message", CLAIM, &[("{speaker}", "")]),
    ("empty help", CLAIM, &[("help = \"h\"", "help = \"\"")]),
    ("missing help", CLAIM, &[("help = \"h\"\n", "")]),
    ("missing id", CLAIM, &[("id = \"demo/rule\"\n", "")]),
    ("id wrong", CLAIM, &[("demo/rule", "demo/rul")]),
    ("missing draft", CLAIM, &[("draft = \"x\"", "marks = [\"x\"]")]),
    ("marks string", CLAIM, &[("draft = \"x\"", "draft = \"x\"\nmarks = \"x\"")]),
    ("flags note key typo", CLAIM, &[("draft = \"x\"", "drft = \"x\"")]),
    ("cue string", CLAIM, &[("[\"insist\"]", "\"insist\"")]),
    ("cue unknown", CLAIM, &[("[\"insist\"]", "[\"blorp\"]")]),
    ("cue form", CLAIM, &[("[\"insist\"]", "[\"insisted\"]")]),
    ("cue alternatives", CLAIM, &[("[\"insist\"]", "[\"(insist|claim)\"]")]),
    ("cue empty", CLAIM, &[("[\"insist\"]", "[]")]),
    ("cue empty string", CLAIM, &[("[\"insist\"]", "[\"\"]")]),
    ("inner star", PAIR, &[("any = [\"merger\"]", "any = [\"deal*with\"]")]),
    ("lone star", PAIR, &[("any = [\"merger\"]", "any = [\"*\"]")]),
    ("star front", PAIR, &[("any = [\"merger\"]", "any = [\"*merger\"]")]),
    ("gap too wide", PAIR, &[("any = [\"merger\"]", "any = [\"a …99 merger\"]")]),
    ("gap zero", PAIR, &[("gap = 2", "gap = 0")]),
    ("unclosed paren", PAIR, &[("any = [\"merger\"]", "any = [\"(merger|deal\"]")]),
    ("empty alt", PAIR, &[("any = [\"merger\"]", "any = [\"(merger|)\"]")]),
    ("empty parens", PAIR, &[("any = [\"merger\"]", "any = [\"()\"]")]),
    ("class typo", PAIR, &[("any = [\"merger\"]", "any = [\"merger <nmber>\"]")]),
    ("comma", PAIR, &[("any = [\"merger\"]", "any = [\"merger, deal\"]")]),
    ("quotes in phrase", PAIR, &[("any = [\"merger\"]", "any = [\"the \\\"merger\\\"\"]")]),
    ("exclam", PAIR, &[("any = [\"merger\"]", "any = [\"merger!\"]")]),
    ("brackets of a regular expression", PAIR, &[("any = [\"merger\"]", "any = [\"[Mm]erger\"]")]),
    ("bracket left open", PAIR, &[("any = [\"merger\"]", "any = [\"(merger|deal\"]")]),
    ("class by another name", PAIR, &[("any = [\"merger\"]", "any = [\"merger with <person>\"]")]),
    ("class that is none", PAIR, &[("any = [\"merger\"]", "any = [\"merger with <xyz>\"]")]),
    ("backslash", CLAIM, &[("\"t\"", "\"t\\q\"")]),
    ("nothing in a text", CLAIM, &[("\"t\"", "\"t\0\"")]),
    ("nothing behind a text", CLAIM, &[("\"t\"", "\"t\"\0")]),
    ("empty phrase", PAIR, &[("any = [\"merger\"]", "any = [\"\"]")]),
    ("any empty", PAIR, &[("any = [\"merger\"]", "any = []")]),
    ("any string", PAIR, &[("any = [\"merger\"]", "any = \"merger\"")]),
    ("gap beyond scale", PAIR, &[("gap = 2", "gap = 9")]),
    ("gap string", PAIR, &[("gap = 2", "gap = \"2\"")]),
    ("unknown scale", PAIR, &[("progress = { gap", "progres = { gap")]),
    ("scale unused", PAIR, &[("[opposed.scale]\nprogress = { gap = 2 }", "[opposed]\npolarity = true")]),
    ("step without phrases", PAIR, &[("phrases = [\"no talks\"]", "")]),
    ("one step", PAIR, &[("\"no talks\" = { at = 0, phrases = [\"no talks\"] }\n", "")]),
    ("same at", PAIR, &[("at = 0", "at = 3")]),
    ("negated unknown", PAIR, &[("at = 3", "negated = \"no talk\", at = 3")]),
    ("step cue unknown", PAIR, &[("at = 3,", "at = 3, cues = [\"blorp\"],")]),
    ("within bare", PAIR, &[("\"30 days\"", "30")]),
    ("within words", PAIR, &[("\"30 days\"", "\"a month\"")]),
    ("within german", PAIR, &[("\"30 days\"", "\"30 tage\"")]),
    ("between typo", PAIR, &[("\"speakers\"", "\"speaker\"")]),
    ("between missing", PAIR, &[("between = \"speakers\"\n", "")]),
    ("no opposed", PAIR, &[("[opposed.scale]\nprogress = { gap = 2 }\n", "")]),
    ("opposed false", PAIR, &[("[opposed.scale]\nprogress = { gap = 2 }", "[opposed]\npolarity = false")]),
    ("both claim and pair", PAIR, &[("[topic]", "[claim.select]\ncue = [\"say\"]\n\n[topic]")]),
    ("empty claim and pair", PAIR, &[("[topic]", "[claim]\n\n[topic]")]),
    ("empty passage and pair", PAIR, &[("[topic]", "[passage]\n\n[topic]")]),
    ("empty claim", CLAIM, &[("[claim.select]\ncue = [\"insist\"]", "[claim]")]),
    (
        "topic in claim",
        CLAIM,
        &[("[claim.select]", "[topic]\nname = \"a\"\nany = [\"b\"]\n\n[claim.select]")],
    ),
    ("phrase twice", PAIR, &[("any = [\"merger\"]", "any = [\"merger\", \"merger\"]")]),
    ("phrase shadowed", PAIR, &[("any = [\"merger\"]", "any = [\"merger\", \"the merger of <name>\"]")]),
    ("phrase in two steps", PAIR, &[("[\"no talks\"]", "[\"no talks\", \"has been signed\"]")]),
    ("claim without select", CLAIM, &[("[claim.select]\ncue = [\"insist\"]", "[claim]\nper = \"speaker\"")]),
    ("select typo", CLAIM, &[("claim.select", "claim.selct")]),
    ("unclosed string", CLAIM, &[("title = \"t\"", "title = \"t")]),
    ("unclosed array", CLAIM, &[("[\"insist\"]", "[\"insist\"")]),
    ("equals missing", CLAIM, &[("title = \"t\"", "title \"t\"")]),
    ("colon", CLAIM, &[("title = \"t\"", "title: \"t\"")]),
    ("curly quotes", CLAIM, &[("title = \"t\"", "title = “t”")]),
    ("curly quotes in a list", CLAIM, &[("[\"insist\"]", "[\"claim\", “insist”]")]),
    ("bare word in a list", CLAIM, &[("[\"insist\"]", "[insist, \"claim\"]")]),
    ("number below", CLAIM, &[("cue = [\"insist\"]", "quote-words = -3")]),
    ("number beyond", CLAIM, &[("cue = [\"insist\"]", "quote-words = 99999999999999999999")]),
    ("number in parts", CLAIM, &[("cue = [\"insist\"]", "quote-words = 2.5")]),
    ("steps at one place", PAIR, &[("at = 0", "at = 3")]),
    ("bad bool", CLAIM, &[("cue = [\"insist\"]", "anonymous = yes")]),
    ("bool word", CLAIM, &[("cue = [\"insist\"]", "anonymous = \"true\"")]),
    ("underscore key", CLAIM, &[("cue = [\"insist\"]", "source_unless = [\"x\"]")]),
    ("act typo", CLAIM, &[("cue = [\"insist\"]", "act = [\"denies\"]")]),
    ("act string", CLAIM, &[("cue = [\"insist\"]", "act = \"deny\"")]),
    ("modality word", CLAIM, &[("cue = [\"insist\"]", "modality = [\"certain\"]")]),
    ("quantity bare", PAIR, &[("[opposed.scale]\nprogress = { gap = 2 }", "[opposed]\nquantity = true")]),
    (
        "tolerance number",
        PAIR,
        &[("[opposed.scale]\nprogress = { gap = 2 }", "[opposed]\nquantity = { tolerance = 5 }")],
    ),
    (
        "tolerance no percent",
        PAIR,
        &[("[opposed.scale]\nprogress = { gap = 2 }", "[opposed]\nquantity = { tolerance = \"5\" }")],
    ),
    ("norms string", CLAIM, &[("help =", "norms = \"AP\"\nhelp =")]),
    ("title number", CLAIM, &[("title = \"t\"", "title = 3")]),
    ("empty draft", CLAIM, &[("draft = \"x\"", "draft = \"\"")]),
    ("bad record", CLAIM, &[("draft = \"x\"", "draft = \"x\"\nrecord = \"hello world\"")]),
    ("allows single", CLAIM, &[("[[allows]]", "[allows]")]),
    ("example as top key", CLAIM, &[("[[flags]]\ndraft = \"x\"", "[[flag]]\ndraft = \"x\"")]),
    ("empty file", WHOLE, &[("", "")]),
    ("only comment", WHOLE, &[("", "# hi\n")]),
    ("json", WHOLE, &[("", "{\"id\": \"demo/rule\"}")]),
    ("yaml", WHOLE, &[("", "id: demo/rule\ntitle: t\n")]),
];

#[test]
fn every_slip_is_told_with_its_place_and_a_remedy() {
    let told = SLIPS.iter().map(|(name, base, edits)| {
        let slipped = edits.iter().fold((*base).to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{name}: {from}");
            text.replacen(from, to, 1)
        });
        let told = told(&slipped);
        assert!(!told.is_empty(), "{name}: nothing is told");
        format!("{name}\n{}", told.concat())
    });
    insta::assert_snapshot!(told.collect::<String>());
}

#[test]
fn a_rule_without_a_slip_is_passed_over() {
    assert_eq!([told(CLAIM), told(PAIR)].concat(), [""; 0]);
}

/// What there is to say of a rule file.
fn told(text: &str) -> Vec<String> {
    let source = RuleSource { path: "demo/rule.toml".into(), text: text.into() };
    let own = std::slice::from_ref(&source);
    let (faults, needless) = (inspect(own), needless(own));
    let found = load([source]).faults;
    let faults = if found.is_empty() { faults } else { found };
    let of = |files: Vec<PackFault>, kind: &'static str| {
        let all = files.into_iter().flat_map(|file| file.faults);
        all.map(|fault| line(text, &fault, kind)).collect::<Vec<_>>()
    };
    [of(faults, "error"), of(needless, "warning")].concat()
}

fn line(text: &str, fault: &Fault, kind: &str) -> String {
    let before = text.get(..fault.span.start).unwrap();
    let (line, column) =
        (before.matches('\n').count() + 1, before.rsplit('\n').next().map_or(0, str::len) + 1);
    let help = fault.help.as_deref().unwrap_or_else(|| panic!("no remedy: {fault:?}"));
    let place = fault.span.slice(text).lines().next().unwrap_or_default();
    format!("  {line}:{column} {place:?}: {kind}: {} | {} | {help}\n", fault.title, fault.label)
}
