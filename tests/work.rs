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
    // The top of a repository, from which paths are told.
    fs::create_dir(root.join(".git")).unwrap();
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

/// Runs a step as a runner does, in `folder`, with these inputs and outputs of steps before; gives its own outputs too.
fn run_step(name: &str, folder: &Path, inputs: &[(&str, &str)], outputs: &str) -> (Output, String) {
    let Step { variables, script } = step(name);
    let mut values = defaults();
    values.extend(inputs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let output_of =
        |name: &str| outputs.lines().find_map(|line| line.strip_prefix(&format!("{name}="))).unwrap();
    let value = |expression: &str| match expression.trim_start_matches("${{ ").trim_end_matches(" }}") {
        "github.action_path" => ROOT.to_owned(),
        "steps.build.outputs.program" => output_of("program").to_owned(),
        "steps.source.outputs.digest" => output_of("digest").to_owned(),
        input => values[input.strip_prefix("inputs.").unwrap()].clone(),
    };
    let variables = variables.into_iter().map(|(name, expression)| (name, value(&expression)));
    fs::write(folder.join("step.sh"), script).unwrap();
    fs::write(folder.join("outputs"), "").unwrap();
    let output = Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "step.sh"])
        .envs(variables)
        .env("GITHUB_OUTPUT", folder.join("outputs"))
        .env("CARGO_TARGET_DIR", folder.join("built"))
        .env("PATH", format!("{}:{}", folder.join("bin").display(), std::env::var("PATH").unwrap()))
        .current_dir(folder)
        .output()
        .unwrap();
    (output, fs::read_to_string(folder.join("outputs")).unwrap())
}

