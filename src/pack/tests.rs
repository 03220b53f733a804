use super::*;

mod slips;

/// The rules folder of the package, as paths below it.
fn folder() -> Vec<String> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/rules");
    let packs =
        std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let files = packs.flat_map(|pack| std::fs::read_dir(pack).unwrap().map(|entry| entry.unwrap().path()));
    let mut paths: Vec<String> = files
        .map(|path| path.strip_prefix(root).unwrap().to_str().unwrap().to_owned())
        .filter(|path| is_rule_file(path))
        .collect();
    paths.sort();
    paths
}

#[test]
fn built_in_rules_are_the_same_without_their_examples() {
    let bare = |rule: Rule| format!("{:?}", Rule { flags: Vec::new(), allows: Vec::new(), ..rule });
    let whole: Vec<String> = load(builtin_files()).rules.into_iter().map(bare).collect();
    let short: Vec<String> = load(builtin_files_for_checks()).rules.into_iter().map(bare).collect();
    assert_eq!(whole, short);
}

#[test]
fn every_rule_of_the_folder_is_compiled_in() {
    let listed: Vec<String> = builtin_files().map(|file| file.path).collect();
    assert_eq!(listed, folder());
}

#[test]
fn the_builtin_rules_are_without_fault() {
    let faults: Vec<String> = load(builtin_files())
        .faults
        .iter()
        .flat_map(|file| {
            file.faults.iter().map(|fault| {
                format!(
                    "{}:{}: {} ({}) {:?}",
                    file.source.path, fault.span.start, fault.title, fault.label, fault.help
                )
            })
        })
        .collect();
    assert_eq!(faults, [""; 0]);
}

#[test]
fn the_builtin_rules_say_nothing_in_vain() {
    let files: Vec<RuleSource> = builtin_files().collect();
    let told = [inspect(&files), needless(&files)].concat();
    let told = told.iter().flat_map(|file| &file.faults).map(|fault| &fault.title);
    assert_eq!(told.collect::<Vec<_>>(), [""; 0]);
}

fn faults(text: &str) -> Vec<String> {
    let source = RuleSource { path: "demo/rule.toml".into(), text: text.into() };
    let pack = load([source]);
    let all = pack.faults.iter().flat_map(|file| &file.faults);
    all.map(|fault| {
        let line = text.get(..fault.span.start).unwrap().matches('\n').count() + 1;
        format!("{line}: {} | {} | {}", fault.title, fault.label, fault.help.as_deref().unwrap_or("-"))
    })
    .collect()
}

const GOOD: &str = r#"id = "demo/rule"
title = "t"
severity = "note"
why = "w"
message = "{a.speaker}"
help = "h"
[claim]
select = { anonymous = true }
[[flags]]
draft = "x"
[[allows]]
draft = "y"
"#;

#[test]
fn a_good_rule_loads() {
    assert_eq!(faults(GOOD), [""; 0]);
}

