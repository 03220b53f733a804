//! `sayso relate --group`: claims of one key after the other in, conflicts out.

use super::args::{ActorFiles, ChoosingArgs, PackArgs, RelateArgs};
use super::packs::{self, Loaded};
use super::records::{Records, records};
use super::reply::{Failure, deliver_each};
use crate::block::{Group, Groups, KeyedLine, Misplaced};
use crate::check::conflicts;
use crate::report::{Look, conflict_line};
use std::io::BufRead;
use std::path::Path;
use std::process::ExitCode;

const EXPECTED: &str = "expected a claim as `sayso claims --input ndjson` of this version prints it";

/// Answers as it reads: the claims of one key are held in memory, and of those only so many.
pub(super) fn run(path: &Path, args: &RelateArgs, look: Look) -> ExitCode {
    let packs = PackArgs {
        rules: args.rules.clone(),
        actors: ActorFiles { files: Vec::new() },
        choosing: ChoosingArgs { no_weights: false, min_confidence: None },
        scale: args.scale,
        config: args.config.clone(),
    };
    let prepared = packs::of_here(&packs, look).and_then(|loaded| Ok((loaded, records(path)?)));
    match prepared {
        Err(failure) => failure.into_reply().deliver(),
        Ok((loaded, lines)) => {
            let groups = Groups::new(&loaded.rules, &loaded.kit);
            let answers = Answers { lines, groups: Some(groups), unsorted: false, loaded: &loaded };
            deliver_each(answers.filter(|answer| answer.as_ref().map_or(true, |found| !found.is_empty())))
        }
    }
}

struct Answers<'a, R> {
    lines: Records<R>,
    /// `None` when nothing more will come.
    groups: Option<Groups<'a>>,
    /// Nothing more is read: whatever stood behind would be as far from its like.
    unsorted: bool,
    loaded: &'a Loaded,
}

impl<R: BufRead> Iterator for Answers<'_, R> {
    type Item = Result<String, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let Some(line) = Some(&mut self.lines).filter(|_| !self.unsorted).and_then(Iterator::next) else {
            let last = self.groups.take()?.close();
            return Some(Ok(last.map(|group| self.found(&group)).unwrap_or_default()));
        };
        Some(line.and_then(|(number, line)| {
            let fault = |what: String| self.lines.fault(number, &what, EXPECTED);
            let line = std::str::from_utf8(&line).map_err(|_| fault("this is not UTF-8".to_owned()))?;
            let claim = KeyedLine::read(line).map_err(|wrong| fault(wrong.to_string()))?;
            let taken = self.groups.as_mut().map(|groups| groups.take(claim)).transpose();
            self.unsorted = matches!(taken, Err(Misplaced::Unsorted(_)));
            let done = taken.map_err(|wrong| fault(wrong.to_string()))?.flatten();
            Ok(done.map(|group| self.found(&group)).unwrap_or_default())
        }))
    }
}

impl<R> Answers<'_, R> {
    fn found(&self, group: &Group) -> String {
        let Loaded { rules, kit, .. } = self.loaded;
        let found = rules.iter().flat_map(|rule| conflicts(group, rule, kit));
        found.map(|conflict| conflict_line(&conflict, group)).collect()
    }
}
