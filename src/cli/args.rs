//! Arguments as typed.

mod archive;
mod exchange;
mod output;
mod packs;
mod rules;
mod tables;

pub(super) use archive::{ArchiveArgs, ArchiveWhat, FillArgs, InsideArgs, QueryArgs};
pub(super) use exchange::{ExportArgs, ExportForm, ImportArgs};
pub(super) use output::{Form, Output};
pub(super) use packs::{ActorFiles, ChoosingArgs, ConfigArgs, ConfigCommand, PackArgs, ShowArgs};
pub(super) use rules::{ExplainArgs, InitArgs, InitWhat, RulesArgs, TestArgs};
pub(super) use tables::{CompletionsArgs, LspArgs, ManArgs, SourcesArgs, TimelineArgs, WatchArgs};

use super::dates::DatesFormat;
use super::paths::tidy;
use super::threads::available;
use crate::claim::Class;
use crate::compare::LikelihoodScale;
use crate::finding::Severity;
use chrono::NaiveDate;
use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// What stands after the list of commands.
const EXIT_CODES: &str =
    "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read or run.";

/// On whose say-so? Checks drafts for who said what, and reports where sources diverge.
#[derive(Debug, Parser)]
#[command(name = "sayso", version, after_help = EXIT_CODES)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// When to use colours; NO_COLOR in the environment turns them off as well.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Colour::Auto)]
    pub color: Colour,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// On a terminal.
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check drafts: against themselves, and against what sources are on record with.
    Check(CheckArgs),
    /// Check, and check again whenever a file changes.
    Watch(WatchArgs),
    /// Write down the findings there are, so that later checks report only new ones.
    Baseline(BaselineArgs),
    /// Show the settings that hold, each with its origin.
    #[command(subcommand)]
    Config(ConfigCommand),
    /// List the claims found in texts: who said what, when, how sure.
    Claims(ClaimsArgs),
    /// List the date expressions found in texts.
    Dates(DatesArgs),
    /// Show the page of a rule.
    Explain(ExplainArgs),
    /// List the rules.
    Rules(RulesArgs),
    /// Try rules on the examples they carry.
    Test(TestArgs),
    /// Begin something new: a pack of rules.
    Init(InitArgs),
    /// Print claim journals in canonical form, in place.
    Fmt(FmtArgs),
    /// Show why two claims conflict, or do not: every gate and every rule.
    Why(WhyArgs),
    /// Say how two claims stand to each other, or those of each pair in a file.
    #[command(
        override_usage = "sayso relate [OPTIONS] <A> <B>\n       sayso relate [OPTIONS] --pairs <FILE>\n       sayso relate [OPTIONS] --group <FILE>"
    )]
    Relate(RelateArgs),
    /// Show what the actors files know of a name.
    Actors(ActorsArgs),
    /// Show who said what when, by topic; days that are not certain are marked with ~.
    Timeline(TimelineArgs),
    /// Show who speaks how often, named or not, for which side, through whom.
    Sources(SourcesArgs),
    /// Keep a large record in one file.
    Archive(ArchiveArgs),
    /// Print the claims of a record for other programs, or as one journal.
    Export(ExportArgs),
    /// Print a claim journal of what other programs have written.
    Import(ImportArgs),
    /// Serve an editor: findings while typing, claims, what can be done about them (language server protocol).
    Lsp(LspArgs),
    /// Print the script that completes sayso's commands in a shell.
    Completions(CompletionsArgs),
    /// Print the manual page, or write the pages of all commands into a folder.
    Man(ManArgs),
}

/// The texts to read.
#[derive(Args, Debug)]
pub(super) struct TextArgs {
    /// Files, folders (searched for .md, .markdown, .txt and .claims), or - for standard input.
    #[arg(default_value = ".", value_parser = path())]
    pub paths: Vec<PathBuf>,
    /// The name of standard input; tells whether it is Markdown.
    #[arg(long, value_name = "NAME", default_value = "<stdin>")]
    pub stdin_filename: String,
    /// The day of publication of texts that do not give one.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Option<NaiveDate>,
}