#[test]
fn faults_of_rules_have_a_place_and_a_remedy() {
    let cases = [
        GOOD.replace("anonymous", "anonymus"),
        GOOD.replace("\"demo/rule\"", "\"demo/other\""),
        GOOD.replace("{a.speaker}", "{a.speker}"),
        GOOD.replace("severity = \"note\"", "severity = \"fatal\""),
        GOOD.replace("[[allows]]\ndraft = \"y\"\n", ""),
        GOOD.replace("select = { anonymous = true }", "select = { source = [\"a (b\"] }"),
        GOOD.replace(
            "[claim]\nselect = { anonymous = true }",
            "[pair]\nbetween = \"sides\"\nwithin = \"soon\"\n[opposed]\nscale = { near = { gap = 1 } }",
        ),
        GOOD.replace("[claim]\nselect = { anonymous = true }", "[figures]\nwrong = \"leads\""),
        GOOD.replace("[claim]", "[date]\nwrong = \"weekday\"\n[claim]"),
        GOOD.replace("help = \"h\"", "help = \"h\"\nborrow = \"demo/none\""),
        GOOD.replace("help = \"h\"", "help = \"h\"\ninstead-of = [\"demo/rul\"]"),
        GOOD.replace("help = \"h\"", "help = \"h\"\ninstead-of = [\"demo/rule\"]"),
        GOOD.replace("anonymous = true", "standing = [\"supersede\"]"),
        GOOD.replace("title = \"t\"\n", ""),
        GOOD.replace("draft = \"x\"", "draft = \"x"),
        GOOD.replace(
            "[claim]\nselect = { anonymous = true }",
            "[pair]\nbetween = \"sides\"\n[opposed]\nprobability = { disjoint-on = \"ipc\" }",
        ),
        GOOD.replace("anonymous = true", "anonymous = \"yes\""),
        GOOD.replace("anonymous = true", "cue = \"say\""),
        GOOD.replace("severity = \"note\"", "severity = 3"),
        GOOD.replace("anonymous = true", "source = [\"…\"]"),
        GOOD.replace("anonymous = true", "source = [\"<numbr>\"]"),
    ];
    let found: Vec<Vec<String>> = cases.iter().map(|text| faults(text)).collect();
    insta::assert_debug_snapshot!(found);
}

/// The files that have faults, with the first of each.
fn told(sources: impl IntoIterator<Item = RuleSource>) -> Vec<String> {
    let told = |file: PackFault| format!("{}: {}", file.source.path, file.faults[0].title);
    load(sources).faults.into_iter().map(told).collect()
}

#[test]
fn no_two_rules_give_way_to_each_other() {
    let rule = |name: &str, other: &str| RuleSource {
        path: format!("demo/{name}.toml"),
        text: GOOD
            .replace("demo/rule", &format!("demo/{name}"))
            .replace("help = \"h\"", &format!("help = \"h\"\ninstead-of = [\"demo/{other}\"]")),
    };
    let last = RuleSource { text: GOOD.replace("demo/rule", "demo/c"), path: "demo/c.toml".to_owned() };
    assert_eq!(told([rule("a", "b"), rule("b", "c"), last.clone()]), [""; 0]);
    assert_eq!(
        told([rule("a", "b"), rule("b", "a")]),
        ["demo/b.toml: `demo/a` stands instead of `demo/b` already"]
    );
    assert_eq!(
        told([rule("a", "b"), rule("b", "c"), rule("c", "a")]),
        ["demo/c.toml: `demo/a` stands instead of `demo/c` already"]
    );
    // Another file of the same rule takes the place of the first.
    assert_eq!(
        told([rule("c", "a"), rule("a", "b"), rule("b", "c"), last]),
        ["demo/b.toml: `demo/c` stands instead of `demo/b` already"]
    );
}

#[test]
fn a_rule_that_gives_way_is_another_one() {
    let own = GOOD.replace("help = \"h\"", "help = \"h\"\ninstead-of = [\"demo/rull\"]");
    let own = RuleSource { path: "demo/rule.toml".to_owned(), text: own };
    let other =
        RuleSource { path: "demo/ruler.toml".to_owned(), text: GOOD.replace("demo/rule", "demo/ruler") };
    let faults = load([own, other]).faults;
    assert_eq!(faults[0].faults[0].help.as_deref(), Some("did you mean `demo/ruler`?"));
}

#[test]
fn a_later_file_takes_the_place_of_a_rule_that_borrows() {
    let lent = |name: &str| builtin_files().find(|file| file.id() == name).unwrap();
    let [lender, borrower] = ["divergence/imminence", "divergence/imminence-one-side"].map(lent);
    let own = RuleSource {
        text: lender.text.replace("divergence/imminence", "divergence/imminence-one-side"),
        ..borrower.clone()
    };
    let pack = load([lender, borrower, own]);
    assert_eq!(pack.faults.len(), 0);
    assert_eq!(pack.rules.last().unwrap().borrows, None);
}
