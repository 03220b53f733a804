//! `sayso watch`: checks again whenever a file has changed.
//!
//! Files are looked at every so often: their times and lengths tell. Asking the system to tell of changes costs ten crates
//! and a thread for each system, and does not work on folders that are shared over a network; looking at a thousand files
//! takes a few milliseconds.

use super::args::{CheckArgs, WatchArgs};
use super::check;
use super::reply::{Failure, Reply};
use super::settings::{Finder, Given, read};
use crate::record::files::{has_extension, walk};
use crate::report::{Look, counted};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{ErrorKind, IsTerminal, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

/// Between two looks at the files.
const PAUSE: Duration = Duration::from_millis(300);

/// Added for each file, so that looking never takes more than a small part of the time.
const PAUSE_PER_FILE: Duration = Duration::from_micros(50);

/// What may be a text, a record, settings, rules, actors or a baseline.
const WATCHED: &[&str] = &["md", "markdown", "txt", "claims", "tml", "toml", "json", "db"];

/// Clears the screen and what has scrolled off it.
const CLEAR: &str = "\u{1b}[2J\u{1b}[3J\u{1b}[H";

/// Files as they were when last looked at: how long, and when changed.
type Seen = BTreeMap<PathBuf, Option<(u64, SystemTime)>>;

pub(super) fn run(WatchArgs { check: args }: &WatchArgs, look: Look) -> ExitCode {
    if args.texts.paths.iter().any(|path| path.as_os_str() == "-") {
        let message = "standard input cannot be watched; name files or folders";
        return Failure::new(message).into_reply().deliver();
    }
    if !args.texts.paths.iter().any(|path| path.exists()) {
        // The same words as of a check that finds nothing, which tell what is missing.
        return check::run(args, look).unwrap_or_else(Failure::into_reply).deliver();
    }
    let clear = if stdout().is_terminal() { CLEAR } else { "" };
    let mut seen: Option<Seen> = None;
    loop {
        // Looked at before the check, so that what changes meanwhile is not missed.
        let now = look_at(args, look);
        if seen.as_ref() != Some(&now) {
            let mut reply = match check::run(args, look) {
                // What is wrong from the start waits for no file.
                Err(failure) if seen.is_none() => return failure.into_reply().deliver(),
                checked => checked.unwrap_or_else(Failure::into_reply),
            };
            reply.err.push_str(&format!("watching {}; Ctrl-C ends it\n", counted(now.len(), "file")));
            match reply.print_after(clear) {
                Ok(()) => seen = Some(now),
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
                Err(error) => return Reply::unprintable(&error),
            }
        }
        let files = u32::try_from(seen.as_ref().map_or(0, Seen::len)).unwrap_or(u32::MAX);
        std::thread::sleep(PAUSE + PAUSE_PER_FILE.saturating_mul(files));
    }
}

/// Every file that a check may read: texts, record, settings, and what those name. Not the reports that it writes.
fn look_at(args: &CheckArgs, look: Look) -> Seen {
    let mut paths: Vec<PathBuf> = args.texts.paths.clone();
    let packs = &args.packs;
    let named = [&args.against, &packs.rules, &packs.actors.files].into_iter().flatten();
    paths.extend(named.chain(&args.baseline).cloned());
    for file in settings_files(args) {
        let given = read(Some(&file), look).unwrap_or_default();
        paths.extend(named_by(&given));
        paths.push(file);
    }
    let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or(path.to_path_buf());
    let reports = args.format.iter().filter_map(|output| output.file.as_deref());
    let reports: Vec<PathBuf> = reports.map(whole).collect();
    let files = walk(&paths, |path| has_extension(path, WATCHED)).files.into_iter();
    files
        .filter(|path| reports.is_empty() || !reports.contains(&whole(path)))
        .map(|path| (path.clone(), stamp(&path)))
        .collect()
}

fn settings_files(args: &CheckArgs) -> BTreeSet<PathBuf> {
    let mut finder = Finder::new(&args.packs.config);
    let texts = walk(&args.texts.paths, |path| has_extension(path, WATCHED)).files;
    texts.iter().chain(&args.texts.paths).filter_map(|path| finder.file_for(path)).collect()
}

fn named_by(given: &Given) -> Vec<PathBuf> {
    let settings = &given.settings;
    let named = settings.rule_paths().chain(settings.actor_paths()).chain(settings.record_paths());
    named.chain(settings.baseline_path()).map(|path| given.path(path)).collect()
}

/// Nothing for a file that is gone, so that it is noticed when it comes back.
fn stamp(path: &Path) -> Option<(u64, SystemTime)> {
    let meta = std::fs::metadata(path).ok()?;
    Some((meta.len(), meta.modified().ok()?))
}
