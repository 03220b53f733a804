//! Arguments that tell what texts are read and checked with: settings, rules, actors.

use crate::compare::LikelihoodScale;
use crate::text::did_you_mean;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Rules and actors beside the built-in ones.
#[derive(Args, Debug)]
pub(in crate::cli) struct PackArgs {
    /// Rule files, or folders of packs; may be repeated. A rule of a built-in id replaces it.
    #[arg(long, value_name = "PATH")]
    pub rules: Vec<PathBuf>,
    #[command(flatten)]
    pub actors: ActorFiles,
    #[command(flatten)]
    pub choosing: ChoosingArgs,
    /// What estimative words (likely, almost certain) stand for: icd203, kent, ipcc or efsa; icd203 unless given here or
    /// in sayso.toml.
    #[arg(long, value_name = "NAME", value_parser = likelihood)]
    pub scale: Option<&'static LikelihoodScale>,
    #[command(flatten)]
    pub config: ConfigArgs,
}

/// Where settings come from.
#[derive(Args, Clone, Debug)]
pub(in crate::cli) struct ConfigArgs {
    /// The settings file; without it the nearest sayso.toml above each text.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Use no settings file.
    #[arg(long, conflicts_with = "config")]
    pub isolated: bool,
}

/// How attributions are chosen.
#[derive(Args, Debug)]
pub(in crate::cli) struct ChoosingArgs {
    /// Find attributions by rule alone, without the trained weights.
    #[arg(long)]
    pub no_weights: bool,
    /// Take only attributions at least so sure, from 0 (find more) to 1 (be right more often); 0.37 unless given.
    #[arg(long, value_name = "0-1", conflicts_with = "no_weights", value_parser = confidence)]
    pub min_confidence: Option<f32>,
}

pub(super) fn likelihood(written: &str) -> Result<&'static LikelihoodScale, String> {
    LikelihoodScale::named(written).ok_or_else(|| {
        let names: Vec<&str> = LikelihoodScale::names().collect();
        let all = format!("there are {}", names.join(", "));
        format!("there is no scale of likelihood `{written}`; {}", did_you_mean(written, names, all))
    })
}

fn confidence(written: &str) -> Result<f32, String> {
    let number = written.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "expected a number from 0 to 1".to_owned())
}

#[derive(Args, Debug)]
pub(in crate::cli) struct ActorFiles {
    /// Actors files (TOML); may be repeated. An entry of a built-in name replaces it.
    #[arg(long = "actors", value_name = "PATH")]
    pub files: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ConfigCommand {
    /// Print every value with its origin.
    Show(ShowArgs),
}

#[derive(Args, Debug)]
pub(in crate::cli) struct ShowArgs {
    /// The text or folder for which settings are asked.
    #[arg(default_value = ".")]
    pub path: PathBuf,
    #[command(flatten)]
    pub config: ConfigArgs,
}
