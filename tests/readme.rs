//! What README.md shows is what the program prints.
//!
//! In a block marked `console`, a line `$ sayso …` is run in the repository's folder and the lines below it are
//! compared with what it prints, cut with `| head -N` where the line says so. `UPDATE_README=1 cargo test --test
//! readme` writes anew what has changed.

#![cfg(test)]

use assert_cmd::Command;
use sayso::check::{Kit, Outcome, try_examples, unnoticed};
use sayso::pack::{RuleSource, Workpiece, mutants};
use std::fs;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// The README with the output of every command as it is now, and how many commands there are.
fn played(readme: &str) -> (String, usize) {
    let (mut text, mut commands, mut inside) = (String::new(), 0, false);
    for line in readme.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ => {}
        }
        let command = line.strip_prefix("$ ").filter(|_| inside);
        if command.is_some() || !inside || line == "```console" {
            text.push_str(line);
            text.push('\n');
        }
        if let Some(output) = command.and_then(output_of) {
            text.push_str(&output);
            commands += 1;
        }
    }
    (text, commands)
}

/// What a command prints; `None` for those of other programs.
fn output_of(command: &str) -> Option<String> {
    let (command, most) = match command.split_once(" | head -") {
        Some((command, most)) => (command, most.parse().unwrap()),
        None => (command, usize::MAX),
    };
    let arguments = command.strip_prefix("sayso ").or(command.strip_prefix("cargo run --release -- "))?;
    let mut program = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = program.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments.split(' ')).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    Some(printed.lines().take(most).map(|line| format!("{line}\n")).collect())
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = fs::read_to_string(README).unwrap();
    let (played, commands) = played(&readme);
    assert!(commands > 0, "no command was found");
    if std::env::var_os("UPDATE_README").is_some() {
        return fs::write(README, &played).unwrap();
    }
    assert_same(&readme, &played);
}

/// The block of that language that holds `words`.
fn block<'r>(readme: &'r str, language: &str, words: &str) -> &'r str {
    let fence = format!("```{language}\n");
    let blocks = readme.split(&fence).skip(1);
    blocks.map(|rest| rest.split("```").next().unwrap()).find(|block| block.contains(words)).unwrap()
}

#[test]
fn the_journal_of_the_readme_is_in_canonical_form() {
    let readme = fs::read_to_string(README).unwrap();
    let journal = block(&readme, "", "Marta Lind");
    assert_eq!(sayso::grammar::journal::format(journal).as_deref(), Ok(journal));
}

#[test]
fn the_rule_of_the_readme_does_as_its_examples_say() {
    let readme = fs::read_to_string(README).unwrap();
    let text = block(&readme, "toml", "deals/deal-or-no-deal").to_owned();
    let source = RuleSource { path: "rules/deals/deal-or-no-deal.toml".to_owned(), text };
    let pack = sayso::pack::load([source.clone()]);
    assert!(pack.faults.is_empty(), "{:?}", pack.faults);
    let tried = try_examples(&pack.rules[0], &Kit::builtin());
    let wrong: Vec<_> = tried
        .iter()
        .filter(|tried| tried.outcome() != Outcome::Right)
        .map(|tried| tried.scene.example.number)
        .collect();
    assert!(tried.len() == 3 && wrong.is_empty(), "{wrong:?}");
    let piece = Workpiece::of(&source, None).unwrap();
    let survivors = unnoticed(&tried, &piece, mutants(&piece, |_| true), &Kit::builtin());
    assert!(survivors.is_empty(), "`sayso test --mutate` fails: {:?}", survivors[0].key);
}

/// Like `assert_eq!`, but tells the first line that differs.
fn assert_same(written: &str, printed: &str) {
    let lines = written.lines().zip(printed.lines()).enumerate();
    for (number, (written, printed)) in lines {
        assert_eq!(written, printed, "line {} of README.md; UPDATE_README=1 writes it anew", number + 1);
    }
    assert_eq!(written.lines().count(), printed.lines().count());
}
