//! `sayso check`.

use super::args::{CheckArgs, Form, Output};
use super::bench::{Bench, Examined};
use super::examine::{Examination, examine};
use super::input;
use super::paths::repository;
use super::reply::{Exit, Failure, Reply};
use super::screen::harmless;
use crate::check::Stats;
use crate::document::Document;
use crate::finding::Severity;
use crate::record::Io;
use crate::report::json::{CheckedFile, Envelope, PlacedFault, PlacedFinding, Unread};
use crate::report::{InputFault, Look, Sheet, Shelf, Tally, counted, page, stats_table, verdict_table};
use crate::text::visible;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) fn run(args: &CheckArgs, look: Look) -> Result<Reply, Failure> {
    let mut examination = examine(args, look)?;
    examination.narrow(args)?;
    check_targets(args, &examination)?;
    let (mut reply, unwritten) = reports(&args.format, &examination, look)?;
    let Examination { benches, examined, mut errors, .. } = examination;
    if !args.exit_zero {
        reply.exit = exit(&examined, args);
        reply.err.extend(examined.iter().find_map(|draft| failed_unseen(draft, args)));
    }
    reply.note(faults(&benches, &examined), look);
    if args.stats {
        let stats = Stats::sum(examined.iter().filter_map(|draft| draft.stats.clone()));
        let findings = examined.iter().map(|draft| draft.findings.len()).sum();
        reply.err.push_str(&stats_table(&stats, findings, look.columns));
    }
    errors.extend(unwritten);
    reply.fail(errors);
    Ok(reply)
}

fn exit(examined: &[Examined], args: &CheckArgs) -> Exit {
    let fails = |draft: &Examined| draft.gravest >= Some(draft.fail_on(args));
    if examined.iter().any(fails) { Exit::Findings } else { Exit::Clean }
}

/// A word on a run that fails for what it does not show, as its levels ask for.
fn failed_unseen(draft: &Examined, args: &CheckArgs) -> Option<String> {
    let (fail_on, least) = (draft.fail_on(args), draft.min_severity(args));
    let seen = draft.findings.iter().map(|finding| finding.severity).max();
    let unseen = draft.gravest >= Some(fail_on) && seen < Some(fail_on);
    unseen.then(|| {
        let (fail_on, least) = (fail_on.name(), least.name());
        format!(
            "note: the run fails for findings that are not shown (fail-on {fail_on}, min-severity {least}); \
             show them with --min-severity {fail_on}, or let them pass with --fail-on {least}\n"
        )
    })
}

impl Examined {
    /// The least severity that makes the run fail. What is not shown fails no run, unless it is asked to.
    fn fail_on(&self, args: &CheckArgs) -> Severity {
        let asked = args.fail_on.map(Severity::from).or(self.bench.given.settings.fail_on());
        asked.unwrap_or(Severity::Warning.max(self.min_severity(args)))
    }
}

/// The report on standard output, and what could not be written of those that go to files.
fn reports(outputs: &[Output], examination: &Examination, look: Look) -> Result<(Reply, Vec<Io>), Failure> {
    let (to_files, printed): (Vec<&Output>, Vec<&Output>) = outputs.iter().partition(|it| it.file.is_some());
    if printed.len() > 1 {
        let message = "two reports cannot both go to standard output; give one a file, as in `--format sarif=report.sarif`";
        return Err(Failure::new(message));
    }
    let reply = printed.first().map_or_else(Reply::default, |output| report(output, examination, look));
    let written = to_files.into_iter().filter_map(|output| {
        let path = output.file.as_deref()?;
        let Reply { out, verbatim, .. } = report(output, examination, Look::PLAIN);
        let text = if verbatim { out } else { harmless(&out) };
        std::fs::write(path, text).map_err(|error| Io::of_writing(path, &error)).err()
    });
    Ok((reply, written.collect()))
}

/// A report is written over no text that it is about, and over no other report.
fn check_targets(args: &CheckArgs, examination: &Examination) -> Result<(), Failure> {
    let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or(path.to_path_buf());
    let drafts = examination.examined.iter().map(|examined| Path::new(examined.draft.source.name()));
    let files = examination.benches.iter().flat_map(|bench| &bench.against.record.files);
    let recorded = files.map(|file| Path::new(file.source().name()));
    let given = args.against.iter().map(PathBuf::as_path);
    let mut taken: BTreeSet<PathBuf> = drafts.chain(recorded).chain(given).map(whole).collect();
    for path in args.format.iter().filter_map(|output| output.file.as_deref()) {
        if !taken.insert(whole(path)) {
            let message = "a report would be written over a text or another report; name another file";
            return Err(Failure::new(&format!("{}: {message}", path.display())));
        }
    }
    Ok(())
}

