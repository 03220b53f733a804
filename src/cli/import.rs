//! `sayso import`.

use super::args::ImportArgs;
use super::input::standard_input;
use super::reply::{Failure, Reply};
use crate::exchange::{Form, import, one_journal};
use crate::record::Io;
use crate::record::files::{LONGEST_LIST, open};
use crate::text::Source;
use std::path::Path;

pub(super) fn run(args: &ImportArgs) -> Result<Reply, Failure> {
    let (mut files, mut errors) = (Vec::new(), Vec::new());
    for path in &args.files {
        match source(path) {
            Ok(source) => files.push((source, form(args, path)?)),
            Err(error) => errors.push(error),
        }
    }
    let imported = import(files.iter().map(|(source, form)| (source, *form)));
    let mut reply = Reply::verbatim(one_journal(&imported.entries));
    imported.unread.iter().for_each(|unread| reply.complain(unread));
    reply.fail(errors);
    Ok(reply)
}

fn source(path: &Path) -> Result<Source, Io> {
    if path.as_os_str() == "-" { standard_input("<stdin>", LONGEST_LIST) } else { open(path) }
}

fn form(args: &ImportArgs, path: &Path) -> Result<Form, Failure> {
    let told = args.from.map(Form::from).or_else(|| Form::of_name(path));
    told.ok_or_else(|| {
        let help = "say it with --from csv, jsonl or json-ld";
        Failure::new(&format!("{}: the name does not tell what this is; {help}", path.display()))
    })
}
