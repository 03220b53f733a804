//! Arguments of what shows, tries and begins rules.

use super::{ActorFiles, ConfigArgs, ReportFormat, Threads};
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(in crate::cli) struct ExplainArgs {
    /// The rule's id, for instance quotes/quote-altered.
    pub rule: String,
    /// Rule files, or folders of packs; may be repeated.
    #[arg(long, value_name = "PATH")]
    pub rules: Vec<PathBuf>,
    #[command(flatten)]
    pub config: ConfigArgs,
    /// How to print the page.
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub format: ReportFormat,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct RulesArgs {
    /// Rule files, or folders of packs; may be repeated.
    #[arg(long, value_name = "PATH")]
    pub rules: Vec<PathBuf>,
    #[command(flatten)]
    pub config: ConfigArgs,
    /// How to print the list.
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub format: ReportFormat,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct TestArgs {
    /// Rule files, or folders of packs; without any, the built-in rules.
    pub paths: Vec<PathBuf>,
    /// Keep what the rules find as snapshots beside them.
    #[arg(long, requires = "paths")]
    pub update: bool,
    /// List the phrases and conditions that no example tries.
    #[arg(long)]
    pub coverage: bool,
    /// Take each phrase and condition away and list those that no example misses; fails if there are any.
    #[arg(long)]
    pub mutate: bool,
    #[command(flatten)]
    pub actors: ActorFiles,
    #[command(flatten)]
    pub threads: Threads,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct InitArgs {
    #[command(subcommand)]
    pub what: InitWhat,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum InitWhat {
    /// Make a folder with a first rule in it that passes its own examples.
    Pack {
        /// The folder; its name is the pack's, for instance my-rules.
        path: PathBuf,
    },
}
