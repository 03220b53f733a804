//! `sayso check`.

use super::args::{CheckArgs, Form, Output};
use super::examine::{Bench, Examination, Examined, examine};
use super::input;
use super::reply::{Exit, Failure, Reply};
use crate::check::Stats;
use crate::document::Document;
use crate::finding::Severity;
use crate::record::{Io, Record};
use crate::report::json::{CheckedFile, Envelope, PlacedFault, PlacedFinding};
use crate::report::{InputFault, Look, Sheet, Shelf, Tally, page, stats_table};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(super) fn run(args: &CheckArgs, look: Look) -> Result<Reply, Failure> {
    let mut examination = examine(args, look)?;
    examination.narrow(args)?;
    let Examination { bench, examined, mut errors } = examination;
    check_targets(args, &examined, &bench)?;
    let (mut reply, unwritten) = reports(&args.format, &examined, &bench, look)?;
    let fail_on = args.fail_on.map(Severity::from).or(bench.given.settings.fail_on());
    reply.exit = match args.exit_zero {
        true => Exit::Clean,
        false => exit(&examined, fail_on.unwrap_or(Severity::Warning)),
    };
    reply.note(faults(&examined, &bench.against.record), look);
    if args.stats {
        let stats = Stats::sum(examined.iter().filter_map(|draft| draft.stats.clone()));
        let findings = examined.iter().map(|draft| draft.findings.len()).sum();
        reply.err.push_str(&stats_table(&stats, findings, look.columns));
    }
    errors.extend(unwritten);
    reply.fail(errors);
    Ok(reply)
}

fn exit(examined: &[Examined], fail_on: Severity) -> Exit {
    let gravest = examined.iter().filter_map(|draft| draft.gravest).max();
    if gravest >= Some(fail_on) { Exit::Findings } else { Exit::Clean }
}

/// The report on standard output, and what could not be written of those that go to files.
fn reports(
    outputs: &[Output],
    examined: &[Examined],
    bench: &Bench,
    look: Look,
) -> Result<(Reply, Vec<Io>), Failure> {
    let (to_files, printed): (Vec<&Output>, Vec<&Output>) = outputs.iter().partition(|it| it.file.is_some());
    if printed.len() > 1 {
        let message = "two reports cannot both go to standard output; give one a file, as in `--format sarif=report.sarif`";
        return Err(Failure::new(message));
    }
    let reply = printed.first().map_or_else(Reply::default, |output| report(output, examined, bench, look));
    let written = to_files.into_iter().filter_map(|output| {
        let path = output.file.as_deref()?;
        let text = report(output, examined, bench, Look::PLAIN).out;
        std::fs::write(path, text).map_err(|error| Io::of(path, &error)).err()
    });
    Ok((reply, written.collect()))
}

/// A report is written over no text that it is about, and over no other report.
fn check_targets(args: &CheckArgs, examined: &[Examined], bench: &Bench) -> Result<(), Failure> {
    let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or(path.to_path_buf());
    let drafts = examined.iter().map(|examined| Path::new(examined.draft.source.name()));
    let recorded = bench.against.record.files.iter().map(|file| Path::new(file.source().name()));
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

fn report(output: &Output, examined: &[Examined], bench: &Bench, look: Look) -> Reply {
    match output.form {
        Form::Human => for_people(examined, &bench.against.record, look),
        Form::Html => Reply::printed(for_browsers(examined, bench)),
        Form::Machine(format) => {
            Reply::printed(format.print(&for_machines(examined, &bench.against.record), &bench.rules))
        }
    }
}

/// Findings, a blank line after each, and their sum; nothing at all for clean drafts.
fn for_people(examined: &[Examined], record: &Record, look: Look) -> Reply {
    let mut reply = Reply::default();
    for examined @ Examined { draft, findings, tally, .. } in examined {
        let shelf = examined.shelf(record);
        for finding in findings {
            reply.out.push_str(&look.finding(finding, &shelf));
            reply.out.push('\n');
        }
        reply.err.extend(undated(draft, tally));
    }
    let sum = Tally::sum(examined.iter().map(|draft| draft.tally.clone()));
    if sum.findings() > 0 {
        reply.out.push_str(&format!("{sum}\n"));
    }
    reply
}

/// The page of all drafts.
fn for_browsers(examined: &[Examined], bench: &Bench) -> String {
    let shelves: Vec<Shelf> = examined.iter().map(|it| it.shelf(&bench.against.record)).collect();
    let sheets = examined.iter().zip(&shelves).map(|(it, shelf)| Sheet {
        draft: &it.draft,
        statements: &it.statements,
        verdicts: &it.verdicts,
        record: it.recorded.as_deref().unwrap_or(bench.against.statements()),
        findings: &it.findings,
        shelf,
    });
    let sum = Tally::sum(examined.iter().map(|draft| draft.tally.clone()));
    page(&sheets.collect::<Vec<_>>(), &bench.rules, &sum)
}

fn for_machines(examined: &[Examined], record: &Record) -> Envelope {
    let files = examined.iter().map(|Examined { draft, tally, .. }| CheckedFile {
        name: draft.source.name().to_owned(),
        date: draft.meta.date,
        claims: tally.claims,
    });
    let findings = examined.iter().flat_map(|examined| {
        let shelf = examined.shelf(record);
        examined.findings.iter().map(|finding| PlacedFinding::new(finding, &shelf)).collect::<Vec<_>>()
    });
    let faults = faults(examined, record).map(|fault| PlacedFault::new(&fault)).collect();
    let sum = Tally::sum(examined.iter().map(|draft| draft.tally.clone()));
    Envelope::new(files.collect(), findings.collect(), faults, sum)
}

/// The faults of drafts, then those of the record.
fn faults<'f>(examined: &'f [Examined], record: &'f Record) -> impl Iterator<Item = InputFault<'f>> {
    let drafts = examined.iter().flat_map(|examined| input::faults(&examined.draft));
    drafts.chain(input::record_faults(record))
}

/// A word on a draft whose claims stay undated for want of a day.
fn undated(draft: &Document, tally: &Tally) -> Option<String> {
    let name = draft.source.name();
    (draft.meta.date.is_none() && tally.claims > 0).then(|| {
        format!(
            "note: {name}: no date, so its claims stay undated; give `date:` in its front matter, or --date\n"
        )
    })
}
