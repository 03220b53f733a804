//! `sayso baseline`.

use super::args::BaselineArgs;
use super::bench::Bench;
use super::examine::{Examination, examine, filed_name, read_baseline};
use super::reply::{Failure, Reply};
use super::rewrite::rewrite;
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
    for (path, found) in by_baseline(&examination, args) {
        let (kept, told) = if args.prune { pruned(&path, &found)? } else { renewed(&path, found)? };
        rewrite(&path, &kept.print()).map_err(|error| Io::of_writing(&path, &error))?;
        reply.out.push_str(&format!("{}: {told}\n", path.display()));
    }
    Ok(reply)
}

/// What was found, by the baseline that it goes to: settings may name one each.
fn by_baseline(examination: &Examination, args: &BaselineArgs) -> BTreeMap<PathBuf, Baseline> {
    let path_of = |bench: &Bench| bench.baseline_path(&args.check).unwrap_or(PathBuf::from(NAME));
    let mut by_path: BTreeMap<PathBuf, Baseline> =
        examination.benches.iter().map(|bench| (path_of(bench), Baseline::default())).collect();
    for examined in &examination.examined {
        let path = path_of(&examined.bench);
        let name = filed_name(&path, examined);
        by_path.entry(path).or_default().file(&name, &examined.findings);
    }
    by_path
}

fn pruned(path: &Path, found: &Baseline) -> Result<(Baseline, String), Failure> {
    let old = read_baseline(path)?;
    let before = old.len();
    let kept = old.pruned(found);
    let mut told = format!("{} no longer there and taken out", counted(before - kept.len(), "finding"));
    if kept.unfiled() > 0 {
        let left = counted(kept.unfiled(), "finding");
        told.push_str(&format!(
            "; {left} of an older sayso kept, as they tell no draft; leave --prune out to write all anew"
        ));
    }
    Ok((kept, told))
}

/// What was found, and what is known of drafts that were not looked at.
fn renewed(path: &Path, found: Baseline) -> Result<(Baseline, String), Failure> {
    // Whatever else bears the name is not written over.
    let old = if path.exists() { read_baseline(path)? } else { Baseline::default() };
    let new = found.with_others_of(old);
    let told = format!("{} will be left alone", counted(new.len(), "finding"));
    Ok((new, told))
}
