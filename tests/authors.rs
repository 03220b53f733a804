//! The tools for those who write rules: from nothing to a tested rule, and what examples may say.

#![cfg(test)]

mod folder;

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of this test's own, empty.
fn folder(name: &str) -> PathBuf {
    folder::folder("authors", name, &[])
}

/// The command as typed, what it prints, and its exit code.
fn sayso(root: &Path, line: &str) -> String {
    let args = line.split_whitespace();
    let output =
        Command::new(assert_cmd::cargo::cargo_bin!("sayso")).current_dir(root).args(args).output().unwrap();
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    format!("$ sayso {line}\n{text}exit {}\n", output.status.code().unwrap())
}

/// Writes over a part of the first rule.
fn edit(root: &Path, from: &str, to: &str) {
    let path = root.join("deals/first-rule.toml");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_new_pack_passes_and_leaves_nothing_untried() {
    let root = folder("new");
    let lines = ["init pack deals", "test deals --coverage --mutate", "test deals --update", "test deals"];
    insta::assert_snapshot!(lines.map(|line| sayso(&root, line)).concat());
}

#[test]
fn nothing_is_written_over_and_names_are_fit_for_ids() {
    let root = folder("names");
    let lines = [
        "init pack deals",
        "init pack deals",
        "init pack Deals!",
        "init pack ..",
        "init pack a/b/über-uns",
        "init pack été",
        "init pack lexicon",
    ];
    insta::assert_snapshot!(lines.map(|line| sayso(&root, line)).concat());
}

#[test]
fn a_change_of_what_a_rule_finds_is_shown_and_kept_only_on_demand() {
    let root = folder("changed");
    sayso(&root, "init pack deals");
    sayso(&root, "test deals --update");
    edit(&root, "says “{a.says}”", "holds “{a.says}”");
    let changed = sayso(&root, "test deals");
    assert!(changed.contains("-warning[deals/first-rule]: Anne Brun says “signed”"), "{changed}");
    assert!(changed.contains("+warning[deals/first-rule]: Anne Brun holds “signed”"), "{changed}");
    assert!(changed.ends_with("exit 1\n"), "{changed}");
    sayso(&root, "test deals --update");
    insta::assert_snapshot!(sayso(&root, "test deals"));
}

#[test]
fn snapshots_stand_and_fall_with_their_rules() {
    let root = folder("left");
    sayso(&root, "init pack deals");
    sayso(&root, "test deals --update");
    fs::rename(root.join("deals/snapshots/first-rule.snap"), root.join("deals/snapshots/old-rule.snap"))
        .unwrap();
    insta::assert_snapshot!(sayso(&root, "test deals"));
}

#[test]
fn an_example_that_goes_wrong_is_shown_and_never_kept() {
    let root = folder("wrong");
    sayso(&root, "init pack deals");
    edit(&root, "marks = [\"that the merger has been signed\",", "marks = [\"the merger\",");
    edit(&root, "[[allows]]", "[[flags]]");
    insta::assert_snapshot!(["test deals", "test deals --update"].map(|line| sayso(&root, line)).concat());
    assert!(!root.join("deals/snapshots").exists());
}

#[test]
fn a_rule_whose_example_goes_wrong_is_not_changed_further() {
    let root = folder("strange");
    sayso(&root, "init pack deals");
    edit(&root, "marks = [\"that the merger has been signed\",", "marks = [\"that the merger was signed\",");
    insta::assert_snapshot!(sayso(&root, "test deals --mutate"));
    edit(&root, "that the merger has been signed. Paul Rey", "the merger. Paul Rey");
    insta::assert_snapshot!(sayso(&root, "test deals"));
}

#[test]
fn a_snapshot_that_is_no_text_is_kept_anew() {
    let root = folder("garbled");
    sayso(&root, "init pack deals");
    sayso(&root, "test deals --update");
    let path = root.join("deals/snapshots/first-rule.snap");
    let kept = fs::read(&path).unwrap();
    fs::write(&path, [&kept[..], b"\xff\xfe\n"].concat()).unwrap();
    let page = sayso(&root, "test deals");
    assert!(page.contains("1 snapshot to be kept anew") && page.ends_with("exit 1\n"), "{page}");
    sayso(&root, "test deals --update");
    assert_eq!(fs::read(&path).unwrap(), kept);
}

#[test]
fn a_folder_in_the_place_of_a_rule_is_named() {
    let root = folder("folders");
    sayso(&root, "init pack deals");
    fs::create_dir_all(root.join("deals/strike.toml/old")).unwrap();
    fs::write(root.join("draft.md"), "The dam is safe.\n").unwrap();
    let lines = ["test deals", "test deals/strike.toml", "check --rules deals draft.md"];
    for line in lines {
        let told = sayso(&root, line);
        assert!(told.contains("error: deals/strike.toml: this is a folder, and a rule is a file"), "{told}");
        assert!(told.ends_with("exit 2\n"), "{told}");
    }
    let rule = fs::read_to_string(root.join("deals/first-rule.toml")).unwrap();
    let id = "strike.toml/first-rule";
    fs::write(root.join("deals").join(format!("{id}.toml")), rule.replace("deals/first-rule", id)).unwrap();
    assert!(sayso(&root, "test deals").contains("2 rules, 14 examples: all as expected"));
}

#[test]
fn a_pack_of_ones_own_is_no_rule_to_explain() {
    let root = folder("asked");
    sayso(&root, "init pack deals");
    for (asked, meant) in [
        ("deals", "did you mean one of the pack `deals`?"),
        ("deals/frist-rule", "did you mean `deals/first-rule`?"),
        ("divergence", "did you mean one of the pack `divergence`?"),
    ] {
        let told = sayso(&root, &format!("explain {asked}"));
        assert!(told.contains(&format!("there is no rule `{asked}`; {meant}")), "{told}");
    }
}

#[test]
fn a_pack_called_like_a_built_in_one_is_noted() {
    let root = folder("called");
    let page = sayso(&root, "init pack topics");
    assert!(page.contains("there are built-in rules in a pack called `topics`"), "{page}");
}

#[test]
fn what_is_to_be_done_is_told_and_fails_nothing() {
    let root = folder("todo");
    sayso(&root, "init pack deals");
    edit(&root, "[[allows]]", "[[flags]]\ntodo = \"one step should do\"");
    edit(&root, "[[allows]]", "[[allows]]\ntodo = \"wages are no merger\"");
    insta::assert_snapshot!(sayso(&root, "test deals"));
}

#[test]
fn what_no_example_tries_is_listed() {
    let root = folder("untried");
    sayso(&root, "init pack deals");
    edit(&root, "phrases = [\"no talks\"]", "phrases = [\"no talks\", \"not for sale\"]");
    edit(&root, "within = \"30 days\"", "within = \"3000 days\"");
    edit(&root, "in May 2029", "in May 1999");
    insta::assert_snapshot!(
        ["test deals --coverage", "test deals --mutate"].map(|line| sayso(&root, line)).concat()
    );
}

#[test]
fn what_no_example_shows_of_a_phrase_is_listed() {
    let root = folder("parts");
    sayso(&root, "init pack deals");
    edit(
        &root,
        "phrases = [\"no talks\"]",
        "phrases = [\"no (more|new)? (talks|dialogue)\"], cues = [\"deny\"]",
    );
    edit(&root, "phrases = [\"has been signed\"]", "phrases = [\"has … been signed\"]");
    insta::assert_snapshot!(
        ["test deals --coverage", "test deals --mutate"].map(|line| sayso(&root, line)).concat()
    );
}

#[test]
fn an_example_may_stand_for_several() {
    let root = folder("each");
    sayso(&root, "init pack deals");
    edit(&root, "that the merger has been signed. Paul Rey", "that {each}. Paul Rey");
    edit(
        &root,
        "marks = [\"that the merger has been signed\"",
        "each = [\"the merger has been signed\", \"the merger has nearly been signed\"]\nmarks = [\"that {each}\"",
    );
    insta::assert_snapshot!(sayso(&root, "test deals"));
}

#[test]
fn phrases_know_dates_speakers_and_places() {
    let root = folder("roles");
    sayso(&root, "init pack deals");
    edit(
        &root,
        "\"(merger|takeover)\", \"deal with <name>\"",
        "\"deal with <place>\", \"talks (about|on) <date>\"",
    );
    edit(&root, "deal with Eastbank", "deal with South Sudan");
    edit(
        &root,
        "\nEastbank, said on Saturday that there were no talks about a merger",
        "\nEastbank, said on Saturday that there were no talks on 3 May 2031",
    );
    insta::assert_snapshot!(sayso(&root, "test deals"));
}

#[test]
fn the_page_for_newcomers_holds() {
    let root = folder("newcomer");
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/RULES.md")).unwrap();
    let rule = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let begun = ["init pack mine", "test mine"].map(|line| sayso(&root, line)).concat();
    assert!(begun.contains("1 rule, 7 examples: all as expected"), "{begun}");
    fs::write(root.join("mine/insisted.toml"), rule).unwrap();
    fs::write(root.join("draft.md"), "Paul Rey insisted that the bank is sound.\n").unwrap();
    let lines =
        ["test mine --update", "test mine --mutate", "explain mine/insisted", "check --rules mine draft.md"];
    insta::assert_snapshot!(lines.map(|line| sayso(&root, line)).concat());
}

#[test]
fn the_rule_about_two_claims_holds() {
    let root = folder("two-claims");
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/RULES.md")).unwrap();
    let blocks: Vec<&str> =
        page.split("```toml\n").skip(2).filter_map(|rest| rest.split("```").next()).take(2).collect();
    let [rule, more] = blocks[..] else { panic!("{blocks:?}") };
    sayso(&root, "init pack mine");
    fs::write(root.join("mine/strike.toml"), rule).unwrap();
    assert!(sayso(&root, "test mine").contains("all as expected"));
    let missed = sayso(&root, "test mine --mutate");
    let told = page.split("```\n").find(|block| block.starts_with("mine/strike: 2 changes")).unwrap();
    assert!(missed.contains(told), "{missed}");
    fs::write(root.join("mine/strike.toml"), format!("{rule}\n{more}")).unwrap();
    assert!(sayso(&root, "test mine --mutate").contains("all as expected"));
    let draft = page.split('“').find(|said| said.starts_with("Anne Brun said on Friday that nurses"));
    fs::write(root.join("draft.md"), draft.and_then(|said| said.split('”').next()).unwrap()).unwrap();
    let found = sayso(&root, "check --rules mine --date 2031-05-04 --format concise draft.md");
    assert!(found.contains("mine/strike") && found.ends_with("exit 1\n"), "{found}");
}

/// A step may be known by a time or a place; what stands beside its phrase, or in a gap of it, narrows as ever.
#[test]
fn what_a_step_is_known_by_narrows_nothing() {
    let rule = r#"id = "own/bridge"
title = "Sources differ on the bridge"
severity = "warning"
why = "Readers plan by it."
message = "{a.who}: “{a.says}”, {b.who}: “{b.says}”"
help = "give both"
pair = { between = "speakers" }
topic = { name = "a bridge", any = ["bridge", "talks"] }

[scale.opening]
"soon" = { at = 3, phrases = ["reopen next week", "will … reopen"] }
"late" = { at = 1, phrases = ["closed until autumn", "stays closed", "has … closed"] }

[scale.seat]
"in Vik" = { at = 2, phrases = ["talks … in Vik"] }
"in Lund" = { at = 0, phrases = ["talks … in Lund"] }

[opposed.scale]
opening = { gap = 2 }
seat = { gap = 2 }

[[flags]]
each = ["the bridge stays closed until autumn", "the bridge will be closed until autumn", "in Vik the bridge stays closed"]
draft = "Anne Brun said on Friday that the bridge will reopen next week. Paul Rey said on Saturday that {each}."

[[flags]]
draft = "Anne Brun said on Friday that talks will be held in Vik. Paul Rey said on Saturday that talks will be held in Lund."

[[allows]]
each = ["the bridge stays closed until Tuesday", "the bridge has almost been closed"]
draft = "Anne Brun said on Friday that the bridge will reopen next week. Paul Rey said on Saturday that {each}."

[[allows]]
draft = "Anne Brun said on Friday that talks will be held in Vik in May. Paul Rey said on Saturday that talks will be held in Lund in June."
"#;
    let root = folder("steps");
    fs::create_dir_all(root.join("own")).unwrap();
    fs::write(root.join("own/bridge.toml"), rule).unwrap();
    let page = sayso(&root, "test own --update");
    assert!(page.contains("1 rule, 7 examples: all as expected"), "{page}");
}

#[test]
fn a_rule_that_takes_the_place_of_another_is_noted() {
    let root = folder("replaced");
    fs::create_dir_all(root.join("certainty")).unwrap();
    fs::write(
        root.join("certainty/hedge-dropped.toml"),
        include_str!("../rules/certainty/hedge-dropped.toml"),
    )
    .unwrap();
    fs::write(root.join("draft.md"), "The dam is safe.\n").unwrap();
    let note =
        "note: certainty/hedge-dropped.toml takes the place of the built-in rule `certainty/hedge-dropped`";
    let lines = ["check --rules certainty draft.md", "explain --rules certainty certainty/hedge-dropped"];
    for line in lines {
        assert!(sayso(&root, line).contains(note), "{line}");
    }
    for line in ["check draft.md", "explain --isolated quotes/hedge-changed"] {
        assert!(!sayso(&root, line).contains("takes the place"), "{line}");
    }
}

#[test]
fn rules_that_borrow_are_changed_too() {
    let root = folder("borrowed");
    let lent = include_str!("../rules/divergence/imminence-one-side.toml");
    let own = lent
        .replace("divergence/imminence-one-side", "own/one-side")
        .replace("within = ", "demands = false\nwithin = ");
    fs::create_dir_all(root.join("own")).unwrap();
    fs::write(root.join("own/one-side.toml"), own).unwrap();
    insta::assert_snapshot!(
        ["test own --update", "test own --mutate"].map(|line| sayso(&root, line)).concat()
    );
}
