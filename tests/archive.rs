//! The archive: the same answers as a folder.

#![cfg(test)]

mod archives;

use archives::{fresh, journal, run};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn drafts() -> Vec<(String, String)> {
    let stories = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus")).unwrap();
    let stories: Vec<PathBuf> =
        stories.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    let mut drafts = Vec::new();
    for story in stories {
        let name = story.file_name().unwrap().to_string_lossy().into_owned();
        for draft in ["draft.md", "follow-up.md"].iter().filter(|draft| story.join(draft).exists()) {
            drafts.push((format!("corpus/{name}"), format!("corpus/{name}/{draft}")));
        }
    }
    drafts.sort();
    drafts
}

#[test]
fn an_archive_answers_as_its_files_do() {
    let drafts = drafts();
    assert!(drafts.len() > 25);
    for (story, draft) in drafts {
        let archive = fresh("story");
        assert_eq!(run(&["archive", "add", &archive, &story]).0, 0, "{story}");
        assert_eq!(
            run(&["check", &draft, "--against", &archive, "--verdicts"]),
            run(&["check", &draft, "--against", &story, "--verdicts"])
        );
    }
}

#[test]
fn an_archive_of_everything_finds_what_one_story_does() {
    let archive = fresh("all");
    assert_eq!(run(&["archive", "build", &archive, "corpus"]).0, 0);
    for (story, draft) in drafts().into_iter().step_by(5) {
        let against = |record| run(&["check", &draft, "--against", record, "--verdicts"]);
        assert_eq!(against(archive.as_str()), against("corpus"), "{story}");
    }
}

/// A journal in which speakers of three sides say much that does not go together, and a draft that says more of it.
fn quarrel(archive: &str) -> (String, String) {
    let who = ["Marta Lind", "Petra Holm", "Jon Dahl", "Ewa Berg", "Ola Grau", "Ina Falk", "Per Moe"];
    let what = [
        "the dam is safe",
        "the dam is not safe",
        "30 people died in the flood",
        "55 people died in the flood",
        "the offer was a disgrace",
        "the offer is generous and fair",
        "Norland attacked the port",
        "Sudland attacked the port",
        "the bridge will probably hold until the spring",
        "the bridge will hold until the spring",
    ];
    let quotes =
        ["we shall never sell the harbour to anybody abroad", "nobody told us of the water in the cellar"];
    let (mut text, mut draft) = (String::new(), "---\ndate: 2031-06-12\n---\n".to_owned());
    for number in 0..240 {
        let (name, side) = (who[number * 5 % 7], ["Norland", "Sudland", "Estmark"][number % 7 % 3]);
        let words = if number % 9 == 0 && number * 5 % 7 < 4 {
            format!("\"{}\"", quotes[number / 9 % 2])
        } else {
            what[number * 3 % 10].to_owned()
        };
        writeln!(text, "2031-06-{:02} {name} ({side})\n    says {words}\n", 1 + number % 17).unwrap();
    }
    for number in 0..30 {
        let (name, words) = (who[number * 3 % 7], what[number % 10]);
        writeln!(draft, "{name} said on Tuesday that {words}.\n").unwrap();
        writeln!(
            draft,
            "“{},” {} said on Monday.\n",
            quotes[number % 2].replace("we ", "We "),
            who[number % 7]
        )
        .unwrap();
    }
    let (journal, article) =
        (Path::new(archive).with_file_name("r.claims"), Path::new(archive).with_file_name("d.md"));
    fs::write(&journal, text).unwrap();
    fs::write(&article, draft).unwrap();
    (journal.to_string_lossy().into_owned(), article.to_string_lossy().into_owned())
}

#[test]
fn no_key_of_the_index_loses_a_conflict() {
    let archive = fresh("quarrel");
    let (journal, draft) = quarrel(&archive);
    assert_eq!(run(&["archive", "build", &archive, &journal]).0, 0);
    let (code, folder, _) = run(&["check", &draft, "--against", &journal]);
    for rule in
        ["opposed-assessment", "opposed-evaluation", "number-conflict", "blame-conflict", "other-speaker"]
    {
        assert!(folder.contains(rule), "{rule} has nothing to find");
    }
    assert_eq!((code, folder), {
        let (code, out, _) = run(&["check", &draft, "--against", &archive]);
        (code, out)
    });
}

#[test]
fn what_is_there_already_is_not_added_again_and_what_has_changed_is_replaced() {
    let archive = fresh("again");
    let journal = journal(&archive, "dam.claims", 30);
    assert!(run(&["archive", "add", &archive, &journal]).1.starts_with("30 claims added; "));
    let (code, out, err) = run(&["archive", "add", &archive, &journal]);
    assert!(
        code == 0 && err.is_empty() && out.starts_with("nothing new; the archive holds 30 claims"),
        "{out}{err}"
    );

    fs::write(&journal, "2031-05-09 Marta Lind\n    says dam 7 has burst\n").unwrap();
    let told = run(&["archive", "add", &archive, &journal]).1;
    assert!(told.starts_with("1 file read anew, 29 claims fewer; the archive holds 1 claim by"), "{told}");
    assert!(
        run(&["archive", "stats", &archive]).1.starts_with("1 claim by 1 speaker from 1 file, 2031-05-09")
    );
    fs::write(&journal, "2031-05-10 Marta Lind\n    says dam 7 has burst\n").unwrap();
    let told = run(&["archive", "add", &archive, &journal]).1;
    assert!(told.starts_with("1 file read, as many claims as before; the archive holds 1 claim"), "{told}");
    fs::write(&journal, "2031-05-09 Marta Lind\n    says dam 7 has burst\n").unwrap();
    run(&["archive", "add", &archive, &journal]);
    let (_, found, _) = run(&["archive", "query", &archive, "dam"]);
    assert!(found.ends_with("dam.claims:2:10: Marta Lind, 9 May 2031: dam 7 has burst\n"), "{found}");
    assert_eq!(found.lines().count(), 1);
    assert_eq!(run(&["archive", "query", &archive, "“Dam”,"]).1, found);
    let none = (1, String::new(), "no claim has all these words\n".to_owned());
    assert_eq!(run(&["archive", "query", &archive, "dam harbour"]), none);
    let (code, _, err) = run(&["archive", "query", &archive, "", "\""]);
    assert!(code == 2 && err.starts_with("error: there is no word to look for"), "{err}");
}