fn report(output: &Output, examination: &Examination, look: Look) -> Reply {
    match output.form {
        Form::Human => for_people(examination, look),
        Form::Html => Reply::verbatim(for_browsers(examination)),
        Form::Machine(format) => {
            Reply::verbatim(format.print(&for_machines(examination), &examination.rules()))
        }
    }
}

/// Findings, a blank line after each, verdicts if they are wanted, and the sum; nothing at all for clean drafts.
fn for_people(Examination { benches, examined, verdicts, .. }: &Examination, look: Look) -> Reply {
    let mut reply = Reply::default();
    let replaced: BTreeSet<&String> = benches.iter().flat_map(|bench| &bench.replaced).collect();
    reply.err.extend(replaced.into_iter().map(String::as_str));
    for examined @ Examined { draft, findings, tally, .. } in examined {
        let shelf = examined.shelf();
        for finding in findings {
            reply.out.push_str(&look.finding(finding, &shelf));
            reply.out.push('\n');
        }
        reply.err.extend(undated(draft, tally));
    }
    if *verdicts {
        reply.out.extend(examined.iter().map(|it| table(it, look)));
    }
    let sum = Tally::sum(examined.iter().map(|draft| draft.tally.clone()));
    if sum.findings() > 0 || sum.hidden > 0 || *verdicts {
        reply.out.push_str(&format!("{sum}\n"));
    }
    reply
}

/// The claims of a draft with their verdicts, a blank line after them.
fn table(examined: &Examined, look: Look) -> String {
    let name = visible(examined.draft.source.name());
    let heading = format!("{name}: {}", counted(examined.judged.len(), "claim"));
    format!("{heading}\n{}\n", verdict_table(&examined.judged, look.columns))
}

/// The page of all drafts.
fn for_browsers(examination: &Examination) -> String {
    let examined = &examination.examined;
    let shelves: Vec<Shelf> = examined.iter().map(Examined::shelf).collect();
    let sheets = examined.iter().zip(&shelves).map(|(it, shelf)| Sheet {
        draft: &it.draft,
        statements: &it.statements,
        verdicts: &it.verdicts,
        record: it.recorded(),
        findings: &it.findings,
        shelf,
    });
    let sum = Tally::sum(examined.iter().map(|draft| draft.tally.clone()));
    page(&sheets.collect::<Vec<_>>(), &examination.rules(), &unread(&examination.errors), &sum)
}

fn for_machines(Examination { benches, examined, errors, .. }: &Examination) -> Envelope {
    let files = examined.iter().map(|Examined { draft, tally, .. }| CheckedFile {
        name: draft.source.name().to_owned(),
        date: draft.meta.date,
        claims: tally.claims,
    });
    let findings = examined.iter().flat_map(|examined| {
        let shelf = examined.shelf();
        examined.findings.iter().map(|finding| PlacedFinding::new(finding, &shelf)).collect::<Vec<_>>()
    });
    let faults = faults(benches, examined).into_iter().map(|fault| PlacedFault::new(&fault)).collect();
    let sum = Tally::sum(examined.iter().map(|draft| draft.tally.clone()));
    let verdicts = examined.iter().flat_map(|it| it.judged.iter().cloned()).collect();
    let envelope = Envelope::new(files.collect(), findings.collect(), faults, verdicts, sum);
    envelope.with_errors(unread(errors)).below(repository())
}

/// What could not be read, each thing once.
fn unread(errors: &[Io]) -> Vec<Unread> {
    let mut unread: Vec<Unread> = errors.iter().map(Unread::new).collect();
    unread.sort_by(|one, other| one.file.cmp(&other.file));
    unread.dedup();
    unread
}

/// The faults of drafts, then those of the record, each once, however many settings name its file.
fn faults<'f>(benches: &'f [Arc<Bench>], examined: &'f [Examined]) -> Vec<InputFault<'f>> {
    let mut seen = BTreeSet::new();
    let recorded = benches.iter().flat_map(|bench| input::record_faults(&bench.against.record));
    let recorded = recorded.filter(|it| seen.insert((it.source.name(), it.fault.span, &it.fault.title)));
    examined.iter().flat_map(|examined| input::faults(&examined.draft)).chain(recorded).collect()
}

/// A word on a draft whose claims stay undated for want of a day.
fn undated(draft: &Document, tally: &Tally) -> Option<String> {
    let name = draft.source.name();
    (draft.meta.date.is_none() && tally.claims > 0).then(|| {
        format!(
            "note: {}: no date, so its claims stay undated; give `date:` in its front matter, or --date\n",
            visible(name)
        )
    })
}
