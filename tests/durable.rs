//! Archives that are killed, cut short, overwritten or left without room: nothing is lost, and what is wrong is told.

#![cfg(test)]

mod archives;

use archives::{fresh, journal, run};
use std::fs;
use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::time::{Duration, Instant};

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

/// A journal of so few claims that it is read soon, and so long that it is added by itself.
fn long_journal(archive: &str, name: &str) -> String {
    let word = "x".repeat(12_000);
    let entry = |number: usize| {
        format!("2031-05-09 {name} Lind\n    says dam {number} of {name} has held\n    note {word}\n")
    };
    let path = Path::new(archive).with_file_name(format!("{name}.claims"));
    fs::write(&path, (0..LONG).map(entry).collect::<String>()).unwrap();
    path.to_string_lossy().into_owned()
}

/// Claims of a long journal.
const LONG: usize = 100;

#[cfg(unix)]
#[test]
fn what_was_committed_before_a_kill_stays() {
    let archive = fresh("killed late");
    let journals = ["ann", "bo", "cora", "dan"].map(|name| long_journal(&archive, name));
    let add: Vec<&str> =
        ["archive", "add", &archive].into_iter().chain(journals.iter().map(String::as_str)).collect();
    // The number of files that others see.
    let files = || -> i64 {
        let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE;
        let seen = rusqlite::Connection::open_with_flags(&archive, flags)
            .and_then(|it| it.query_row("SELECT files FROM counter", [], |row| row.get(0)));
        seen.unwrap_or_default()
    };
    let mut before = 0;
    for awaited in [1_i64, 2, 3] {
        let mut adding = Process::new(assert_cmd::cargo::cargo_bin!("sayso"))
            .args(&add)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        while files() < awaited && adding.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        let _ = adding.kill();
        adding.wait().unwrap();
        let (code, whole, err) = run(&["archive", "verify", &archive]);
        assert_eq!((code, err.as_str()), (0, ""));
        let now = files();
        assert!(now >= awaited.max(before), "{now} of {before} files");
        assert!(whole.starts_with(&format!("whole: {} claims ", now * LONG as i64)), "{now} files: {whole}");
        before = now;
    }
    assert_eq!(run(&add).0, 0);
    assert!(run(&["archive", "verify", &archive]).1.starts_with("whole: 400 claims "));
}

/// SQLite, left to itself, would look through all claims for each passage that is taken out.
#[test]
fn a_file_is_replaced_sooner_than_it_was_added_however_much_else_there_is() {
    let archive = fresh("replaced");
    let file = journal(&archive, "dam.claims", 2000);
    let start = Instant::now();
    run(&["archive", "add", &archive, &file]);
    let added = start.elapsed();
    let others = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 300000)
        INSERT INTO claims SELECT 1000000 + x, 1000000 + x, '', '', NULL, NULL, NULL, NULL, NULL, '', '', '{}' FROM n;
        UPDATE counter SET claims = claims + 300000";
    let connection = rusqlite::Connection::open(&archive).unwrap();
    connection.execute_batch(&format!("PRAGMA foreign_keys = OFF; {others}")).unwrap();
    drop(connection);
    journal(&archive, "dam.claims", 1);
    let start = Instant::now();
    assert_eq!(run(&["archive", "add", &archive, &file]).0, 0);
    assert!(start.elapsed() < added, "{:?} after {added:?}", start.elapsed());
    assert!(run(&["archive", "stats", &archive]).1.starts_with("300001 claims "));
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
fn a_folder_is_no_archive() {
    let archive = fresh("folder");
    std::fs::create_dir_all(&archive).unwrap();
    for arguments in [["archive", "stats", &archive, ""], ["archive", "add", &archive, "corpus"]] {
        let arguments: Vec<&str> = arguments.into_iter().filter(|it| !it.is_empty()).collect();
        let (code, _, err) = run(&arguments);
        assert!(code == 2 && err.ends_with("this is no archive of sayso; check the name\n"), "{err}");
        assert!(!err.contains("file:"), "{err}");
    }
    std::fs::remove_dir(&archive).unwrap();
}

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

/// Whoever has made room can do the same again.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_no_archive_that_holds_nothing() {
    for room in ["0", "8", "40", "120", "400"] {
        let archive = fresh("begun in vain");
        let journal = journal(&archive, "dam.claims", 1500);
        let sayso = assert_cmd::cargo::cargo_bin!("sayso");
        let mut limited = Process::new("sh");
        limited.args(["-c", &format!("ulimit -f {room}; trap '' XFSZ; exec \"$@\""), "sh"]);
        let output = limited.arg(sayso).args(["archive", "build", &archive, &journal]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{room}: {}", String::from_utf8_lossy(&output.stderr));
        let folder = fs::read_dir(Path::new(&archive).parent().unwrap()).unwrap();
        let left: Vec<_> = folder.map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["dam.claims"], "{room}");
        assert_eq!(run(&["archive", "build", &archive, &journal]).0, 0);
    }
}
