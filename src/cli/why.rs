//! `sayso why`.

use super::args::WhyArgs;
use super::paths::typed;
use super::pool::Pool;
use super::reply::{Failure, Reply};
use crate::archive::Archive;
use crate::check::why;
use crate::compare::Statement;
use crate::report::{Look, Shelf, why_page};
use std::path::PathBuf;

pub(super) fn run(args: &WhyArgs, look: Look) -> Result<Reply, Failure> {
    let texts = &args.pool.texts.paths;
    let names = [args.a.as_str(), args.b.as_str()];
    let named = |archive: &Archive, first| Ok(archive.named(&names, first)?);
    let pool = Pool::read(&args.pool, look, named)?;
    if let Some(error) = pool.errors.first() {
        return Err(error.clone().into());
    }
    let (a, b) = (find(&pool, &args.a, texts)?, find(&pool, &args.b, texts)?);
    if std::ptr::eq(a, b) {
        let told = format!("`{}` and `{}` are one claim; name two", args.a, args.b);
        return Err(Failure::new(&told));
    }
    let answers = why(a, b, &pool.rules, &pool.kit);
    Ok(Reply::printed(why_page(a, b, &answers, &pool.shelf())))
}

/// The one claim that is meant by an id, the beginning of one, or its place: `LINE`, `LINE:COLUMN`, either after `FILE:`.
fn find<'p>(pool: &'p Pool, asked: &str, texts: &[PathBuf]) -> Result<&'p Statement, Failure> {
    let shelf = pool.shelf();
    let attributed = || pool.statements.iter().filter(|statement| statement.is_attributed());
    if let Some(exact) = attributed().find(|statement| statement.claim.id == asked) {
        return Ok(exact);
    }
    let meant: Vec<&Statement> = attributed().filter(|it| is_meant(it, asked, &shelf)).collect();
    match meant.as_slice() {
        [one] => Ok(one),
        [] => Err(unknown(asked, texts)),
        several => Err(ambiguous(asked, several)),
    }
}

fn is_meant(statement: &Statement, asked: &str, shelf: &Shelf) -> bool {
    let claim = &statement.claim;
    let Some(shelved) = shelf.get(claim.origin.file) else { return false };
    let place = shelved.places(claim.focus()).0;
    let asked_there = asked.strip_prefix(shelved.source.name()).and_then(|rest| rest.strip_prefix(':'));
    let stands_at = |asked: &str| match asked.split_once(':') {
        Some((line, column)) => line == place.line.to_string() && column == place.column.to_string(),
        None => asked == place.line.to_string(),
    };
    claim.id.starts_with(asked) || stands_at(asked) || asked_there.is_some_and(stands_at)
}

fn unknown(asked: &str, texts: &[PathBuf]) -> Failure {
    let texts: String = texts.iter().map(|path| format!(" {}", typed(path))).collect();
    let lists = format!("`sayso claims{texts}` lists them with their places");
    Failure::new(&format!("no claim is called `{asked}` or stands there; {lists}"))
}

fn ambiguous(asked: &str, several: &[&Statement]) -> Failure {
    let ids = several.iter().map(|it| format!("\n  {}  {}: {}", it.claim.id, it.who(), it.claim.content()));
    Failure::new(&format!("`{asked}` may be any of these; give the id of one{}", ids.collect::<String>()))
}
