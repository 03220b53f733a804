//! `sayso baseline`.

use super::args::BaselineArgs;
use super::examine::{examine, read_baseline};
use super::reply::{Failure, Reply};
use crate::record::Io;
use crate::report::{Look, counted};
use crate::settings::Baseline;
use std::path::PathBuf;

/// Where the baseline goes unless arguments or settings say so.
const NAME: &str = "sayso-baseline.json";

pub(super) fn run(args: &BaselineArgs, look: Look) -> Result<Reply, Failure> {
    if args.prune && !(args.check.select.is_empty() && args.check.ignore.is_empty()) {
        let message =
            "--prune with --select or --ignore would take out what was not looked at; leave one of them out";
        return Err(Failure::new(message));
    }
    let mut examination = examine(&args.check, look)?;
    let path = examination.baseline_path(&args.check).unwrap_or(PathBuf::from(NAME));
    let found = Baseline::of(examination.examined.iter().flat_map(|examined| &examined.findings));
    let (kept, told) = if args.prune {
        let old = read_baseline(&path)?;
        let kept = old.pruned(&found);
        let gone = old.len() - kept.len();
        (kept, format!("{} no longer there and taken out", counted(gone, "finding")))
    } else {
        let told = format!("{} will be left alone", counted(found.len(), "finding"));
        (found, told)
    };
    // What could not be read has findings that nobody knows; a baseline without them would report them as new.
    let mut reply = Reply::default();
    reply.fail(std::mem::take(&mut examination.errors));
    if reply.err.is_empty() {
        if path.exists() {
            // Whatever else bears the name is not written over.
            read_baseline(&path)?;
        }
        std::fs::write(&path, kept.print()).map_err(|error| Io::of(&path, &error))?;
        reply.out = format!("{}: {told}\n", path.display());
    }
    Ok(reply)
}
