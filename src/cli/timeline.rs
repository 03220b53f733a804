//! `sayso timeline` and `sayso sources`.

use super::args::{ListFormat, SourcesArgs, TimelineArgs};
use super::input;
use super::pool::Pool;
use super::reply::{Failure, Reply};
use crate::report::{Look, Timeline, source_lines, source_table};

pub(super) fn timeline(args: &TimelineArgs, look: Look) -> Result<Reply, Failure> {
    let pool = Pool::read(&args.pool, look, |archive, first| Ok(archive.whole(first)?))?;
    let shelf = pool.shelf();
    let timeline = Timeline::new(&pool.statements, args.by.into(), &pool.rules, &shelf);
    let out = match args.format {
        ListFormat::Table => timeline.table(look.columns),
        ListFormat::Jsonl => timeline.lines(),
    };
    Ok(reply(out, &pool, args.format, look))
}

pub(super) fn sources(args: &SourcesArgs, look: Look) -> Result<Reply, Failure> {
    let pool = Pool::read(&args.pool, look, |archive, first| Ok(archive.whole(first)?))?;
    let sources = source_lines(&pool.statements);
    let out = match args.format {
        ListFormat::Table => source_table(&sources, look.columns),
        ListFormat::Jsonl => sources.iter().map(|source| source.print()).collect(),
    };
    Ok(reply(out, &pool, args.format, look))
}

fn reply(out: String, pool: &Pool, format: ListFormat, look: Look) -> Reply {
    let mut reply = Reply { out, verbatim: format == ListFormat::Jsonl, ..Reply::default() };
    reply.note(pool.drafts.iter().flat_map(input::faults), look);
    reply.note(input::record_faults(&pool.record), look);
    reply.fail(pool.errors.clone());
    reply
}
