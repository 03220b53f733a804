//! `sayso why`.

use super::args::WhyArgs;
use super::pool::Pool;
use super::reply::{Failure, Reply};
use crate::archive::Archive;
use crate::check::why;
use crate::compare::Statement;
use crate::report::{Look, Shelf, why_page};

pub(super) fn run(args: &WhyArgs, look: Look) -> Result<Reply, Failure> {
    let names = [args.a.as_str(), args.b.as_str()];
    let named = |archive: &Archive, first| Ok(archive.named(&names, first)?);
    let pool = Pool::read(&args.pool, look, named)?;
    if let Some(error) = pool.errors.first() {
        return Err(error.clone().into());
    }
    let (a, b) = (find(&pool, &args.a)?, find(&pool, &args.b)?);
    let answers = why(a, b, &pool.rules, &pool.kit);
    Ok(Reply::printed(why_page(a, b, &answers, &pool.shelf())))
}

/// The one claim that is meant by an id, the beginning of one, a line, or `FILE:LINE`.
fn find<'p>(pool: &'p Pool, asked: &str) -> Result<&'p Statement, Failure> {
    let shelf = pool.shelf();
    let attributed = || pool.statements.iter().filter(|statement| statement.is_attributed());
    if let Some(exact) = attributed().find(|statement| statement.claim.id == asked) {
        return Ok(exact);
    }
    let meant: Vec<&Statement> = attributed().filter(|it| is_meant(it, asked, &shelf)).collect();
    match meant.as_slice() {
        [one] => Ok(one),
        [] => Err(Failure::new(&format!(
            "no claim is called `{asked}` or stands on that line; `sayso claims` lists them"
        ))),
        several => Err(ambiguous(asked, several)),
    }
}

fn is_meant(statement: &Statement, asked: &str, shelf: &Shelf) -> bool {
    let claim = &statement.claim;
    let Some(shelved) = shelf.get(claim.origin.file) else { return false };
    let line = shelved.places(claim.focus()).0.line.to_string();
    claim.id.starts_with(asked) || line == asked || format!("{}:{line}", shelved.source.name()) == asked
}

fn ambiguous(asked: &str, several: &[&Statement]) -> Failure {
    let ids = several.iter().map(|it| format!("\n  {}  {}: {}", it.claim.id, it.who(), it.claim.content()));
    Failure::new(&format!("`{asked}` may be any of these; give the id of one{}", ids.collect::<String>()))
}
