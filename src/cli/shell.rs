//! `sayso completions` and `sayso man`: what shells and the manual know of the program, made from its arguments.

use super::args::{Arguments, CompletionsArgs, ManArgs};
use super::reply::{Failure, Reply};
use crate::record::Io;
use clap::CommandFactory;
use std::path::Path;

pub(super) fn completions(args: &CompletionsArgs) -> Result<Reply, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Arguments::command(), "sayso", &mut script);
    Ok(Reply::verbatim(String::from_utf8_lossy(&script).into_owned()))
}

/// The page of the program, or all pages into a folder: `sayso.1`, `sayso-check.1`, …
pub(super) fn man(args: &ManArgs) -> Result<Reply, Failure> {
    let command = Arguments::command();
    match &args.folder {
        Some(folder) => {
            let written =
                std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command, folder));
            written.map(|()| Reply::default()).map_err(|error| Io::of_writing(folder, &error).into())
        }
        None => {
            let mut page = Vec::new();
            let rendered = clap_mangen::Man::new(command).render(&mut page);
            rendered.map_err(|error| Io::of(Path::new("sayso.1"), &error))?;
            Ok(Reply::verbatim(String::from_utf8_lossy(&page).into_owned()))
        }
    }
}
