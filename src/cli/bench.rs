//! What the texts below one settings file are checked with, and the check of one of them.

use super::against::Against;
use super::args::{CheckArgs, Form};
use super::clock::today;
use super::packs::Loaded;
use super::settings::Given;
use crate::check::{Checked, DRAFT, Heard, Hearing, Kit, Stats, Verdict, check, read, suppress};
use crate::claim::Medium;
use crate::compare::Statement;
use crate::document::Document;
use crate::finding::{Finding, Severity};
use crate::pack::Rule;
use crate::record::{Io, Record};
use crate::report::{PlacedVerdict, Shelf, Tally};
use crate::settings::Choice;
use crate::text::{Source, SourceMap};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

/// Settings, rules, word lists and record.
pub(super) struct Bench {
    pub against: Against,
    pub rules: Vec<Rule>,
    pub given: Given,
    pub kit: Kit,
    /// A word on each rule that is not the built-in one of its id.
    pub replaced: Vec<String>,
    choice: Choice,
    /// Whether there is a record, if an empty one, by which to judge claims.
    pub judges: bool,
}

/// What is wanted of a draft beside findings.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted {
    /// What was read in it, for reports that show more than findings.
    pub statements: bool,
    pub stats: bool,
    /// The day of the run.
    pub today: Option<NaiveDate>,
}

/// A draft that was checked.
pub(super) struct Examined {
    pub draft: Document,
    /// What it was checked with.
    pub bench: Arc<Bench>,
    /// What was read in it, where that is wanted.
    pub statements: Vec<Statement>,
    pub verdicts: Vec<Verdict>,
    /// The verdicts with their places in draft and record.
    pub judged: Vec<PlacedVerdict>,
    /// What archives have on it.
    archived: Vec<Record>,
    /// All that it was held against, where that is more than the record of the bench.
    recorded: Option<Vec<Statement>>,
    /// What is reported, in the order of the draft.
    pub findings: Vec<Finding>,
    /// The gravest finding, shown or not.
    pub gravest: Option<Severity>,
    pub tally: Tally,
    /// Where they are wanted.
    pub stats: Option<Stats>,
}

impl Wanted {
    pub fn by(args: &CheckArgs) -> Wanted {
        let statements = args.format.iter().any(|output| output.form == Form::Html);
        Wanted { statements, stats: args.stats, today: Some(args.today.unwrap_or_else(today)) }
    }
}

impl Bench {
    /// What was loaded, and the record: what was found among the texts, what the settings name, and what is `given`.
    ///
    /// # Errors
    /// An archive cannot be opened.
    pub fn new(loaded: Loaded, choice: Choice, found: Vec<PathBuf>, given: &[PathBuf]) -> Result<Bench, Io> {
        let Loaded { rules, kit, given: settings, replaced } = loaded;
        let named = settings.settings.record_paths().map(|path| settings.path(path));
        let named: Vec<PathBuf> = named.chain(given.iter().cloned()).collect();
        let mut against = Against::read(found, &named, &kit).map_err(|error| settings.blamed(error))?;
        let errors = std::mem::take(&mut against.record.errors).into_iter();
        against.record.errors = errors.map(|error| settings.blamed(error)).collect();
        let judges = !named.is_empty() || !against.is_empty();
        Ok(Bench { against, rules, given: settings, kit, replaced, choice, judges })
    }

    /// Checks a draft.
    ///
    /// # Errors
    /// An archive turns out to be damaged.
    pub fn examine(self: &Arc<Bench>, draft: Document, wanted: Wanted) -> Result<Examined, Io> {
        let path = self.given.relative(draft.source.name());
        let rules = self.given.settings.rules_for(&path, &self.rules, &self.choice);
        let found = read(&draft, DRAFT, Medium::Draft, &self.kit);
        let (archived, recorded) = self.against.on_record(&found, &rules, &self.kit)?;
        let Checked { findings, verdicts } =
            check(&draft, &found, self.judges.then_some(&recorded), &rules, &self.kit);
        let hearing = Hearing { rules: &self.rules, used: &rules, today: wanted.today };
        let Heard { findings, let_pass } = suppress(&draft, findings, hearing);
        let mut tally = Tally::of(&found.statements).with_let_pass(let_pass);
        let mut judged = Vec::new();
        if self.judges {
            let shelf = shelf(&draft, &self.against.record, &archived);
            judged = PlacedVerdict::all(&verdicts, &found.statements, &recorded, &shelf);
            tally = tally.with_verdicts(&verdicts);
        }
        let stats = wanted.stats.then(|| Stats::of(&draft, &found, &recorded, &rules, &self.kit));
        let recorded = match recorded {
            Cow::Owned(recorded) if wanted.statements => Some(recorded),
            _ => None,
        };
        let telling = self.judges || !findings.is_empty() || !draft.faults.is_empty();
        Ok(Examined {
            draft: if wanted.statements { draft } else { told_of(draft, telling) },
            bench: Arc::clone(self),
            statements: if wanted.statements { found.statements } else { Vec::new() },
            verdicts,
            judged,
            archived,
            recorded,
            findings,
            gravest: None,
            tally,
            stats,
        })
    }
}

/// What findings are told with of a draft: its file and the way back to it. Where nothing is told, its name: a run over many
/// drafts holds no text for nothing.
fn told_of(draft: Document, telling: bool) -> Document {
    let draft = Document { prose: String::new(), blocks: Vec::new(), ..draft };
    if telling {
        return draft;
    }
    let source = Source::new(draft.source.name(), "");
    Document { source, map: SourceMap::default(), comments: Vec::new(), ..draft }
}

fn shelf<'s>(draft: &'s Document, record: &'s Record, archived: &'s [Record]) -> Shelf<'s> {
    let shelf = Shelf::of(DRAFT, draft).with_record(record);
    archived.iter().fold(shelf, Shelf::with_record)
}

impl Examined {
    /// The draft and all that it was held against.
    pub fn shelf(&self) -> Shelf<'_> {
        shelf(&self.draft, &self.bench.against.record, &self.archived)
    }

    /// The statements that it was held against.
    pub fn recorded(&self) -> &[Statement] {
        self.recorded.as_deref().unwrap_or(self.bench.against.statements())
    }
}
