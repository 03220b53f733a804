//! Arguments of what takes claims in from other programs and gives them out.

use super::path;
use crate::exchange::Form;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(in crate::cli) struct ImportArgs {
    /// Tables (.csv), JSON lines (.jsonl), JSON-LD (.json, .jsonld), or - for standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What the files are, where their names do not tell.
    #[arg(long, value_enum, value_name = "FORM")]
    pub from: Option<ImportForm>,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct ExportArgs {
    /// Journals, transcripts and articles, folders of them, archives.
    #[arg(default_value = ".", value_parser = path())]
    pub paths: Vec<PathBuf>,
    /// How to print the claims.
    #[arg(long, value_enum, value_name = "FORM")]
    pub to: ExportForm,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ImportForm {
    /// A table with a line of names above it.
    Csv,
    /// A JSON object a line.
    Jsonl,
    /// Claims and reviews of claims in the words of schema.org.
    JsonLd,
}

impl From<ImportForm> for Form {
    fn from(form: ImportForm) -> Form {
        match form {
            ImportForm::Csv => Form::Csv,
            ImportForm::Jsonl => Form::Jsonl,
            ImportForm::JsonLd => Form::Linked,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ExportForm {
    /// Claims and quotations in the words of schema.org, with selectors of the Web Annotation Data Model.
    JsonLd,
    /// A table.
    Csv,
    /// A JSON object a line.
    Jsonl,
    /// A claim journal.
    Journal,
}
