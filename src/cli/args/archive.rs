//! Arguments of `sayso archive`.

use super::{ActorFiles, ListFormat, PackArgs, Threads, path};
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(in crate::cli) struct ArchiveArgs {
    #[command(subcommand)]
    pub what: ArchiveWhat,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ArchiveWhat {
    /// Add journals, transcripts and articles; what is in the archive already is passed over.
    Add(FillArgs),
    /// Make a new archive of journals, transcripts and articles.
    Build(FillArgs),
    /// Say how much the archive holds.
    Stats {
        /// The archive.
        archive: PathBuf,
    },
    /// Go through all of the archive, and say whether it is as it was written.
    Verify {
        /// The archive.
        archive: PathBuf,
    },
    /// List the claims in which some words occur, the latest first.
    Query(QueryArgs),
    /// Report where the claims of the archive conflict with one another.
    Check(InsideArgs),
}

#[derive(Args, Debug)]
pub(in crate::cli) struct FillArgs {
    /// The archive, for instance record.db; made if there is none.
    pub archive: PathBuf,
    /// Journals, transcripts and articles, or folders of them.
    #[arg(required = true, value_parser = path())]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub actors: ActorFiles,
    #[command(flatten)]
    pub threads: Threads,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct QueryArgs {
    /// The archive.
    pub archive: PathBuf,
    /// Words that must all occur, in any form.
    #[arg(required = true)]
    pub words: Vec<String>,
    /// The most claims to list.
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub limit: usize,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct InsideArgs {
    /// The archive.
    pub archive: PathBuf,
    /// How to print the conflicts.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub format: ListFormat,
    #[command(flatten)]
    pub packs: PackArgs,
    #[command(flatten)]
    pub threads: Threads,
}
