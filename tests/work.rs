//! Where people work: the hooks of pre-commit, the GitHub Action and the GitLab job, run as far as one machine can.

#![cfg(test)]

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const WRONG: &str = "---\ndate: 2022-01-28\n---\n\nOn Monday, Jan. 25, 2022, the council met.\n";
const RIGHT: &str = "---\ndate: 2022-01-28\n---\n\nOn Tuesday, Jan. 25, 2022, the council met.\n";
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn program() -> PathBuf {
    assert_cmd::cargo::cargo_bin!("sayso").to_path_buf()
}

/// An empty folder.
fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("work").join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).unwrap();
    root
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn git(folder: &Path, args: &[&str]) -> String {
    let known = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").args(known).args(args).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}", told(&output));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// pre-commit: that of `PRE_COMMIT`, or the one of the path.
fn pre_commit() -> Option<String> {
    let named = std::env::var("PRE_COMMIT").ok();
    named.into_iter().chain(["pre-commit".to_owned()]).find(|program| {
        let run = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        run.is_ok_and(|status| status.success())
    })
}

/// A repository with texts of all kinds, the drafts as given.
fn repository(folder: &Path, draft: &str) {
    git(folder, &["init", "--quiet"]);
    fs::write(folder.join("draft.md"), draft).unwrap();
    fs::write(folder.join("README.md"), WRONG).unwrap();
    fs::write(folder.join("notes.rst"), WRONG).unwrap();
    fs::write(folder.join("dam.claims"), "2031-05-02   Ann Reed\n  says the dam is safe\n").unwrap();
    git(folder, &["add", "--all"]);
}

#[test]
fn the_hooks_run_under_pre_commit() {
    let Some(pre_commit) = pre_commit() else {
        return eprintln!("skipped: no pre-commit; install it or set PRE_COMMIT to one");
    };
    let hooks = folder("hooks");
    fs::copy(Path::new(ROOT).join(".pre-commit-hooks.yaml"), hooks.join(".pre-commit-hooks.yaml")).unwrap();
    git(&hooks, &["init", "--quiet"]);
    git(&hooks, &["add", "--all"]);
    git(&hooks, &["commit", "--quiet", "--message", "hooks"]);
    let revision = git(&hooks, &["rev-parse", "HEAD"]);

    let work = folder("repository");
    // The program is built already; how pre-commit builds it is tried by `the_hook_is_built_from_source`.
    let hook = |id: &str, command: &str| json!({ "id": id, "language": "system", "entry": format!("{} {command}", program().display()) });
    let hooks = json!([{ "repo": hooks, "rev": revision, "hooks": [hook("sayso", "check"), hook("sayso-fmt", "fmt")] }]);
    fs::write(work.join(".pre-commit-config.yaml"), json!({ "repos": hooks }).to_string()).unwrap();
    repository(&work, WRONG);
    let run = |hook: &str| {
        let mut command = Command::new(&pre_commit);
        command.args(["run", "--all-files", "--color", "never", hook]).current_dir(&work);
        let output = command.env("PRE_COMMIT_HOME", work.join(".git/pre-commit")).output().unwrap();
        (output.status.code(), told(&output))
    };
    let (code, report) = run("sayso");
    assert_eq!(code, Some(1), "{report}");
    assert!(
        report.contains("--> draft.md:5:4") && !report.contains("README") && !report.contains("notes"),
        "{report}"
    );
    fs::write(work.join("draft.md"), RIGHT).unwrap();
    git(&work, &["add", "--all"]);
    let (code, report) = run("sayso");
    assert_eq!(code, Some(0), "{report}");
    let (code, report) = run("sayso-fmt");
    assert_eq!(code, Some(1), "a hook that rewrites files fails: {report}");
    assert_eq!(run("sayso-fmt").0, Some(0));
}

