//! Of several rules that find the same two claims, only the one that says most reports.

#![cfg(test)]

use assert_cmd::Command;

fn found(draft: &str) -> Vec<String> {
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let arguments = "check - --isolated --date 2031-05-04 --select divergence,topics --format concise";
    let output = sayso.args(arguments.split(' ')).write_stdin(draft).output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    let lines = String::from_utf8(output.stdout).unwrap();
    let rule = |line: &str| Some(line.split_once('[')?.1.split_once(']')?.0.to_owned());
    lines.lines().filter_map(rule).collect()
}

#[test]
fn a_rule_about_a_topic_stands_instead_of_the_general_one() {
    for (rule, draft) in [
        (
            "topics/health-guidance",
            "The health agency said the water was safe. The mayor said the water was not safe.",
        ),
        ("topics/outlook", "The bank said a recession was likely. The union said a recession was unlikely."),
        (
            "topics/responsibility",
            "The mayor said the firm was responsible for the leak. The firm said it was not responsible for the leak.",
        ),
        (
            "divergence/opposed-assessment",
            "The union said the bridge was safe. The mayor said the bridge was not safe.",
        ),
    ] {
        assert_eq!(found(draft), [rule], "{draft}");
    }
}
