//! How building an archive, checking a draft against it and checking it in itself grow with its size.
//!
//! `cargo build --release && cargo run --release --example archives -- target/release/sayso [MOST]`; MOST is the largest
//! archive to make, a million claims unless given. The archives lie in `target/tmp/bench`. No test runs this.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod invented;

use invented::{Chance, SIDES, saying, speaker};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

/// Claims of one journal.
const IN_ONE: usize = 20_000;

/// The largest archive that is checked in itself.
const INSIDE: usize = 100_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let sayso = PathBuf::from(arguments.first().expect("the path of the program"));
    let most = arguments.get(1).map_or(1_000_000, |most| most.parse().unwrap());
    let folder = Path::new("target/tmp/bench");
    let draft = folder.join("draft.md");
    fs::create_dir_all(folder).unwrap();
    fs::write(&draft, article()).unwrap();
    println!("   claims  build s  claims/s      MB  check ms  check MB  inside s");
    let mut checks = Vec::new();
    for size in SIZES.into_iter().filter(|size| *size <= most) {
        let (journals, archive) = (folder.join(size.to_string()), folder.join(format!("{size}.db")));
        write(size, &journals);
        let _ = fs::remove_file(&archive);
        let (build, _) = run(&sayso, &[Path::new("archive"), Path::new("build"), &archive, &journals]);
        let against = [Path::new("check"), &draft, Path::new("--against"), &archive];
        let runs = (0..11).map(|_| run(&sayso, &against)).collect::<Vec<_>>();
        let memory = runs.iter().map(|(_, memory)| *memory).max().unwrap();
        let mut times: Vec<Duration> = runs.into_iter().map(|(time, _)| time).collect();
        times.sort();
        let check = times[times.len() / 2];
        let inside =
            (size <= INSIDE).then(|| run(&sayso, &[Path::new("archive"), Path::new("check"), &archive]).0);
        let inside = inside.map_or_else(|| "-".to_owned(), |time| format!("{:.1}", time.as_secs_f64()));
        let (seconds, bytes) = (build.as_secs_f64(), fs::metadata(&archive).unwrap().len());
        println!(
            "{size:>9}  {seconds:>7.2}  {:>8.0}  {:>6}  {:>8.0}  {:>8}  {inside:>8}",
            size as f64 / seconds,
            bytes >> 20,
            check.as_secs_f64() * 1000.0,
            memory >> 10,
        );
        checks.push((size as f64, check.as_secs_f64()));
    }
    if let [.., (small, before), (large, after)] = checks.as_slice() {
        println!("exponent of the check: {:.2}", (after / before).ln() / (large / small).ln());
    }
}

/// How long the program takes, and the most memory it was seen to hold, in kB (on Linux).
fn run(sayso: &Path, arguments: &[&Path]) -> (Duration, usize) {
    let start = Instant::now();
    let mut child =
        Command::new(sayso).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        let held = fs::read_to_string(&status).unwrap_or_default();
        let held = held.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        most = most.max(held.map_or(0, |held| held.trim().trim_end_matches(" kB").parse().unwrap_or(0)));
        std::thread::sleep(Duration::from_millis(1));
    }
    (start.elapsed(), most)
}

/// Journals of `size` claims over twenty years.
fn write(size: usize, folder: &Path) {
    let mut chance = Chance(size as u64);
    fs::create_dir_all(folder).unwrap();
    for journal in 0..size.div_ceil(IN_ONE) {
        let mut text = String::new();
        for _ in 0..IN_ONE.min(size - journal * IN_ONE) {
            let rank = chance.rank(1_400);
            let (year, month, day) = (2005 + chance.below(20), 1 + chance.below(12), 1 + chance.below(28));
            let (words, quoted) = saying(&mut chance);
            let mark = if quoted { "\"" } else { "" };
            let side = SIDES[rank % SIDES.len()];
            writeln!(text, "{year}-{month:02}-{day:02} {} ({side})", speaker(rank)).unwrap();
            writeln!(text, "    says {mark}{words}{mark}\n").unwrap();
        }
        fs::write(folder.join(format!("{journal:03}.claims")), text).unwrap();
    }
}

/// A draft of 900 words by the same chance, with the same speakers.
fn article() -> String {
    let mut chance = Chance(7);
    let mut text = "---\ntitle: What they said\ndate: 2015-06-10\n---\n".to_owned();
    let mut count = 0;
    while count < 900 {
        let (who, (words, quoted)) = (speaker(chance.rank(1_400)), saying(&mut chance));
        let sentence = if quoted {
            format!("“{}{},” {who} said on Monday.", words[..1].to_uppercase(), &words[1..])
        } else {
            format!("{who} said on Tuesday that {words}.")
        };
        count += sentence.split_whitespace().count();
        text.push_str(&sentence);
        text.push_str(if chance.below(3) == 0 { "\n\n" } else { " " });
    }
    text
}