/// Takes as long as a build: `.ci/run` asks for it.
#[test]
fn the_hook_is_built_from_source() {
    let (Some(pre_commit), Some(_)) = (pre_commit(), std::env::var_os("HOOK_FROM_SOURCE")) else {
        return eprintln!("skipped: HOOK_FROM_SOURCE is not set, or there is no pre-commit");
    };
    let work = folder("from-source");
    repository(&work, WRONG);
    let output = Command::new(pre_commit)
        .args(["try-repo", ROOT, "sayso", "--color", "never", "--files", "draft.md"])
        .current_dir(&work)
        .env("PRE_COMMIT_HOME", work.join(".git/pre-commit"))
        .env("CARGO_TARGET_DIR", Path::new(ROOT).join("target"))
        .output()
        .unwrap();
    assert!(told(&output).contains("--> draft.md:5:4"), "{}", told(&output));
}

/// A step of an action: the variables that it is given, and its script.
struct Step {
    variables: Vec<(String, String)>,
    script: String,
}

/// The step of this name in the action's file.
fn step(name: &str) -> Step {
    let action = fs::read_to_string(Path::new(ROOT).join("action.yml")).unwrap();
    let (_, step) = action.split_once(&format!("- name: {name}\n")).unwrap();
    let step = step.split("\n    - name:").next().unwrap();
    let (head, script) = step.split_once("run: |\n").unwrap();
    let (_, variables) = head.split_once("env:\n").unwrap();
    let variables = variables.lines().filter_map(|line| line.trim().split_once(": "));
    Step {
        variables: variables.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        script: script.lines().map(|line| line.trim_start_matches("        ").to_owned() + "\n").collect(),
    }
}

/// The values of inputs where a workflow gives none.
fn defaults() -> BTreeMap<String, String> {
    let action = fs::read_to_string(Path::new(ROOT).join("action.yml")).unwrap();
    let (_, inputs) = action.split_once("inputs:\n").unwrap();
    let inputs = inputs.split("\noutputs:").next().unwrap();
    let mut name = String::new();
    let mut defaults = BTreeMap::new();
    for line in inputs.lines() {
        match line.trim().split_once(':').unwrap() {
            ("default", value) => {
                defaults.insert(name.clone(), value.trim().trim_matches('\'').to_owned());
            }
            ("description", _) => {}
            (input, _) => name = input.to_owned(),
        }
    }
    defaults
}

/// Runs a step as a runner does, in `folder`, with these inputs; what stands in `outputs` are those of the step before.
fn run_step(name: &str, folder: &Path, inputs: &[(&str, &str)], outputs: &str) -> Output {
    let Step { variables, script } = step(name);
    let mut values = defaults();
    values.extend(inputs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let value = |expression: &str| match expression.trim_start_matches("${{ ").trim_end_matches(" }}") {
        "github.action_path" => ROOT.to_owned(),
        "steps.build.outputs.program" => outputs.trim().strip_prefix("program=").unwrap().to_owned(),
        input => values[input.strip_prefix("inputs.").unwrap()].clone(),
    };
    let variables = variables.into_iter().map(|(name, expression)| (name, value(&expression)));
    fs::write(folder.join("step.sh"), script).unwrap();
    Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "step.sh"])
        .envs(variables)
        .env("GITHUB_OUTPUT", folder.join("outputs"))
        .current_dir(folder)
        .output()
        .unwrap()
}

#[test]
fn the_action_builds_once_and_checks() {
    let work = folder("action");
    // A program that is there already is not built again, and nothing is fetched.
    fs::create_dir_all(work.join("built/release")).unwrap();
    symlink(program(), work.join("built/release/sayso")).unwrap();
    let build = step("Build sayso").script;
    fs::write(work.join("build.sh"), &build).unwrap();
    let output = Command::new("bash")
        .args(["-euo", "pipefail", "build.sh"])
        .env("SOURCE", ROOT)
        .env("CARGO_TARGET_DIR", work.join("built"))
        .env("GITHUB_OUTPUT", work.join("outputs"))
        .current_dir(&work)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", told(&output));
    let outputs = fs::read_to_string(work.join("outputs")).unwrap();

    fs::create_dir_all(work.join("a b")).unwrap();
    fs::write(work.join("a b/draft.md"), WRONG).unwrap();
    fs::write(work.join("dam.claims"), "2031-05-02 Ann Reed\n    says the dam is safe\n").unwrap();
    let inputs =
        [("paths", "a b\n"), ("against", "dam.claims"), ("sarif", "out.sarif"), ("markdown", "out.md")];
    let output = run_step("Check", &work, &inputs, &outputs);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert!(told(&output).contains("::error file=a b/draft.md,line=5"), "{}", told(&output));
    let sarif: Value = serde_json::from_str(&fs::read_to_string(work.join("out.sarif")).unwrap()).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "dates/weekday-date-mismatch");
    assert!(fs::read_to_string(work.join("out.md")).unwrap().starts_with("**sayso**: 1 error"));

    let hostile = [("paths", "a b/draft.md; echo owned"), ("fail-on", "error")];
    let output = run_step("Check", &work, &hostile, &outputs);
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    assert!(!told(&output).contains("\nowned"), "{}", told(&output));

    fs::write(work.join("a b/draft.md"), RIGHT).unwrap();
    fs::remove_file(work.join("out.md")).unwrap();
    let output = run_step("Check", &work, &[], &outputs);
    assert!(output.status.success(), "{}", told(&output));
}

