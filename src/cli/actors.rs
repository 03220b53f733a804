//! `sayso actors`.

use super::args::ActorsArgs;
use super::packs;
use super::reply::{Exit, Failure, Reply};
use crate::report::{Look, actor_page};
use crate::text::visible;

pub(super) fn run(args: &ActorsArgs, look: Look) -> Result<Reply, Failure> {
    let kit = packs::kit(&args.actors, look)?;
    let page = actor_page(&args.name, args.date, &kit.actors);
    if !page.is_empty() {
        return Ok(Reply::printed(page));
    }
    let name = visible(&args.name);
    let message = format!("nobody is called `{name}`; add an actors file with --actors\n");
    Ok(Reply { err: message, exit: Exit::Findings, ..Reply::default() })
}
