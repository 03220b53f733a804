//! `sayso timeline` and `sayso sources`.

use super::args::{ListFormat, SourcesArgs, TimelineArgs};
use super::input;
use super::packs::{self, Loaded};
use super::pool::Pool;
use super::reply::{Failure, Reply};
use crate::report::{Look, Timeline, source_lines, source_table};

pub(super) fn timeline(args: &TimelineArgs, look: Look) -> Result<Reply, Failure> {
    let Loaded { rules, kit, .. } = packs::of_args(&args.pool.packs, &args.pool.texts.paths, look)?;
    let pool =
        Pool::read(&args.pool.texts, &args.pool.against, &kit, |archive, first| Ok(archive.whole(first)?))?;
    let shelf = pool.shelf();
    let timeline = Timeline::new(&pool.statements, args.by.into(), &rules, &shelf);
    let out = match args.format {
        ListFormat::Table => timeline.table(look.columns),
        ListFormat::Jsonl => timeline.lines(),
    };
    Ok(reply(out, &pool, look))
}

pub(super) fn sources(args: &SourcesArgs, look: Look) -> Result<Reply, Failure> {
    let Loaded { kit, .. } = packs::of_args(&args.pool.packs, &args.pool.texts.paths, look)?;
    let pool =
        Pool::read(&args.pool.texts, &args.pool.against, &kit, |archive, first| Ok(archive.whole(first)?))?;
    let sources = source_lines(&pool.statements);
    let out = match args.format {
        ListFormat::Table => source_table(&sources, look.columns),
        ListFormat::Jsonl => sources.iter().map(|source| source.print()).collect(),
    };
    Ok(reply(out, &pool, look))
}

fn reply(out: String, pool: &Pool, look: Look) -> Reply {
    let mut reply = Reply::printed(out);
    reply.note(pool.drafts.iter().flat_map(input::faults), look);
    reply.note(input::record_faults(&pool.record), look);
    reply.fail(pool.errors.clone());
    reply
}
