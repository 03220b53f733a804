//! `sayso dates`.

use super::args::DatesArgs;
use super::input::{self, Input};
use super::reply::{Failure, Reply};
use super::threads::map_in_order;
use crate::document::Document;
use crate::grammar::date;
use crate::report::{Look, Shelved, date_lines, date_table, timeml};
use crate::resolve::when;
use crate::text::{Span, Text};
use clap::ValueEnum;

/// How dates are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DatesFormat {
    /// For people.
    Table,
    /// A JSON object a line.
    Jsonl,
    /// The text with its dates marked by TIMEX3.
    Timeml,
}

pub(super) fn run(args: &DatesArgs, look: Look) -> Result<Reply, Failure> {
    let Input { texts, mut errors, .. } = input::find(&args.texts);
    let results = map_in_order(&texts, args.threads.count(), |text| {
        let document = text.read(args.texts.date)?;
        Ok(document.map(|document| (print(&document, args.format, look), document)))
    });
    let (read, unread) = input::sorted_out(results);
    let mut reply = Reply { verbatim: args.format != DatesFormat::Table, ..Reply::default() };
    for (dates, document) in &read {
        reply.out.push_str(dates);
        reply.note(input::faults(document), look);
    }
    errors.extend(unread);
    if args.format == DatesFormat::Timeml && read.len() > 1 {
        let message = "TimeML is a document for each text; name one text at a time, or take --format jsonl";
        return Err(Failure::new(message));
    }
    reply.fail(errors);
    Ok(reply)
}

fn print(document: &Document, format: DatesFormat, look: Look) -> String {
    let blocks: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
    let text = Text::read(&document.prose, &blocks);
    let dates = when::in_document(&text, &date::dates(&text), &document.meta);
    let shelved = Shelved::document(document);
    let lines = || date_lines(&dates, shelved);
    match format {
        DatesFormat::Jsonl => lines().iter().map(|line| line.print()).collect(),
        DatesFormat::Table => date_table(&lines(), look.columns),
        DatesFormat::Timeml => timeml(&dates, shelved, document.meta.date),
    }
}
