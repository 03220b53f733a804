//! `sayso archive check`: where the claims of an archive conflict, each text by its own settings.

use crate::archive::Archive;
use crate::check::{Conflict, DRAFT, Gathered, Kit, conflicts, passage_statements};
use crate::cli::args::{InsideArgs, ListFormat};
use crate::cli::packs::{self, ByText, Loaded, all_rules};
use crate::cli::reply::{Exit, Failure, Reply};
use crate::cli::threads::map_in_order;
use crate::compare::Statement;
use crate::finding::{Finding, Severity};
use crate::pack::Rule;
use crate::record::{Record, RecordFile};
use crate::report::{Look, Shelf, conflict_line, counted};
use crate::resolve::who::Headers;
use crate::settings::Choice;
use crate::text::FileId;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

/// Conflicts between the claims of the archive, each rule for itself.
pub(super) fn run(args: &InsideArgs, look: Look) -> Result<Reply, Failure> {
    let record = Archive::open(&args.archive)?.whole(FileId(DRAFT.0 + 1))?;
    let names = record.files.iter().map(|file| Path::new(file.source().name()));
    let by_text = packs::of_texts(&args.packs, names, &[], look)?;
    let usual = by_text.loaded.first().map_or_else(Kit::builtin, |loaded| loaded.kit.clone());
    let mut texts = Texts { record: &record, by_text: &by_text, usual: &usual, rules: BTreeMap::new() };
    let threads = args.threads.count();
    let read = map_in_order(&record.files, threads, |file| texts.statements(file));
    let name = |statement: &Statement| {
        record.source(statement.claim.origin.file).map(|source| source.name().to_owned()).unwrap_or_default()
    };
    let gathered = Gathered::of(read.into_iter().flatten().collect(), name);
    let rules = all_rules(by_text.loaded.iter().map(|loaded| loaded.rules.as_slice()));
    let found = map_in_order(&rules, threads, |rule| conflicts(&gathered, rule, &usual));
    let all = rules
        .iter()
        .zip(found)
        .flat_map(|(rule, found)| found.into_iter().map(move |conflict| (rule, conflict)));
    let found: Vec<Conflict> = all.filter_map(|(rule, conflict)| texts.graded(rule, conflict)).collect();
    let exit = if found.is_empty() { Exit::Clean } else { Exit::Findings };
    let (out, verbatim) = match args.format {
        ListFormat::Jsonl => {
            (found.iter().map(|conflict| conflict_line(conflict, &gathered)).collect(), true)
        }
        ListFormat::Table => (shown(&found, gathered.statements.len(), &record, look), false),
    };
    Ok(Reply { out, exit, verbatim, ..Reply::default() })
}

fn shown(found: &[Conflict], claims: usize, record: &Record, look: Look) -> String {
    let shelf = Shelf::default().with_record(record);
    let shown: String = found.iter().map(|conflict| look.finding(&conflict.finding, &shelf) + "\n").collect();
    format!("{shown}{} in {}\n", counted(found.len(), "conflict"), counted(claims, "claim"))
}

/// The texts of an archive with what settings make of the rules for them.
struct Texts<'t> {
    record: &'t Record,
    by_text: &'t ByText,
    /// What claims are read with whose text has nothing of its own.
    usual: &'t Kit,
    /// For texts in which something was found.
    rules: BTreeMap<FileId, Cow<'t, [Rule]>>,
}

impl<'t> Texts<'t> {
    fn statements(&self, file: &RecordFile) -> Vec<Statement> {
        let kit = self.loaded(file.id).map_or(self.usual, |loaded| &loaded.kit);
        passage_statements(self.record, file, 0..usize::MAX, &Headers::new(&kit.actors), kit)
    }

    /// The finding as the settings of the text that it stands in have it, if they have its rule at all.
    fn graded(&mut self, rule: &Rule, conflict: Conflict) -> Option<Conflict> {
        let finding = conflict.finding;
        let own = self.rules(finding.labels.first()?.file)?.iter().find(|own| own.id == rule.id)?;
        let severity = match finding.severity {
            severity if severity == rule.severity => own.severity,
            // What made it less grave than its rule does so still.
            Severity::Note => Severity::Note,
            weakened => own.severity.min(weakened),
        };
        Some(Conflict { finding: Finding { severity, ..finding }, ..conflict })
    }

    fn rules(&mut self, file: FileId) -> Option<&[Rule]> {
        if !self.rules.contains_key(&file) {
            let (loaded, name) = (self.loaded(file)?, self.record.source(file)?.name());
            let path = loaded.given.relative(name);
            let rules = loaded.given.settings.rules_for(&path, &loaded.rules, &Choice::default());
            self.rules.insert(file, rules);
        }
        self.rules.get(&file).map(|rules| &**rules)
    }

    fn loaded(&self, file: FileId) -> Option<&'t Loaded> {
        let number = self.record.files.binary_search_by_key(&file, |file| file.id).ok()?;
        self.by_text.loaded.get(*self.by_text.of_text.get(number)?)
    }
}
