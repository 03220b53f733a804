//! `sayso check`.

use super::args::{CheckArgs, Form, Output, TextArgs};
use super::input::{self, Input, Text};
use super::packs;
use super::reply::{Exit, Failure, Reply};
use super::threads::map_in_order;
use crate::check::{DRAFT, Heard, Kit, Verdict, check, read, record_statements, suppress, verdicts};
use crate::claim::Medium;
use crate::compare::Statement;
use crate::document::Document;
use crate::finding::{Finding, Severity};
use crate::pack::Rule;
use crate::record::{Io, Record};
use crate::report::json::{CheckedFile, Envelope, PlacedFault, PlacedFinding};
use crate::report::{InputFault, Look, Sheet, Shelf, Tally, page};

/// What drafts are held against, and how.
struct Bench {
    record: Record,
    statements: Vec<Statement>,
    rules: Vec<Rule>,
    kit: Kit,
}

/// A draft that was checked.
struct Examined {
    draft: Document,
    /// What was read in it, where a report shows more than findings.
    statements: Vec<Statement>,
    verdicts: Vec<Verdict>,
    /// In the order of the draft.
    findings: Vec<Finding>,
    /// The gravest of all findings, shown or not.
    gravest: Option<Severity>,
    tally: Tally,
}

pub(super) fn run(args: &CheckArgs, look: Look) -> Result<Reply, Failure> {
    let (rules, kit) = packs::of_args(&args.packs, look)?;
    let Input { texts, recorded, mut errors } = input::find(&args.texts);
    let record = input::record(recorded, &args.against);
    let statements = record_statements(&record, &kit);
    let bench = Bench { record, statements, rules, kit };
    let results = map_in_order(&texts, args.threads.count(), |text| examine(text, &bench, args));
    let (examined, unread) = input::sorted_out(results);
    let (mut reply, unwritten) = reports(&args.format, &examined, &bench, look)?;
    reply.exit = if args.exit_zero { Exit::Clean } else { exit(&examined, args.fail_on.into()) };
    reply.note(faults(&examined, &bench.record), look);
    errors.extend(unread);
    errors.extend(unwritten);
    errors.extend(bench.record.errors);
    reply.fail(errors);
    Ok(reply)
}

fn examine(text: &Text, bench: &Bench, args: &CheckArgs) -> Result<Option<Examined>, Io> {
    let TextArgs { date, .. } = args.texts;
    let Some(draft) = text.read(date)? else { return Ok(None) };
    let found = read(&draft, DRAFT, Medium::Draft, &bench.kit);
    let findings = check(&draft, &found, &bench.statements, &bench.rules, &bench.kit).findings;
    let Heard { mut findings, let_pass } = suppress(&draft, findings, &bench.rules);
    let gravest = findings.iter().map(|finding| finding.severity).max();
    findings.retain(|finding| finding.severity >= args.min_severity.into());
    let mut tally = Tally::of(&findings, &found.statements).with_let_pass(let_pass);
    let mut judged = Vec::new();
    if !bench.statements.is_empty() {
        judged = verdicts(&found, &bench.statements, &bench.kit);
        tally = tally.with_verdicts(&judged);
    }
    let paged = args.format.iter().any(|output| output.form == Form::Html);
    let statements = if paged { found.statements } else { Vec::new() };
    Ok(Some(Examined { draft, statements, verdicts: judged, findings, gravest, tally }))
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

fn report(output: &Output, examined: &[Examined], bench: &Bench, look: Look) -> Reply {
    match output.form {
        Form::Human => for_people(examined, &bench.record, look),
        Form::Html => Reply::printed(for_browsers(examined, bench)),
        Form::Machine(format) => {
            Reply::printed(format.print(&for_machines(examined, &bench.record), &bench.rules))
        }
    }
}

/// Findings, a blank line after each, and their sum; nothing at all for clean drafts.
fn for_people(examined: &[Examined], record: &Record, look: Look) -> Reply {
    let mut reply = Reply::default();
    for Examined { draft, findings, tally, .. } in examined {
        let shelf = Shelf::of(DRAFT, draft).with_record(record);
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
    let shelves = examined.iter().map(|it| Shelf::of(DRAFT, &it.draft).with_record(&bench.record));
    let shelves: Vec<Shelf> = shelves.collect();
    let sheets = examined.iter().zip(&shelves).map(|(it, shelf)| Sheet {
        draft: &it.draft,
        statements: &it.statements,
        verdicts: &it.verdicts,
        findings: &it.findings,
        shelf,
    });
    let sum = Tally::sum(examined.iter().map(|draft| draft.tally.clone()));
    page(&sheets.collect::<Vec<_>>(), &bench.statements, &bench.rules, &sum)
}

fn for_machines(examined: &[Examined], record: &Record) -> Envelope {
    let files = examined.iter().map(|Examined { draft, tally, .. }| CheckedFile {
        name: draft.source.name().to_owned(),
        date: draft.meta.date,
        claims: tally.claims,
    });
    let findings = examined.iter().flat_map(|Examined { draft, findings, .. }| {
        let shelf = Shelf::of(DRAFT, draft).with_record(record);
        findings.iter().map(|finding| PlacedFinding::new(finding, &shelf)).collect::<Vec<_>>()
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
