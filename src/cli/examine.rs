//! Drafts read and checked, and what of the findings is to be reported; nothing is printed here.

use super::args::CheckArgs;
use super::bench::{Bench, Examined, Wanted};
use super::input::{self, Input, Text};
use super::packs::{self, ByText, all_rules};
use super::paths::seen_from;
use super::reply::Failure;
use super::since::{changed_lines, changed_lines_of_input};
use super::threads::map_in_order;
use crate::check::{DRAFT, DRAFT_TEXT, sort_by_place};
use crate::finding::{Label, Severity};
use crate::pack::Rule;
use crate::record::Io;
use crate::record::files::open;
use crate::report::{Look, Shelf};
use crate::settings::{Baseline, Choice};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// All that a run of `sayso check` comes to.
pub(super) struct Examination {
    /// One for each settings file, never none.
    pub benches: Vec<Arc<Bench>>,
    pub examined: Vec<Examined>,
    /// What could not be read.
    pub errors: Vec<Io>,
    /// Whether people are shown the verdicts.
    pub verdicts: bool,
}

/// Checks the drafts that the arguments name.
pub(super) fn examine(args: &CheckArgs, look: Look) -> Result<Examination, Failure> {
    let Input { texts, recorded, mut errors } = input::find(&args.texts);
    let ByText { loaded, of_text } =
        packs::of_texts(&args.packs, texts.iter().map(Text::path), &args.texts.paths, look)?;
    let choice = Choice { select: args.select.clone(), ignore: args.ignore.clone() };
    check_choice(&choice, &all_rules(loaded.iter().map(|loaded| loaded.rules.as_slice())))?;
    let mut benches = Vec::new();
    for loaded in loaded {
        let mut bench = Bench::new(loaded, choice.clone(), recorded.clone(), &args.against)?;
        errors.append(&mut bench.against.record.errors);
        benches.push(Arc::new(bench));
    }
    if args.verdicts && !benches.iter().any(|bench| bench.judges) {
        let message = "--verdicts tells how claims stand to the record, and there is none; give it with --against FOLDER";
        return Err(Failure::new(message));
    }
    let work: Vec<(&Text, &Arc<Bench>)> =
        texts.iter().zip(&of_text).filter_map(|(text, set)| Some((text, benches.get(*set)?))).collect();
    let results = map_in_order(&work, args.threads.count(), |(text, bench)| {
        let draft = text.read(args.texts.date)?;
        draft.map(|draft| bench.examine(draft, Wanted::by(args))).transpose()
    });
    let (examined, unread) = input::sorted_out(results);
    errors.extend(unread);
    Ok(Examination { benches, examined, errors, verdicts: args.verdicts })
}

fn check_choice(choice: &Choice, rules: &[Rule]) -> Result<(), Failure> {
    choice.unknown_name(rules).map_or(Ok(()), |fault| {
        let help = fault.help.unwrap_or_default();
        Err(Failure::new(&format!("--select, --ignore: {}; {help}", fault.title)))
    })
}

impl Examination {
    /// Leaves out what is known, what stands in old lines, and what is not grave enough to be shown.
    pub(super) fn narrow(&mut self, args: &CheckArgs) -> Result<(), Failure> {
        self.leave_known_alone(args)?;
        if let Some(revision) = &args.since {
            let typed = args.texts.typed_name();
            self.examined.iter_mut().try_for_each(|examined| examined.keep_changed(revision, typed))?;
        }
        for examined in &mut self.examined {
            examined.show_from(examined.min_severity(args));
        }
        Ok(())
    }

    /// The rules of all settings.
    pub(super) fn rules(&self) -> Cow<'_, [Rule]> {
        all_rules(self.benches.iter().map(|bench| bench.rules.as_slice()))
    }

    fn leave_known_alone(&mut self, args: &CheckArgs) -> Result<(), Failure> {
        let mut baselines: BTreeMap<PathBuf, Baseline> = BTreeMap::new();
        for examined in &mut self.examined {
            let Some(path) = examined.bench.baseline_path(args) else { continue };
            let name = filed_name(&path, examined);
            let baseline = match baselines.entry(path) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => {
                    let baseline = read_baseline(new.key())?;
                    new.insert(baseline)
                }
            };
            let findings = std::mem::take(&mut examined.findings);
            let before = findings.len();
            let new = findings.into_iter().filter_map(|finding| baseline.new_of(&name, finding));
            examined.findings = new.collect();
            examined.tally.known = before - examined.findings.len();
            sort_by_place(&examined.draft, &mut examined.findings);
        }
        Ok(())
    }
}

impl Bench {
    /// The baseline that the arguments or the settings name.
    pub(super) fn baseline_path(&self, args: &CheckArgs) -> Option<PathBuf> {
        let given = &self.given;
        args.baseline.clone().or_else(|| Some(given.path(given.settings.baseline_path()?)))
    }
}

/// What a draft is called in the baseline at `path`: where it lies, seen from there.
pub(super) fn filed_name(path: &Path, examined: &Examined) -> String {
    seen_from(folder_of(path), Path::new(examined.draft.source.name()))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Reads a baseline.
pub(super) fn read_baseline(path: &Path) -> Result<Baseline, Failure> {
    let source = open(path).map_err(|error| match error {
        Io::NotFound { .. } => {
            let message = "there is no such baseline; `sayso baseline` with the same arguments writes it";
            Failure::new(&format!("{}: {message}", path.display()))
        }
        other => other.into(),
    })?;
    let baseline = Baseline::parse(source.text());
    let baseline = baseline.map_err(|reason| Failure::new(&format!("{}: {reason}", path.display())))?;
    Ok(baseline.with_orphans(|name| folder_of(path).join(name).exists()))
}

impl Examined {
    /// Keeps findings with a place in changed lines, led by the first of those; `typed` is the name of standard input.
    fn keep_changed(&mut self, revision: &str, typed: Option<&str>) -> Result<(), Failure> {
        let source = &self.draft.source;
        let changed = match typed == Some(source.name()) {
            true => changed_lines_of_input(source, revision)?,
            false => changed_lines(Path::new(source.name()), revision)?,
        };
        let Some(changed) = changed else { return Ok(()) };
        let shelf = Shelf::of(DRAFT, &self.draft);
        let has_changed = |label: &Label| {
            let own = matches!(label.file, DRAFT | DRAFT_TEXT);
            let places = shelf.get(label.file).filter(|_| own).map(|shelved| shelved.places(label.span));
            places.is_some_and(|(from, to)| {
                changed.iter().any(|lines| from.line <= *lines.end() && *lines.start() <= to.line)
            })
        };
        self.findings.retain_mut(|finding| {
            finding.labels.sort_by_key(|label| !has_changed(label));
            finding.labels.first().is_some_and(has_changed)
        });
        sort_by_place(&self.draft, &mut self.findings);
        Ok(())
    }

    /// The least severity that is shown.
    pub(super) fn min_severity(&self, args: &CheckArgs) -> Severity {
        let asked = args.min_severity.map(Severity::from).or(self.bench.given.settings.min_severity());
        asked.unwrap_or(Severity::Note)
    }

    fn show_from(&mut self, least: Severity) {
        self.gravest = self.findings.iter().map(|finding| finding.severity).max();
        let all = self.findings.len();
        self.findings.retain(|finding| finding.severity >= least);
        self.tally.hidden = all - self.findings.len();
        self.tally.count(&self.findings);
    }
}
