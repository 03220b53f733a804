//! `sayso lsp`: the language server on standard input and output.

use super::args::LspArgs;
use super::bench::{Bench, Examined, Wanted};
use super::clock::today;
use super::input::{is_journal, is_readme};
use super::packs::{self, of_file};
use super::reply::Failure;
use super::settings::Finder;
use super::wire::{Incoming, receive, refuse, send};
use crate::check::{DRAFT, record_statements};
use crate::document::{self, Document, DocumentKind, Format};
use crate::grammar::journal;
use crate::lsp::{Desk, Judged, Session, Sheet, State};
use crate::record::of_sources;
use crate::report::json::PlacedFinding;
use crate::report::{Look, explain_page};
use crate::settings::Choice;
use crate::text::{Source, SourceMap};
use std::collections::BTreeMap;
use std::io::stdout;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

/// Answers an editor until it says that the session is over, or goes away.
pub(super) fn run(args: LspArgs) -> ExitCode {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut input = std::io::stdin().lock();
        loop {
            let incoming = receive(&mut input);
            let is_last = matches!(incoming, Incoming::End);
            if sender.send(incoming).is_err() || is_last {
                return;
            }
        }
    });
    let mut session = Session::new(Workbench { args, benches: BTreeMap::new(), complaints: Vec::new() });
    match serve(&mut session, &receiver) {
        State::Ended { orderly: true } => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// Takes all messages that have come before it checks anything, so that fast typing never waits for old checks.
fn serve(session: &mut Session<Workbench>, receiver: &Receiver<Incoming>) -> State {
    let mut state = State::New;
    loop {
        let incoming = match receiver.try_recv() {
            Err(TryRecvError::Empty) => {
                session.settle();
                if deliver(session).is_err() {
                    return state;
                }
                receiver.recv().unwrap_or(Incoming::End)
            }
            incoming => incoming.unwrap_or(Incoming::End),
        };
        match incoming {
            Incoming::Message(message) => state = session.receive(message),
            Incoming::Odd => {}
            Incoming::Refused(refusal) => {
                if refuse(&mut stdout().lock(), &refusal).is_err() {
                    return state;
                }
            }
            Incoming::End => return state,
        }
        if deliver(session).is_err() || matches!(state, State::Ended { .. }) {
            return state;
        }
    }
}

fn deliver(session: &mut Session<Workbench>) -> std::io::Result<()> {
    let mut stdout = stdout().lock();
    session.take_outbox().iter().try_for_each(|message| send(&mut stdout, message))
}

/// What open texts are checked with, by their settings files.
struct Workbench {
    args: LspArgs,
    benches: BTreeMap<Option<PathBuf>, Arc<Bench>>,
    /// What of the record could not be read.
    complaints: Vec<String>,
}

impl Desk for Workbench {
    fn check(&mut self, source: Source, format: Option<Format>) -> Result<Sheet, String> {
        let path = PathBuf::from(source.name());
        let bench = self.bench(&path).map_err(Failure::into_message)?;
        if is_journal(&path) {
            let faults = journal::parse(&source).faults;
            let map = SourceMap::identity(source.text().len());
            let prose = source.text().to_owned();
            return Ok(on_record(Document { faults, map, prose, ..document::read(source) }, &bench));
        }
        let format = format.unwrap_or(Format::of_name(source.name()));
        let mut draft = document::read_as(source, format);
        draft.meta.date = draft.meta.date.or(self.args.date);
        if draft.meta.kind != DocumentKind::Draft || is_readme(&path) {
            return Ok(on_record(draft, &bench));
        }
        let wanted = Wanted { statements: true, stats: false, today: Some(today()) };
        bench
            .examine(draft, wanted)
            .map(|examined| checked(examined, format))
            .map_err(|error| error.to_string())
    }

    fn explain(&mut self, path: &Path, rule: &str) -> Option<String> {
        let given = &self.bench(path).ok()?.given;
        let named = given.settings.rule_paths().map(|path| given.path(path));
        let named: Vec<PathBuf> = named.chain(self.args.packs.rules.iter().cloned()).collect();
        // Checks do without the examples that a page shows.
        let rules = packs::filed_rules(&named, Look::PLAIN).ok()?;
        let known = rules.iter().find(|known| known.rule.id == rule)?;
        Some(explain_page(&known.rule, &known.conditions(), Look::PLAIN.columns))
    }

    fn complaints(&mut self) -> Vec<String> {
        std::mem::take(&mut self.complaints)
    }

    fn forget(&mut self) {
        self.benches.clear();
    }
}

impl Workbench {
    /// What the text at a path is checked with. The record of an editor's texts is what settings and arguments name.
    fn bench(&mut self, path: &Path) -> Result<Arc<Bench>, Failure> {
        let file = Finder::new(&self.args.packs.config).file_for(path);
        let file = file.and_then(|file| std::path::absolute(file).ok());
        if let Some(known) = self.benches.get(&file) {
            return Ok(Arc::clone(known));
        }
        let loaded = of_file(&self.args.packs, file.as_deref(), Look::PLAIN)?;
        // Editors take whole paths.
        let against: Vec<PathBuf> =
            self.args.against.iter().filter_map(|path| std::path::absolute(path).ok()).collect();
        let bench = Arc::new(Bench::new(loaded, Choice::default(), Vec::new(), &against)?);
        self.complaints.extend(bench.against.record.errors.iter().map(ToString::to_string));
        self.benches.insert(file, Arc::clone(&bench));
        Ok(bench)
    }
}

/// A text of the record: its claims can be looked at, and nothing of it is a finding.
fn on_record(draft: Document, bench: &Bench) -> Sheet {
    let record = of_sources([draft.source.clone()], DRAFT);
    let statements = record_statements(&record, &bench.kit);
    let format = Format::of_name(draft.source.name());
    Sheet { draft, format, statements, verdicts: BTreeMap::new(), findings: Vec::new() }
}

fn checked(examined: Examined, format: Format) -> Sheet {
    let shelf = examined.shelf();
    let findings = examined.findings.iter().map(|finding| PlacedFinding::new(finding, &shelf)).collect();
    let verdicts = examined.verdicts.iter().map(|verdict| {
        let by = verdict.on_record.and_then(|index| {
            let claim = &examined.recorded().get(index)?.claim;
            let shelved = shelf.get(claim.origin.file)?;
            Some((shelved.source.name().to_owned(), shelved.places(claim.focus()).0))
        });
        (verdict.claim, Judged { standing: verdict.standing, by })
    });
    let verdicts = verdicts.collect();
    Sheet { verdicts, findings, format, statements: examined.statements, draft: examined.draft }
}