#[test]
fn others_read_while_one_writes() {
    let archive = fresh("readers");
    let journal = journal(&archive, "dam.claims", 20);
    run(&["archive", "add", &archive, &journal]);
    let writer = rusqlite::Connection::open(&archive).unwrap();
    writer.execute_batch("BEGIN IMMEDIATE; DELETE FROM claims;").unwrap();
    assert!(run(&["archive", "stats", &archive]).1.starts_with("20 claims "));
    fs::write(&journal, "2031-05-09 Marta Lind\n    says dam 7 has burst\n").unwrap();
    let (code, _, err) = run(&["archive", "add", &archive, &journal]);
    assert_eq!(code, 2);
    assert!(
        err.ends_with("another program is writing to this archive; run it again when that is done\n"),
        "{err}"
    );
}

#[test]
fn what_cannot_be_used_is_told_with_a_remedy() {
    let archive = fresh("bad");
    let journal = journal(&archive, "dam.claims", 400);
    let told = |arguments: &[&str]| {
        let (code, _, err) = run(arguments);
        assert_eq!(code, 2, "{err}");
        let typed = Path::new(&archive);
        let here = std::env::current_dir().unwrap();
        let spelt = typed.strip_prefix(here).unwrap_or(typed).to_string_lossy().into_owned();
        err.replace(&archive, "record.db").replace(&spelt, "record.db")
    };
    let mut messages = told(&["archive", "stats", &archive]);
    run(&["archive", "add", &archive, &journal]);
    messages += &told(&["archive", "build", &archive, &journal]);

    let connection = rusqlite::Connection::open(&archive).unwrap();
    connection.execute_batch("PRAGMA user_version = 99").unwrap();
    messages += &told(&["check", "corpus/ukraine-2022/draft.md", "--against", &archive]);
    connection.execute_batch("PRAGMA user_version = 5; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    drop(connection);

    let whole = fs::read(&archive).unwrap();
    let mut damaged = whole.clone();
    let half = damaged.len() / 8;
    damaged[half..].fill(0xA5);
    fs::write(&archive, damaged).unwrap();
    messages += &told(&["archive", "check", &archive]);
    fs::write(&archive, "2031-05-09 Marta Lind\n    says no\n".repeat(40)).unwrap();
    messages += &told(&["archive", "stats", &archive]);
    insta::assert_snapshot!(messages);
}

#[test]
fn an_archive_is_checked_by_the_settings_of_each_text() {
    let archive = fresh("settings");
    let root = Path::new(&archive).parent().unwrap();
    let quarrel = |who: &str| {
        format!(
            "2031-06-01 {who}, minister (Norland)\n    says 30 people died in the {who} flood\n\n\
             2031-06-01 Jon {who}, minister (Sudland)\n    says 55 people died in the {who} flood\n"
        )
    };
    for (folder, settings) in [
        ("plain", ""),
        ("silent", "ignore = [\"divergence\", \"topics\"]\n"),
        ("gentle", "[severity]\n\"divergence/number-conflict\" = \"note\"\n"),
    ] {
        fs::create_dir_all(root.join(folder)).unwrap();
        fs::write(root.join(folder).join("sayso.toml"), settings).unwrap();
        fs::write(root.join(folder).join(format!("{folder}.claims")), quarrel(&format!("Marta {folder}")))
            .unwrap();
    }
    let folders = ["plain", "silent", "gentle"].map(|name| root.join(name).to_string_lossy().into_owned());
    assert_eq!(run(&["archive", "build", &archive, &folders[0], &folders[1], &folders[2]]).0, 0);
    // Severity, rule and leading place of each conflict.
    let conflicts = |more: &[&str]| -> Vec<String> {
        let (_, found, _) = run(&[&["archive", "check", &archive], more].concat());
        let lines: Vec<&str> = found.lines().collect();
        let heads = lines.windows(2).filter(|pair| pair[1].starts_with(" --> "));
        let place = |line: &str| line.rsplit('/').next().unwrap().split(':').next().unwrap().to_owned();
        heads.map(|pair| format!("{} {}", pair[0].split(':').next().unwrap(), place(pair[1]))).collect()
    };
    let found = conflicts(&[]);
    for conflict in
        ["error[divergence/number-conflict] plain.claims", "note[divergence/number-conflict] gentle.claims"]
    {
        assert!(found.contains(&conflict.to_owned()), "{found:?}");
    }
    assert!(!found.iter().any(|it| it.ends_with("silent.claims")), "{found:?}");
    let bare = conflicts(&["--isolated"]);
    assert!(
        bare.iter().any(|it| it.ends_with("silent.claims")) && !bare.iter().any(|it| it.starts_with("note")),
        "{bare:?}"
    );
}
