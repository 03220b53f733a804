//! Archives for tests.

use assert_cmd::Command;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Exit code, standard output and standard error of `sayso` with arguments, run in the repository's root.
pub fn run(arguments: &[&str]) -> (i32, String, String) {
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output = sayso.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// The path of an archive of this test's own that is not there yet.
pub fn fresh(name: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("archives").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder.join("record.db").to_string_lossy().into_owned()
}

/// A journal of so many claims beside the archive.
pub fn journal(archive: &str, name: &str, claims: usize) -> String {
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