impl TextArgs {
    /// The name of standard input, where that is read.
    pub fn typed_name(&self) -> Option<&str> {
        self.paths.iter().any(|path| path.as_os_str() == "-").then_some(&self.stdin_filename)
    }
}

/// Reads a path; whatever is named is spelt one way from there on.
fn path() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().map(|path| tidy(&path))
}

fn day(written: &str) -> Result<NaiveDate, String> {
    let day = written.parse().ok();
    day.ok_or_else(|| "expected a day that the calendar has, as in 2022-01-26".to_owned())
}

/// Texts and a record whose claims are looked at together.
#[derive(Args, Debug)]
pub(super) struct PoolArgs {
    #[command(flatten)]
    pub texts: TextArgs,
    /// What sources are on record with; may be repeated.
    #[arg(long, value_name = "PATH", value_parser = path())]
    pub against: Vec<PathBuf>,
    #[command(flatten)]
    pub packs: PackArgs,
}

#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub texts: TextArgs,
    /// What sources are on record with: journals, transcripts, articles, folders of them, archives; may be repeated.
    #[arg(long, value_name = "PATH", value_parser = path())]
    pub against: Vec<PathBuf>,
    #[command(flatten)]
    pub packs: PackArgs,
    /// Only these rules and packs.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Not these rules and packs.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// The least severity that makes the exit code 1; unless given here or in sayso.toml, a warning, or what is shown.
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub fail_on: Option<Level>,
    /// The least severity that is shown; note unless given here or in sayso.toml.
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub min_severity: Option<Level>,
    /// Findings that are known and left alone; `sayso baseline` writes the file.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Only findings with a place in lines that have changed since this commit, branch or tag (git). Renamed files are
    /// followed; a file that git does not know is new as a whole; standard input takes --stdin-filename.
    #[arg(long, value_name = "REV")]
    pub since: Option<String>,
    /// The day of the run, after which directives with `until` have expired; the machine’s (UTC) unless given. A draft of a
    /// later day counts with that.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<NaiveDate>,
    /// Tell how many sentences, claims and pairs came how far on the way to findings, on standard error.
    #[arg(long)]
    pub stats: bool,
    /// Print below the findings how every claim stands to the record. It takes a record; json, jsonl, markdown and html
    /// tell it in any case.
    #[arg(long)]
    pub verdicts: bool,
    /// Exit with 0 whatever was found.
    #[arg(long)]
    pub exit_zero: bool,
    /// How to print the report, and where to: `--format human --format sarif=report.sarif` prints one and writes the
    /// other. One of human, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, markdown, html.
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "human", value_parser = output::parse)]
    pub format: Vec<Output>,
    #[command(flatten)]
    pub threads: Threads,
}

#[derive(Args, Debug)]
pub(super) struct BaselineArgs {
    #[command(flatten)]
    pub check: CheckArgs,
    /// Add nothing; take out what is no longer found in the drafts that are checked, and what drafts had that are gone.
    #[arg(long)]
    pub prune: bool,
}

#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Threads {
    /// How many texts are read at the same time; the report is the same for any number.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub threads: Option<u16>,
}

