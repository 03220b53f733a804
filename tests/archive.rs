//! The archive: the same answers as a folder, and nothing lost whatever happens to it.

#![cfg(test)]

use assert_cmd::Command;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::time::Duration;

/// Exit code, standard output and standard error of `sayso` with arguments, run in the repository's root.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = sayso.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// The path of an archive of this test's own that is not there yet.
fn fresh(name: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("archives").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder.join("record.db").to_string_lossy().into_owned()
}

/// A journal of so many claims beside the archive.
fn journal(archive: &str, name: &str, claims: usize) -> String {
    let mut text = String::new();
    for number in 0..claims {
        let day = number % 28 + 1;
        writeln!(text, "2031-05-{day:02} Marta Lind\n    says dam {number} has held for {number} days")
            .unwrap();
    }
    let path = Path::new(archive).with_file_name(name);
    fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

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
            run(&["check", &draft, "--against", &archive]),
            run(&["check", &draft, "--against", &story])
        );
    }
}

#[test]
fn an_archive_of_everything_finds_what_one_story_does() {
    let archive = fresh("all");
    assert_eq!(run(&["archive", "build", &archive, "corpus"]).0, 0);
    for (story, draft) in drafts().into_iter().step_by(5) {
        let (mine, theirs) =
            (run(&["check", &draft, "--against", &archive]), run(&["check", &draft, "--against", "corpus"]));
        assert_eq!(mine, theirs, "{story}");
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
    run(&["archive", "add", &archive, &journal]);
    assert!(
        run(&["archive", "stats", &archive]).1.starts_with("1 claim by 1 speaker from 1 file, 2031-05-09")
    );
    let (_, found, _) = run(&["archive", "query", &archive, "dam"]);
    assert!(found.ends_with("dam.claims:2:10: Marta Lind, 9 May 2031: dam 7 has burst\n"), "{found}");
    assert_eq!(found.lines().count(), 1);
    assert_eq!(run(&["archive", "query", &archive, "“Dam”,"]).1, found);
    let none = (1, String::new(), "no claim has all these words\n".to_owned());
    assert_eq!(run(&["archive", "query", &archive, "dam harbour"]), none);
    let (code, _, err) = run(&["archive", "query", &archive, "", "\""]);
    assert!(code == 2 && err.starts_with("error: there is no word to look for"), "{err}");
}

/// Whoever is killed while adding leaves an archive with whole files only, to which the rest can be added.
#[cfg(unix)]
#[test]
fn whoever_is_killed_leaves_nothing_half_done() {
    let archive = fresh("killed");
    let first = journal(&archive, "first.claims", 50);
    let second = journal(&archive, "second.claims", 3000);
    run(&["archive", "add", &archive, &first]);
    for wait in [0, 5, 20, 60, 150, 400, 900] {
        let mut adding = Process::new(assert_cmd::cargo::cargo_bin!("sayso"))
            .args(["archive", "add", &archive, &second])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        // SIGKILL: the program learns nothing of it.
        let _ = adding.kill();
        adding.wait().unwrap();
        let (code, out, err) = run(&["archive", "stats", &archive]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.starts_with("50 claims ") || out.starts_with("3050 claims "), "{out}");
    }
    assert_eq!(run(&["archive", "add", &archive, &second]).0, 0);
    assert!(run(&["archive", "stats", &archive]).1.starts_with("3050 claims "));
    let (_, found, _) = run(&["archive", "query", &archive, "2999"]);
    assert_eq!(found.lines().count(), 1, "{found}");
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
    connection.execute_batch("PRAGMA user_version = 4; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
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

/// The archive with some bytes of it changed.
fn change(archive: &str, from: &[u8], to: &[u8]) {
    let mut bytes = fs::read(archive).unwrap();
    let at = bytes.windows(from.len()).position(|window| window == from).unwrap();
    bytes[at..at + to.len()].copy_from_slice(to);
    fs::write(archive, bytes).unwrap();
}

#[test]
fn an_archive_that_was_cut_short_is_not_read() {
    let archive = fresh("cut-short");
    let journal = journal(&archive, "dam.claims", 300);
    run(&["archive", "add", &archive, &journal]);
    rusqlite::Connection::open(&archive).unwrap().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let whole = fs::read(&archive).unwrap();
    for missing in [1, 4_000, 5_000] {
        fs::write(&archive, &whole[..whole.len() - missing]).unwrap();
        let (code, _, err) = run(&["check", "corpus/ukraine-2022/draft.md", "--against", &archive]);
        let place = format!("it ends after {} of {} bytes", whole.len() - missing, whole.len());
        assert!(code == 2 && err.contains(&place), "{missing}: {err}");
    }
    fs::write(&archive, &whole).unwrap();
    assert_eq!(run(&["archive", "stats", &archive]).0, 0);
}

#[test]
fn damage_is_told_by_whoever_meets_it() {
    let archive = fresh("damaged");
    let journal = journal(&archive, "dam.claims", 300);
    run(&["archive", "add", &archive, &journal]);
    assert!(
        run(&["archive", "verify", &archive]).1.starts_with("whole: 300 claims by 1 speaker from 1 file")
    );
    let whole = fs::read(&archive).unwrap();
    let told = |arguments: &[&str], place: &str| {
        let (code, out, err) = run(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains(&format!("this archive is damaged{place}")), "{err}");
        assert!(
            err.ends_with("; take a copy that is whole, or build the archive anew from the files\n"),
            "{err}"
        );
    };

    change(&archive, b"says dam 77 has", b"says dam 78 has");
    told(&["archive", "query", &archive, "77"], ": passage 78 of ");
    told(&["archive", "verify", &archive], ": passage 78 of ");

    fs::write(&archive, &whole[..whole.len() / 2]).unwrap();
    told(&["archive", "stats", &archive], "");
    told(&["archive", "query", &archive, "dam"], "");

    fs::write(&archive, &whole).unwrap();
    let connection = rusqlite::Connection::open(&archive).unwrap();
    connection
        .execute_batch("DELETE FROM claims WHERE name LIKE '%a%'; PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    drop(connection);
    told(&["archive", "stats", &archive], ": of 300 claims there are ");
}

/// An archive from a stranger in which something runs by itself, or a table is none.
#[test]
fn an_archive_with_tables_of_others_is_not_used() {
    let endless = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x";
    let ways = [
        "CREATE TRIGGER t AFTER INSERT ON files BEGIN DELETE FROM claims; END".to_owned(),
        format!("DROP TABLE claims; CREATE VIEW claims AS {endless} AS id, 'Lind' AS speaker FROM n"),
        "DROP TABLE terms; CREATE TABLE terms (terms, rank, words)".to_owned(),
        "DROP TABLE links".to_owned(),
    ];
    for way in ways {
        let archive = fresh("of others");
        let journal = journal(&archive, "dam.claims", 20);
        run(&["archive", "add", &archive, &journal]);
        rusqlite::Connection::open(&archive).unwrap().execute_batch(&way).unwrap();
        for arguments in [&["archive", "stats", &archive][..], &["archive", "add", &archive, &journal]] {
            let (code, _, err) = run(arguments);
            assert!(code == 2 && err.contains("its tables are not those that sayso makes"), "{way}: {err}");
        }
    }
    let archive = fresh("with a view of mine");
    let journal = journal(&archive, "dam.claims", 20);
    run(&["archive", "add", &archive, &journal]);
    let own = "CREATE VIEW mine AS SELECT speaker FROM claims; DELETE FROM counter";
    rusqlite::Connection::open(&archive).unwrap().execute_batch(own).unwrap();
    assert!(run(&["archive", "query", &archive, "dam"]).1.contains("Marta Lind"));
    assert!(run(&["archive", "stats", &archive]).2.contains("this archive is damaged; take a copy"));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let pipe = fresh("pipe");
    assert!(Process::new("mkfifo").arg(&pipe).status().unwrap().success());
    let (code, _, err) = run(&["check", "corpus/ukraine-2022/draft.md", "--against", &pipe]);
    assert!(code == 2 && err.contains("this is neither a file nor a folder"), "{err}");
    let (code, _, err) = run(&["archive", "stats", &pipe]);
    assert!(code == 2 && err.contains("this is no archive of sayso"), "{err}");
}

/// Wherever an archive is overwritten, nothing but an answer or an error comes of it.
#[test]
fn no_damage_is_met_with_a_crash() {
    let archive = fresh("overwritten");
    let journal = journal(&archive, "dam.claims", 200);
    run(&["archive", "add", &archive, &journal]);
    let whole = fs::read(&archive).unwrap();
    for start in (0..whole.len()).step_by(whole.len() / 12) {
        let mut damaged = whole.clone();
        damaged[start..whole.len().min(start + 700)].fill(0xA5);
        fs::write(&archive, damaged).unwrap();
        for arguments in [["stats", &archive, ""], ["query", &archive, "dam"], ["verify", &archive, ""]] {
            let given: Vec<&str> =
                ["archive"].into_iter().chain(arguments).filter(|it| !it.is_empty()).collect();
            let (code, _, err) = run(&given);
            assert!(
                code == 0 && err.is_empty() || code == 2 && err.contains("archive"),
                "{start} {given:?} {err}"
            );
        }
    }
}

#[cfg(unix)]
#[test]
fn an_archive_can_be_read_where_nothing_can_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let archive = fresh("read only & 100 %");
    let journal = journal(&archive, "dam.claims", 20);
    run(&["archive", "add", &archive, &journal]);
    let folder = Path::new(&archive).parent().unwrap();
    fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
    // Whoever may do anything is not kept from writing either.
    let is_kept = fs::write(folder.join("mine"), "").is_err();
    let stats = run(&["archive", "stats", &archive]);
    let adding = run(&["archive", "add", &archive, &journal]);
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    assert!(stats.1.starts_with("20 claims "), "{}", stats.2);
    assert!(
        !is_kept || adding.2.contains("opening this archive is not permitted; ask for the right to it"),
        "{}",
        adding.2
    );
}

/// A file that may not grow stands in for a disk that is full.
#[cfg(unix)]
#[test]
fn a_full_disk_loses_nothing() {
    let archive = fresh("full");
    let first = journal(&archive, "first.claims", 20);
    run(&["archive", "add", &archive, &first]);
    let second = journal(&archive, "second.claims", 20_000);
    let mut limited = Process::new("sh");
    limited.args(["-c", "ulimit -f 1200; trap '' XFSZ; exec \"$@\"", "sh"]);
    let sayso = assert_cmd::cargo::cargo_bin!("sayso");
    let output = limited.arg(sayso).args(["archive", "add", &archive, &second]).output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("nothing that was in the archive is lost; make room and run it again"), "{err}");
    assert!(run(&["archive", "stats", &archive]).1.starts_with("20 claims "));
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