#[test]
fn the_example_workflow_uses_inputs_that_there_are() {
    let workflow = fs::read_to_string(Path::new(ROOT).join(".github/workflows/drafts.yml")).unwrap();
    let (_, with) = workflow.split_once("- uses: ./\n        with:\n").unwrap();
    let given: Vec<&str> = with
        .lines()
        .take_while(|line| line.starts_with("          "))
        .map(|line| line.trim().split_once(':').unwrap().0)
        .collect();
    assert!(given.len() > 2 && given.iter().all(|input| defaults().contains_key(*input)), "{given:?}");
    for path in ["corpus/ukraine-2022/draft.md", "corpus/ukraine-2022"] {
        assert!(workflow.contains(path) && Path::new(ROOT).join(path).exists());
    }
}

/// What GitLab asks of a report on code quality.
fn quality_schema() -> Value {
    let lines = json!({ "type": "object", "required": ["begin"], "properties": { "begin": { "type": "integer", "minimum": 1 } } });
    let path = json!({ "type": "string", "pattern": "^[^./][^\\\\]*$" });
    let location = json!({ "type": "object", "required": ["path", "lines"], "properties": { "path": path, "lines": lines } });
    let severity = json!({ "enum": ["info", "minor", "major", "critical", "blocker"] });
    let text = json!({ "type": "string", "minLength": 1 });
    let required = ["description", "check_name", "fingerprint", "severity", "location"];
    let properties = json!({
        "description": text, "check_name": text, "fingerprint": text, "severity": severity, "location": location,
    });
    json!({ "type": "array", "minItems": 2, "items": { "type": "object", "required": required, "properties": properties } })
}

#[test]
fn the_job_for_gitlab_writes_its_report() {
    let work = folder("gitlab");
    fs::create_dir_all(work.join(".sayso/bin")).unwrap();
    symlink(program(), work.join(".sayso/bin/sayso")).unwrap();
    fs::create_dir_all(work.join("drafts")).unwrap();
    // One finding twice: GitLab shows one of two with the same fingerprint.
    fs::write(work.join("drafts/a.md"), WRONG.to_owned() + "\nOn Monday, Jan. 25, 2022, the council met.\n")
        .unwrap();
    let job = fs::read_to_string(Path::new(ROOT).join(".gitlab/sayso.yml")).unwrap();
    let (_, script) = job.split_once("  script:\n").unwrap();
    let script: Vec<&str> = script.lines().map_while(|line| line.strip_prefix("    - ")).collect();
    let output = Command::new("bash")
        .args(["-eo", "pipefail", "-c", &script.join("\n")])
        .env("SAYSO_PATHS", "drafts")
        .current_dir(&work)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let report = job.split_once("codequality: ").unwrap().1.trim();
    let report: Value = serde_json::from_str(&fs::read_to_string(work.join(report)).unwrap()).unwrap();
    let faults: Vec<String> = jsonschema::validator_for(&quality_schema())
        .unwrap()
        .iter_errors(&report)
        .map(|fault| fault.to_string())
        .collect();
    assert_eq!(faults, Vec::<String>::new());
    let prints: std::collections::BTreeSet<&str> =
        report.as_array().unwrap().iter().map(|it| it["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), report.as_array().unwrap().len());
}