/// A cargo that writes down what it is asked, and leaves a program.
fn cargo_that_only_tells(work: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let tell = format!(
        "#!/bin/sh\necho \"$@\" >> '{0}/asked'\nmkdir -p '{0}/built/release'\nln -sf '{1}' '{0}/built/release/sayso'\n",
        work.display(),
        program().display()
    );
    fs::create_dir_all(work.join("bin")).unwrap();
    fs::write(work.join("bin/cargo"), tell).unwrap();
    fs::set_permissions(work.join("bin/cargo"), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn the_action_builds_each_source_once() {
    let work = folder("builds");
    cargo_that_only_tells(&work);
    let (_, source) = run_step("Look at the source", &work, &[], "");
    assert_eq!(source.trim().strip_prefix("digest=").unwrap().len(), 64, "{source}");
    assert_eq!(run_step("Look at the source", &work, &[], "").1, source);
    let builds = |source: &str| {
        let (output, outputs) = run_step("Build sayso", &work, &[], source);
        assert!(output.status.success(), "{}", told(&output));
        assert_eq!(outputs.trim(), format!("program={}", work.join("built/release/sayso").display()));
        fs::read_to_string(work.join("asked")).unwrap().lines().count()
    };
    assert_eq!([builds(&source), builds(&source)], [1, 1], "nothing is built twice");
    assert_eq!([builds("digest=other"), builds("digest=other")], [2, 2], "what has changed is built anew");
}

#[test]
fn the_action_checks_what_it_is_given() {
    let work = folder("action");
    for folder in ["a b", "news/today"] {
        fs::create_dir_all(work.join(folder)).unwrap();
    }
    fs::write(work.join("a b/draft.md"), WRONG).unwrap();
    fs::write(work.join("news/today/[1].md"), WRONG).unwrap();
    fs::write(work.join("dam.claims"), "2031-05-02 Ann Reed\n    says the dam is safe\n").unwrap();
    let built = format!("program={}", program().display());
    let check = |inputs: &[(&str, &str)]| {
        let (output, _) = run_step("Check", &work, inputs, &built);
        (output.status.code(), told(&output))
    };
    let inputs = [
        ("paths", "  a b\r\n\n\tnews/**/*.md"),
        ("against", " *.claims"),
        ("sarif", "out.sarif"),
        ("markdown", "out.md"),
    ];
    let (code, report) = check(&inputs);
    assert_eq!(code, Some(1), "{report}");
    for file in ["a b/draft.md", "news/today/[1].md"] {
        assert!(report.contains(&format!("::error file={file},line=5")), "{report}");
    }
    let sarif: Value = serde_json::from_str(&fs::read_to_string(work.join("out.sarif")).unwrap()).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "dates/weekday-date-mismatch");
    assert!(fs::read_to_string(work.join("out.md")).unwrap().starts_with("**sayso**: 2 errors"));
    let (_, report) = check(&[("paths", "news/today/[1].md")]);
    assert!(report.contains("file=news/today/[1].md"), "a path goes before a pattern: {report}");

    let hostile = [("paths", "a b/draft.md; echo owned\n$(echo owned)\n`echo owned`"), ("fail-on", "error")];
    let (code, report) = check(&hostile);
    assert!(code == Some(2) && !report.contains("\nowned"), "{report}");
    let (code, report) = check(&[("paths", "none/*.md")]);
    assert!(code == Some(2) && report.contains("none/*.md: there is no such file"), "{report}");

    fs::write(work.join("a b/draft.md"), RIGHT).unwrap();
    let (code, report) = check(&[("paths", "a b")]);
    assert_eq!(code, Some(0), "{report}");
}

#[test]
fn the_example_workflow_uses_inputs_that_there_are() {
    let workflow = fs::read_to_string(Path::new(ROOT).join(".github/workflows/drafts.yml")).unwrap();
    let (_, with) = workflow.split_once("- uses: ./\n        with:\n").unwrap();
    let given: Vec<&str> = with
        .lines()
        .take_while(|line| line.starts_with("          "))
        .filter(|line| !line.starts_with("           "))
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

/// The lines of the script of GitLab's job.
fn gitlab_script() -> String {
    let job = fs::read_to_string(Path::new(ROOT).join(".gitlab/sayso.yml")).unwrap();
    let (_, script) = job.split_once("  script:\n").unwrap();
    let (script, _) = script.split_once("  artifacts:").unwrap();
    let lines = script.lines().filter(|line| *line != "    - |");
    lines
        .map(|line| line.strip_prefix("    - ").or(line.strip_prefix("      ")).unwrap().to_owned() + "\n")
        .collect()
}

/// Runs the job in `work`, cloning from `source`.
fn gitlab(work: &Path, source: &Path, paths: &str) -> Output {
    Command::new("bash")
        .args(["-eo", "pipefail", "-c", &gitlab_script()])
        .env("SAYSO_PATHS", paths)
        .env("SAYSO_SOURCE", source)
        .env("SAYSO_REF", "HEAD")
        .env("PATH", format!("{}:{}", work.join("bin").display(), std::env::var("PATH").unwrap()))
        .current_dir(work)
        .output()
        .unwrap()
}

#[test]
fn the_job_for_gitlab_builds_what_has_moved() {
    let work = folder("gitlab-builds");
    cargo_that_only_tells(&work);
    fs::create_dir_all(work.join(".sayso")).unwrap();
    symlink("../built/release", work.join(".sayso/bin")).unwrap();
    fs::write(work.join("a.md"), RIGHT).unwrap();
    let source = folder("gitlab-source");
    fs::remove_dir(source.join(".git")).unwrap();
    git(&source, &["init", "--quiet"]);
    let builds = || {
        let output = gitlab(&work, &source, "a.md");
        assert!(output.status.success(), "{}", told(&output));
        fs::read_to_string(work.join("asked")).unwrap().lines().count()
    };
    git(&source, &["commit", "--quiet", "--allow-empty", "--message", "one"]);
    assert_eq!([builds(), builds()], [1, 1]);
    git(&source, &["commit", "--quiet", "--allow-empty", "--message", "two"]);
    assert_eq!([builds(), builds()], [2, 2]);
    let asked = fs::read_to_string(work.join("asked")).unwrap();
    assert!(asked.ends_with(&format!("--rev {}\n", git(&source, &["rev-parse", "HEAD"]))), "{asked}");
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
    fs::create_dir_all(work.join("news/two words")).unwrap();
    fs::write(work.join("news/two words/b.md"), WRONG).unwrap();
    // Nothing can be asked of a source that is not there: what was built before is taken.
    let output = gitlab(&work, &work.join("away"), "  drafts\n\n\tnews/*/b.md ");
    let job = fs::read_to_string(Path::new(ROOT).join(".gitlab/sayso.yml")).unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let report = job.split_once("codequality: ").unwrap().1.trim();
    let report: Value = serde_json::from_str(&fs::read_to_string(work.join(report)).unwrap()).unwrap();
    let faults: Vec<String> = jsonschema::validator_for(&quality_schema())
        .unwrap()
        .iter_errors(&report)
        .map(|fault| fault.to_string())
        .collect();
    assert_eq!(faults, Vec::<String>::new());
    assert!(
        report.as_array().unwrap().iter().any(|it| it["location"]["path"] == "news/two words/b.md"),
        "{report}"
    );
    let prints: std::collections::BTreeSet<&str> =
        report.as_array().unwrap().iter().map(|it| it["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), report.as_array().unwrap().len());
}
