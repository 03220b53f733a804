//! Arguments of what shows claims as tables, and of what shells and manuals are told.

use super::{CheckArgs, ListFormat, PackArgs, PoolArgs, day};
use crate::report::By;
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(in crate::cli) struct TimelineArgs {
    #[command(flatten)]
    pub pool: PoolArgs,
    /// What claims are listed under.
    #[arg(long, value_enum, default_value_t = ByName::Topic)]
    pub by: ByName,
    /// How to print the timeline.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub format: ListFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ByName {
    /// What they are about, as journals and rules name it.
    Topic,
    /// The main verb of what is said.
    Predicate,
    /// Who says it.
    Speaker,
}

impl From<ByName> for By {
    fn from(name: ByName) -> By {
        match name {
            ByName::Topic => By::Topic,
            ByName::Predicate => By::Predicate,
            ByName::Speaker => By::Speaker,
        }
    }
}

#[derive(Args, Debug)]
pub(in crate::cli) struct SourcesArgs {
    #[command(flatten)]
    pub pool: PoolArgs,
    /// How to print the sources.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub format: ListFormat,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct WatchArgs {
    #[command(flatten)]
    pub check: CheckArgs,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct LspArgs {
    /// What sources are on record with, beside what settings name; may be repeated.
    #[arg(long, value_name = "PATH")]
    pub against: Vec<PathBuf>,
    /// The day of publication of texts that do not give one.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Option<NaiveDate>,
    #[command(flatten)]
    pub packs: PackArgs,
    /// Editors add this; there is no other way to talk to the server.
    #[arg(long, hide = true)]
    pub stdio: bool,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct CompletionsArgs {
    /// The shell.
    pub shell: clap_complete::Shell,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct ManArgs {
    /// The folder to write sayso.1, sayso-check.1 and the others into.
    pub folder: Option<PathBuf>,
}
