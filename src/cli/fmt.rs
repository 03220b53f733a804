//! `sayso fmt`.

use super::args::FmtArgs;
use super::input::standard_input;
use super::paths::typed;
use super::reply::{Exit, Failure, Reply};
use super::rewrite::rewrite;
use crate::finding::Severity;
use crate::grammar::journal;
use crate::record::Io;
use crate::record::files::{LONGEST_LIST, has_extension, open, walk};
use crate::report::{InputFault, Look};
use crate::text::{Fault, Source};
use std::path::Path;

pub(super) fn run(args: &FmtArgs, look: Look) -> Result<Reply, Failure> {
    if args.paths.iter().any(|path| path.as_os_str() == "-") {
        let source = standard_input("<stdin>", LONGEST_LIST)?;
        return Ok(piped(&source, args.check, look));
    }
    let found = walk(&args.paths, |path| has_extension(path, &["claims"]));
    let mut reply = Reply::default();
    for path in &found.files {
        match open(path) {
            Ok(source) => file(path, &source, args.check, look, &mut reply),
            Err(error) => reply.fail(vec![error]),
        }
    }
    reply.fail(found.errors);
    Ok(reply)
}

/// Why a journal is not printed anew: bytes that are not UTF-8 would be lost.
fn undecoded(source: &Source) -> Option<String> {
    let first = source.repairs().first()?;
    let line = source.place(first.at).line;
    Some(format!(
        "error: {}:{line}: this is not UTF-8; save the journal as UTF-8, it was left as it is\n",
        source.name()
    ))
}

fn piped(source: &Source, check: bool, look: Look) -> Reply {
    if let Some(err) = undecoded(source) {
        return Reply { err, exit: Exit::Failed, ..Reply::default() };
    }
    match journal::format(source.text()) {
        Ok(printed) if check => Reply { exit: exit(&printed, source), ..Reply::default() },
        Ok(printed) => Reply::verbatim(printed),
        Err(faults) => Reply { err: show(source, &faults, look), exit: Exit::Failed, ..Reply::default() },
    }
}

/// Rewrites one journal, or says that it would be.
fn file(path: &Path, source: &Source, check: bool, look: Look, reply: &mut Reply) {
    if let Some(told) = undecoded(source) {
        reply.err.push_str(&told);
        reply.exit = Exit::Failed;
        return;
    }
    let printed = match journal::format(source.text()) {
        Ok(printed) => printed,
        Err(faults) => {
            reply.err.push_str(&show(source, &faults, look));
            reply.exit = Exit::Failed;
            return;
        }
    };
    if exit(&printed, source) == Exit::Clean {
        return;
    }
    if check {
        let (path, typed) = (path.display(), typed(path));
        reply.out.push_str(&format!("{path}: not in canonical form; `sayso fmt {typed}` rewrites it\n"));
        reply.exit = reply.exit.max(Exit::Findings);
    } else if let Err(error) = rewrite(path, &printed) {
        reply.fail(vec![Io::of_writing(path, &error)]);
    }
}

fn exit(printed: &str, source: &Source) -> Exit {
    if printed == source.text() { Exit::Clean } else { Exit::Findings }
}

fn show(source: &Source, faults: &[Fault], look: Look) -> String {
    let faults = faults.iter().map(|fault| InputFault { source, fault, severity: Severity::Error });
    faults.map(|fault| fault.show(&look)).collect()
}
