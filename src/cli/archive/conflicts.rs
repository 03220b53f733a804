//! `sayso archive check`: where the claims of an archive conflict, each text by its own settings.

use crate::archive::Archive;
use crate::check::{DRAFT, Kit, conflicts, passage_statements};
use crate::cli::args::InsideArgs;
use crate::cli::packs::{self, ByText, Loaded, all_rules};
use crate::cli::reply::{Exit, Failure, Reply};
use crate::cli::threads::map_in_order;
use crate::compare::Statement;
use crate::finding::{Finding, Severity};
use crate::pack::Rule;
use crate::record::{Record, RecordFile};
use crate::report::{Look, Shelf, counted};
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
    let mut texts = Texts { record: &record, by_text: &by_text, rules: BTreeMap::new() };
    let threads = args.threads.count();
    let read = map_in_order(&record.files, threads, |file| texts.statements(file));
    let statements: Vec<Statement> = read.into_iter().flatten().collect();
    let rules = all_rules(by_text.loaded.iter().map(|loaded| loaded.rules.as_slice()));
    let usual = by_text.loaded.first().map_or_else(Kit::builtin, |loaded| loaded.kit.clone());
    let found = map_in_order(&rules, threads, |rule| conflicts(&statements, rule, &usual));
    let all = rules
        .iter()
        .zip(found)
        .flat_map(|(rule, found)| found.into_iter().map(move |finding| (rule, finding)));
    let findings: Vec<Finding> = all.filter_map(|(rule, finding)| texts.graded(rule, finding)).collect();
    Ok(reply(&findings, statements.len(), &record, look))
}

fn reply(findings: &[Finding], claims: usize, record: &Record, look: Look) -> Reply {
    let shelf = Shelf::default().with_record(record);
    let mut reply = Reply::default();
    for finding in findings {
        reply.out.push_str(&look.finding(finding, &shelf));
        reply.out.push('\n');
    }
    reply.out.push_str(&format!("{} in {}\n", counted(findings.len(), "conflict"), counted(claims, "claim")));
    reply.exit = if findings.is_empty() { Exit::Clean } else { Exit::Findings };
    reply
}

/// The texts of an archive with what settings make of the rules for them.
struct Texts<'t> {
    record: &'t Record,
    by_text: &'t ByText,
    /// For texts in which something was found.
    rules: BTreeMap<FileId, Cow<'t, [Rule]>>,
}

impl<'t> Texts<'t> {
    fn statements(&self, file: &RecordFile) -> Vec<Statement> {
        let usual = Kit::builtin;
        let kit =
            self.loaded(file.id).map_or_else(|| Cow::Owned(usual()), |loaded| Cow::Borrowed(&loaded.kit));
        passage_statements(self.record, file, 0..usize::MAX, &kit)
    }

    /// The finding as the settings of the text that it stands in have it, if they have its rule at all.
    fn graded(&mut self, rule: &Rule, finding: Finding) -> Option<Finding> {
        let own = self.rules(finding.labels.first()?.file)?.iter().find(|own| own.id == rule.id)?;
        let severity = match finding.severity {
            severity if severity == rule.severity => own.severity,
            // What made it less grave than its rule does so still.
            Severity::Note => Severity::Note,
            weakened => own.severity.min(weakened),
        };
        Some(Finding { severity, ..finding })
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
