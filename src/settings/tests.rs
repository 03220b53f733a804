use super::file::SettingsFile;
use super::*;
use crate::pack::{builtin_files, load};

fn settings(text: &str) -> Settings {
    Settings::parse(Source::new("sayso.toml", text)).unwrap()
}

/// The rules for a text with their severities.
fn rules_for(settings: &Settings, path: &str, choice: &Choice) -> Vec<String> {
    let rules = load(builtin_files()).rules;
    let chosen = settings.rules_for(path, &rules, choice);
    let chosen = chosen.iter();
    chosen.map(|rule| format!("{} {:?}", rule.id, rule.severity)).collect()
}

fn faults(text: &str) -> String {
    let rules = load(builtin_files()).rules;
    let faults = match Settings::parse(Source::new("sayso.toml", text)) {
        Ok(settings) => settings.unknown_names(&rules),
        Err(faults) => faults,
    };
    let shown = faults.iter().map(|fault| {
        let help = fault.help.as_deref().unwrap_or_default();
        format!("{}: {} | {} | {help}\n", fault.span.slice(text).trim(), fault.title, fault.label)
    });
    shown.collect()
}

#[test]
fn rules_are_chosen_and_graded_by_file_and_by_path() {
    let own = settings(
        "select = [\"dates\", \"sourcing\"]\nignore = [\"sourcing/vague-source\"]\n\
         [severity]\nsourcing = \"note\"\n\"sourcing/unsourced-hearsay\" = \"error\"\n\
         [paths.\"opinion/**\"]\nignore = [\"dates\"]\n[paths.\"opinion/**\".severity]\nsourcing = \"warning\"\n",
    );
    let none = Choice::default();
    insta::assert_debug_snapshot!([
        rules_for(&own, "news/dam.md", &none),
        rules_for(&own, "opinion/a/dam.md", &none),
        rules_for(&own, "news/dam.md", &Choice { select: vec!["quotes".into()], ignore: vec![] }),
        rules_for(&own, "news/dam.md", &Choice { select: vec![], ignore: vec!["dates".into()] }),
    ]);
}

#[test]
fn without_settings_every_rule_is_as_its_pack_has_it() {
    let rules = load(builtin_files()).rules;
    let same = Settings::default().rules_for("dam.md", &rules, &Choice::default());
    assert_eq!(same.len(), rules.len());
    assert!(same.iter().zip(&rules).all(|(one, other)| one.severity == other.severity));
}

#[test]
fn faults_have_a_place_and_a_remedy() {
    insta::assert_snapshot!(
        [
            "ignroe = []",
            "fail-on = \"fatal\"",
            "ignore = [\"dates\", \"sourcng\"]",
            "[severity]\n\"quotes/quote-alterd\" = \"note\"",
            "[paths.\"a[\"]\nignore = []",
            "[paths.\"a\"]\nselect = []",
            "scale = \"kant\"",
            "rules = 3",
            "rules = [",
            "severity = 3",
            "fail-on = 3",
            "paths.a = 3",
            "[severity]\ndates = \"off\"",
        ]
        .map(faults)
        .concat()
    );
}

#[test]
fn a_file_in_another_encoding_says_so() {
    let told = |bytes: &[u8]| {
        let faults = Settings::parse(Source::decode("sayso.toml", bytes)).unwrap_err();
        faults
            .iter()
            .map(|fault| format!("{} | {}", fault.title, fault.help.as_deref().unwrap()))
            .collect::<String>()
    };
    assert!(told(b"\xFF\xFEr\0").starts_with("this file is UTF-16 | save it as UTF-8"));
    assert_eq!(told(b"baseline = \"caf\xE9\"\n"), "one place is not UTF-8 | save the file as UTF-8");
}

#[test]
fn the_schema_knows_every_key() {
    let schema: serde_json::Value = serde_json::from_str(SETTINGS_SCHEMA).unwrap();
    let keys = |pointer: &str| -> Vec<String> {
        let mut keys: Vec<String> =
            schema.pointer(pointer).unwrap().as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    // What serde expects stands in its own words: "unknown field `?`, expected one of `a`, `b`".
    let expected = |text: &str| -> Vec<String> {
        let error = toml::from_str::<SettingsFile>(text).unwrap_err();
        let mut keys: Vec<String> =
            error.message().split('`').skip(3).step_by(2).map(str::to_owned).collect();
        keys.sort();
        keys
    };
    assert_eq!(keys("/properties"), expected("what = 1"));
    assert_eq!(keys("/properties/paths/additionalProperties/properties"), expected("[paths.a]\nwhat = 1"));
}