impl Threads {
    /// As many as asked for, or as the machine has.
    pub fn count(self) -> usize {
        self.threads.map_or_else(available, usize::from)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Level {
    Note,
    Warning,
    Error,
}

impl From<Level> for Severity {
    fn from(level: Level) -> Severity {
        match level {
            Level::Note => Severity::Note,
            Level::Warning => Severity::Warning,
            Level::Error => Severity::Error,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// For people.
    Human,
    /// One JSON document.
    Json,
}

#[derive(Args, Debug)]
pub(super) struct ClaimsArgs {
    #[command(flatten)]
    pub texts: TextArgs,
    #[command(flatten)]
    pub packs: PackArgs,
    /// What is read: texts, or documents as lines (JSON objects with `id`, `text`, `date`, `outlet`, and perhaps `title` and
    /// `language`) from the files given or standard input.
    #[arg(long, value_enum, value_name = "FORM", default_value_t = TextForm::Files)]
    pub input: TextForm,
    /// How to print the claims; table unless documents come as lines, then jsonl.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<ClaimFormat>,
    /// Only claims of these classes.
    #[arg(long, value_enum, value_name = "CLASS", value_delimiter = ',')]
    pub class: Vec<ClassName>,
    #[command(flatten)]
    pub threads: Threads,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// For people.
    Table,
    /// A JSON object a line.
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TextForm {
    /// Each file a text.
    Files,
    /// Each line a document.
    Ndjson,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ClaimFormat {
    /// For people.
    Table,
    /// A JSON object a line.
    Jsonl,
    /// A line for each key of a claim of documents as lines, to be sorted for `relate --group`.
    Keyed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ClassName {
    Speech,
    Attitude,
    Intention,
    Perception,
}

impl From<ClassName> for Class {
    fn from(name: ClassName) -> Class {
        match name {
            ClassName::Speech => Class::Speech,
            ClassName::Attitude => Class::Attitude,
            ClassName::Intention => Class::Intention,
            ClassName::Perception => Class::Perception,
        }
    }
}

#[derive(Args, Debug)]
pub(super) struct DatesArgs {
    #[command(flatten)]
    pub texts: TextArgs,
    /// How to print the dates.
    #[arg(long, value_enum, default_value_t = DatesFormat::Table)]
    pub format: DatesFormat,
    #[command(flatten)]
    pub threads: Threads,
}

#[derive(Args, Debug)]
pub(super) struct FmtArgs {
    /// Claim journals, folders of them, or - for standard input, which is printed to standard output.
    #[arg(required = true, value_parser = path())]
    pub paths: Vec<PathBuf>,
    /// Write nothing; exit with 1 if a journal is not in canonical form.
    #[arg(long)]
    pub check: bool,
}

#[derive(Args, Debug)]
pub(super) struct WhyArgs {
    /// A claim: its id (or the beginning of it), its place: LINE or LINE:COLUMN, either after FILE:; `sayso claims` lists them.
    pub a: String,
    /// The other claim.
    pub b: String,
    #[command(flatten)]
    pub pool: PoolArgs,
}

#[derive(Args, Debug)]
pub(super) struct RelateArgs {
    /// A claim, in its words.
    #[arg(required_unless_present_any = ["pairs", "group"], requires = "b")]
    pub a: Option<String>,
    /// The other claim.
    pub b: Option<String>,
    /// Who says the first.
    #[arg(long, value_name = "NAME", requires = "a")]
    pub speaker_a: Option<String>,
    /// Who says the second.
    #[arg(long, value_name = "NAME", requires = "a")]
    pub speaker_b: Option<String>,
    /// The day the first was said.
    #[arg(long, value_name = "YYYY-MM-DD", requires = "a", value_parser = day)]
    pub date_a: Option<NaiveDate>,
    /// The day the second was said.
    #[arg(long, value_name = "YYYY-MM-DD", requires = "a", value_parser = day)]
    pub date_b: Option<NaiveDate>,
    /// Pairs of claims: JSON lines with `id`, `a`, `b`, and perhaps `speaker_a`, `speaker_b`, `date_a`, `date_b`; - for
    /// standard input.
    #[arg(long, value_name = "FILE", conflicts_with = "a")]
    pub pairs: Option<PathBuf>,
    /// Claims of one key after the other, as `claims --input ndjson` prints them; prints where those of a key conflict. - for
    /// standard input.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["a", "pairs"])]
    pub group: Option<PathBuf>,
    /// Rule files, or folders of packs, beside the built-in ones, for groups; may be repeated.
    #[arg(long, value_name = "PATH", conflicts_with_all = ["a", "pairs"])]
    pub rules: Vec<PathBuf>,
    #[command(flatten)]
    pub config: ConfigArgs,
    /// What estimative words (likely, almost certain) stand for: icd203 (unless given), kent, ipcc or efsa.
    #[arg(long, value_name = "NAME", value_parser = packs::likelihood)]
    pub scale: Option<&'static LikelihoodScale>,
}

#[derive(Args, Debug)]
pub(super) struct ActorsArgs {
    /// A name: of a state, a person, a body, a capital, an outlet.
    pub name: String,
    /// The day for which offices are asked.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Option<NaiveDate>,
    #[command(flatten)]
    pub actors: ActorFiles,
}
