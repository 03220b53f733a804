//! `sayso baseline`.

use super::args::BaselineArgs;
use super::examine::{Examination, examine, read_baseline};
use super::reply::{Failure, Reply};
use crate::finding::Finding;
use crate::record::Io;
use crate::report::{Look, counted};
use crate::settings::Baseline;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where the baseline goes unless arguments or settings say so.
const NAME: &str = "sayso-baseline.json";

pub(super) fn run(args: &BaselineArgs, look: Look) -> Result<Reply, Failure> {
    if args.prune && !(args.check.select.is_empty() && args.check.ignore.is_empty()) {
        let message =
            "--prune with --select or --ignore would take out what was not looked at; leave one of them out";
        return Err(Failure::new(message));
    }
    let mut examination = examine(&args.check, look)?;
    // What could not be read has findings that nobody knows; a baseline without them would report them as new.
    let mut reply = Reply::default();
    reply.fail(std::mem::take(&mut examination.errors));
    if !reply.err.is_empty() {
        return Ok(reply);
    }
    for (path, findings) in by_baseline(&examination, args) {
        let found = Baseline::of(findings);
        let (kept, told) = if args.prune { pruned(&path, &found)? } else { renewed(&path, found)? };
        std::fs::write(&path, kept.print()).map_err(|error| Io::of_writing(&path, &error))?;
        reply.out.push_str(&format!("{}: {told}\n", path.display()));
    }
    Ok(reply)
}

/// What was found, by the baseline that it goes to: settings may name one each.
fn by_baseline<'e>(examination: &'e Examination, args: &BaselineArgs) -> BTreeMap<PathBuf, Vec<&'e Finding>> {
    let mut by_path: BTreeMap<PathBuf, Vec<&Finding>> = BTreeMap::new();
    for bench in &examination.benches {
        by_path.entry(bench.baseline_path(&args.check).unwrap_or(PathBuf::from(NAME))).or_default();
    }
    for examined in &examination.examined {
        let path = examined.bench.baseline_path(&args.check).unwrap_or(PathBuf::from(NAME));
        by_path.entry(path).or_default().extend(&examined.findings);
    }
    by_path
}

fn pruned(path: &Path, found: &Baseline) -> Result<(Baseline, String), Failure> {
    let old = read_baseline(path)?;
    let kept = old.pruned(found);
    let gone = old.len() - kept.len();
    Ok((kept, format!("{} no longer there and taken out", counted(gone, "finding"))))
}

fn renewed(path: &Path, found: Baseline) -> Result<(Baseline, String), Failure> {
    if path.exists() {
        // Whatever else bears the name is not written over.
        read_baseline(path)?;
    }
    let told = format!("{} will be left alone", counted(found.len(), "finding"));
    Ok((found, told))
}
