//! What machines read is what the schemas say.

#![cfg(test)]

use assert_cmd::Command;
use jsonschema::Validator;
use sayso::pack::builtin_files;
use sayso::pack::schema::*;
use sayso::report::{
    CLAIMS_SCHEMA, DATES_SCHEMA, RELATION_SCHEMA, REPORT_SCHEMA, SOURCES_SCHEMA, TIMELINE_SCHEMA,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeSet;

/// The keys of a claim, in the order in which they must be printed.
const KEYS: [&str; 20] = [
    "doc",
    "id",
    "kind",
    "source",
    "cue",
    "content",
    "quotes",
    "speaker",
    "via",
    "said",
    "act",
    "modality",
    "polarity",
    "probability",
    "evidential",
    "class",
    "topics",
    "stance",
    "line",
    "column",
];

fn validator(schema: &str) -> Validator {
    jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap()
}

fn sayso(args: &[&str]) -> String {
    let mut program = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = program.current_dir(env!("CARGO_MANIFEST_DIR")).args(args).output().unwrap();
    assert!(output.status.code() < Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn faults(validator: &Validator, json: &Value) -> Vec<String> {
    validator.iter_errors(json).map(|fault| format!("{} {fault}", fault.instance_path())).collect()
}

/// The keys of the outermost object of a line, in its order.
fn keys(line: &str) -> Vec<String> {
    let (mut keys, mut depth, mut string, mut word) = (Vec::new(), 0, false, String::new());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if string => word.extend(chars.next()),
            '"' => {
                string = !string;
                if string {
                    word.clear();
                } else if depth == 1 && chars.peek() == Some(&':') {
                    keys.push(word.clone());
                }
            }
            _ if string => word.push(c),
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            _ => {}
        }
    }
    keys
}

#[test]
fn claims_keep_their_contract() {
    let validator = validator(CLAIMS_SCHEMA);
    let printed = sayso(&["claims", "--format", "jsonl", "corpus", "tests/record/corpus"]);
    assert!(printed.lines().count() > 10);
    for line in printed.lines() {
        let claim: Value = serde_json::from_str(line).unwrap();
        assert_eq!(faults(&validator, &claim), Vec::<String>::new(), "{line}");
        assert_eq!(keys(line), KEYS, "{line}");
    }
}

#[test]
fn offsets_lead_back_to_the_words() {
    let printed = sayso(&["claims", "--format", "jsonl", "corpus"]);
    for line in printed.lines() {
        let claim: Value = serde_json::from_str(line).unwrap();
        let path = format!("{}/{}", env!("CARGO_MANIFEST_DIR"), claim["doc"].as_str().unwrap());
        let text = std::fs::read_to_string(path).unwrap();
        for part in
            ["source", "cue", "content"].map(|part| &claim[part]).into_iter().filter(|part| !part.is_null())
        {
            let number = |range: &Value, end: usize| usize::try_from(range[end].as_u64().unwrap()).unwrap();
            let chars = part["chars"].as_array().unwrap().iter().map(|range| {
                text.chars()
                    .skip(number(range, 0))
                    .take(number(range, 1) - number(range, 0))
                    .collect::<String>()
            });
            let bytes = part["bytes"].as_array().unwrap().iter();
            let bytes = bytes.map(|range| text.get(number(range, 0)..number(range, 1)).unwrap().to_owned());
            let (chars, bytes) = (chars.collect::<Vec<_>>().join(" "), bytes.collect::<Vec<_>>().join(" "));
            assert_eq!(chars, bytes);
            assert_eq!(words(&chars), words(part["text"].as_str().unwrap()), "{line}");
        }
    }
}

/// Letters and digits alone: the file has line breaks and markup where the words have spaces.
fn words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn reports_keep_their_contract() {
    let validator = validator(REPORT_SCHEMA);
    let report: Value = serde_json::from_str(&sayso(&["check", "--format", "json", "corpus"])).unwrap();
    assert_eq!(faults(&validator, &report), Vec::<String>::new());
    assert!(report["files"].as_array().unwrap().len() > 20);
    let faulty: Value =
        serde_json::from_str(&sayso(&["check", "--format", "json", "tests/record/corpus"])).unwrap();
    assert_eq!(faults(&validator, &faulty), Vec::<String>::new());
    assert!(!faulty["faults"].as_array().unwrap().is_empty());
}

#[test]
fn lists_keep_their_contracts() {
    for (command, schema) in
        [("timeline", TIMELINE_SCHEMA), ("sources", SOURCES_SCHEMA), ("dates", DATES_SCHEMA)]
    {
        let validator = validator(schema);
        let printed = sayso(&[command, "--format", "jsonl", "corpus/ukraine-2022"]);
        assert!(printed.lines().count() > 5, "{command}: {printed}");
        for line in printed.lines() {
            let line: Value = serde_json::from_str(line).unwrap();
            assert_eq!(faults(&validator, &line), Vec::<String>::new(), "{command}: {line}");
            assert!(!validator.is_valid(&serde_json::json!({ "more": 1 })));
        }
    }
}

#[test]
fn relations_keep_their_contract() {
    let validator = validator(RELATION_SCHEMA);
    let pairs = [
        ("contradicts", "The dam is safe.", "The dam is not safe."),
        ("corroborates", "The dam is safe.", "The dam is safe."),
        ("not-comparable", "The dam is safe.", "The mill burnt down."),
        ("denies", "The brewery poisoned the river.", "The brewery denies that it poisoned the river."),
    ];
    for (relation, a, b) in pairs {
        let line: Value = serde_json::from_str(&sayso(&["relate", a, b])).unwrap();
        assert_eq!((faults(&validator, &line), line["relation"].as_str()), (Vec::new(), Some(relation)));
    }
    assert!(!validator.is_valid(&serde_json::json!({ "relation": "contradicts" })));
}

#[test]
fn a_line_of_a_timeline_is_that_of_a_claim_and_two_keys_more() {
    let parsed = |schema: &str| -> Value { serde_json::from_str(schema).unwrap() };
    let (mut claims, mut timeline) = (parsed(CLAIMS_SCHEMA), parsed(TIMELINE_SCHEMA));
    let take = |schema: &mut Value, key: &str| schema["properties"].as_object_mut().unwrap().remove(key);
    for key in ["thread", "certain"] {
        assert!(take(&mut timeline, key).is_some());
    }
    for of_lines in ["keys", "n", "undated", "reading"] {
        assert!(take(&mut claims, of_lines).is_some());
    }
    assert_eq!((&timeline["properties"], &timeline["$defs"]), (&claims["properties"], &claims["$defs"]));
}

#[test]
fn the_schemas_can_fail() {
    let claims = validator(CLAIMS_SCHEMA);
    let report = validator(REPORT_SCHEMA);
    assert!(!claims.is_valid(&serde_json::json!({ "doc": "a.md" })));
    assert!(!report.is_valid(&serde_json::json!({ "version": 2 })));
    assert_eq!(keys(r#"{"a":{"b":1},"c\"":["d:"],"e":"f:"}"#), ["a", "c\"", "e"]);
}

/// The keys that a table of a rule file may have, in serde's own words: "unknown field `?`, expected one of `a`, `b`".
fn expected<T: DeserializeOwned>() -> BTreeSet<String> {
    let Err(error) = toml::from_str::<T>("no-such-key = 1") else { panic!("any key is taken") };
    error.message().split('`').skip(3).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_schema_of_rules_knows_every_key() {
    let schema: Value = serde_json::from_str(RULE_SCHEMA).unwrap();
    let keys = |pointer: &str| -> BTreeSet<String> {
        let properties = schema.pointer(&format!("{pointer}/properties"));
        properties.unwrap_or_else(|| panic!("{pointer}")).as_object().unwrap().keys().cloned().collect()
    };
    assert_eq!(keys(""), expected::<RuleFile>());
    let tables = [
        ("claim", expected::<ClaimTable>()),
        ("passage", expected::<PassageTable>()),
        ("figures", expected::<FiguresTable>()),
        ("date", expected::<DateTable>()),
        ("directive", expected::<DirectiveTable>()),
        ("topic", expected::<TopicTable>()),
        ("step", expected::<StepTable>()),
        ("example", expected::<ExampleTable>()),
        ("pair", expected::<PairTable>()),
        ("opposed", expected::<OpposedTable>()),
        ("gap", expected::<GapTable>()),
        ("quantity", expected::<QuantityTable>()),
        ("wording", expected::<WordingTable>()),
        ("denial", expected::<DenialTable>()),
        ("select", expected::<SelectTable>()),
    ];
    for (name, expected) in &tables {
        assert_eq!(keys(&format!("/$defs/{name}")), *expected, "{name}");
    }
    let defined = schema["$defs"].as_object().unwrap().keys().filter(|name| *name != "phrases");
    assert!(defined.eq(BTreeSet::from(tables.map(|(name, _)| name.to_owned())).iter()));
}

#[test]
fn every_rule_is_what_the_schema_says() {
    let validator = validator(RULE_SCHEMA);
    for rule in builtin_files() {
        let json = serde_json::to_value(toml::from_str::<toml::Table>(&rule.text).unwrap()).unwrap();
        assert_eq!(faults(&validator, &json), Vec::<String>::new(), "{}", rule.path);
    }
    let wrong = serde_json::json!({ "id": "a/b", "title": "x" });
    assert!(!faults(&validator, &wrong).is_empty());
}
