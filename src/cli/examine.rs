//! Drafts read and checked, and what of the findings is to be reported; nothing is printed here.

use super::against::Against;
use super::args::{CheckArgs, Form};
use super::input::{self, Input, Text};
use super::packs::{self, Loaded};
use super::reply::Failure;
use super::settings::Given;
use super::since::changed_lines;
use super::threads::map_in_order;
use crate::check::{DRAFT, DRAFT_TEXT, Heard, Kit, Stats, Verdict, check, read, suppress, verdicts};
use crate::claim::Medium;
use crate::compare::Statement;
use crate::document::Document;
use crate::finding::{Finding, Severity};
use crate::pack::Rule;
use crate::record::files::open;
use crate::record::{Io, Record};
use crate::report::{Look, Shelf, Tally};
use crate::settings::{Baseline, Choice};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// What drafts are held against, and how.
pub(super) struct Bench {
    pub against: Against,
    pub rules: Vec<Rule>,
    pub given: Given,
    kit: Kit,
    choice: Choice,
}

/// A draft that was checked.
pub(super) struct Examined {
    pub draft: Document,
    /// What was read in it, where a report shows more than findings.
    pub statements: Vec<Statement>,
    pub verdicts: Vec<Verdict>,
    /// What archives have on it.
    pub archived: Vec<Record>,
    /// All that it was held against, where that is more than the record of the bench.
    pub recorded: Option<Vec<Statement>>,
    /// What is reported, in the order of the draft.
    pub findings: Vec<Finding>,
    /// The gravest finding, shown or not.
    pub gravest: Option<Severity>,
    pub tally: Tally,
    /// Where they are asked for.
    pub stats: Option<Stats>,
}

/// All that a run of `sayso check` comes to.
pub(super) struct Examination {
    pub bench: Bench,
    pub examined: Vec<Examined>,
    /// What could not be read.
    pub errors: Vec<Io>,
}

/// Checks the drafts that the arguments name.
pub(super) fn examine(args: &CheckArgs, look: Look) -> Result<Examination, Failure> {
    let Loaded { rules, kit, given } = packs::of_args(&args.packs, &args.texts.paths, look)?;
    let choice = Choice { select: args.select.clone(), ignore: args.ignore.clone() };
    check_choice(&choice, &rules)?;
    let Input { texts, recorded, mut errors } = input::find(&args.texts);
    let against = given.settings.record_paths().map(|path| given.path(path));
    let against: Vec<PathBuf> = against.chain(args.against.iter().cloned()).collect();
    let mut against = Against::read(recorded, &against, &kit)?;
    errors.append(&mut against.record.errors);
    let bench = Bench { against, rules, given, kit, choice };
    let results = map_in_order(&texts, args.threads.count(), |text| bench.examine(text, args));
    let (examined, unread) = input::sorted_out(results);
    errors.extend(unread);
    Ok(Examination { bench, examined, errors })
}

fn check_choice(choice: &Choice, rules: &[Rule]) -> Result<(), Failure> {
    choice.unknown_name(rules).map_or(Ok(()), |fault| {
        let help = fault.help.unwrap_or_default();
        Err(Failure::new(&format!("--select, --ignore: {}; {help}", fault.title)))
    })
}

impl Bench {
    fn examine(&self, text: &Text, args: &CheckArgs) -> Result<Option<Examined>, Io> {
        let Some(draft) = text.read(args.texts.date)? else { return Ok(None) };
        let path = self.given.relative(draft.source.name());
        let rules = self.given.settings.rules_for(&path, &self.rules, &self.choice);
        let found = read(&draft, DRAFT, Medium::Draft, &self.kit);
        let (archived, recorded) = self.against.on_record(&found, &rules, &self.kit)?;
        let findings = check(&draft, &found, &recorded, &rules, &self.kit).findings;
        let Heard { findings, let_pass } = suppress(&draft, findings, &self.rules, &rules);
        let mut tally = Tally::of(&found.statements).with_let_pass(let_pass);
        let mut judged = Vec::new();
        if !self.against.is_empty() {
            judged = verdicts(&found, &recorded, &self.kit);
            tally = tally.with_verdicts(&judged);
        }
        let stats = args.stats.then(|| Stats::of(&draft, &found, &recorded, &rules, &self.kit));
        let paged = args.format.iter().any(|output| output.form == Form::Html);
        let statements = if paged { found.statements } else { Vec::new() };
        let recorded = match recorded {
            Cow::Owned(recorded) if paged => Some(recorded),
            _ => None,
        };
        let (verdicts, gravest) = (judged, None);
        Ok(Some(Examined {
            draft,
            statements,
            verdicts,
            archived,
            recorded,
            findings,
            gravest,
            tally,
            stats,
        }))
    }
}

impl Examination {
    /// Leaves out what is known, what stands in old lines, and what is not grave enough to be shown.
    pub(super) fn narrow(&mut self, args: &CheckArgs) -> Result<(), Failure> {
        self.leave_known_alone(args)?;
        if let Some(revision) = &args.since {
            self.examined.iter_mut().try_for_each(|examined| examined.keep_changed(revision))?;
        }
        let settings = &self.bench.given.settings;
        let least =
            args.min_severity.map(Severity::from).or(settings.min_severity()).unwrap_or(Severity::Note);
        self.examined.iter_mut().for_each(|examined| examined.show_from(least));
        Ok(())
    }

    fn leave_known_alone(&mut self, args: &CheckArgs) -> Result<(), Failure> {
        let Some(path) = self.baseline_path(args) else { return Ok(()) };
        let mut baseline = read_baseline(&path)?;
        for examined in &mut self.examined {
            let before = examined.findings.len();
            examined.findings.retain(|finding| !baseline.takes(finding));
            examined.tally.known = before - examined.findings.len();
        }
        Ok(())
    }

    /// The baseline that the arguments or the settings name.
    pub(super) fn baseline_path(&self, args: &CheckArgs) -> Option<PathBuf> {
        let given = &self.bench.given;
        args.baseline.clone().or_else(|| Some(given.path(given.settings.baseline_path()?)))
    }
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
    Baseline::parse(source.text()).map_err(|reason| Failure::new(&format!("{}: {reason}", path.display())))
}

impl Examined {
    /// The draft and all that it was held against; `record` is that of the bench.
    pub(super) fn shelf<'s>(&'s self, record: &'s Record) -> Shelf<'s> {
        let shelf = Shelf::of(DRAFT, &self.draft).with_record(record);
        self.archived.iter().fold(shelf, Shelf::with_record)
    }

    fn keep_changed(&mut self, revision: &str) -> Result<(), Failure> {
        let Some(changed) = changed_lines(Path::new(self.draft.source.name()), revision)? else {
            return Ok(());
        };
        let shelf = Shelf::of(DRAFT, &self.draft);
        self.findings.retain(|finding| {
            let own = finding.labels.iter().filter(|label| matches!(label.file, DRAFT | DRAFT_TEXT));
            let mut places = own.filter_map(|label| Some(shelf.get(label.file)?.places(label.span)));
            places.any(|(from, to)| {
                changed.iter().any(|lines| from.line <= *lines.end() && *lines.start() <= to.line)
            })
        });
        Ok(())
    }

    fn show_from(&mut self, least: Severity) {
        self.gravest = self.findings.iter().map(|finding| finding.severity).max();
        self.findings.retain(|finding| finding.severity >= least);
        self.tally.count(&self.findings);
    }
}
