//! Reports as they are asked for: `--format sarif=report.sarif`.

use crate::report::Format;
use crate::text::did_you_mean;
use std::path::PathBuf;

/// A report that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Output {
    /// The form.
    pub form: Form,
    /// Where it goes; `None` is standard output.
    pub file: Option<PathBuf>,
}

/// What a report is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Form {
    /// People at a terminal.
    Human,
    /// People with a browser.
    Html,
    /// Other programs.
    Machine(Format),
}

/// The forms by their names.
const FORMS: [(&str, Form); 12] = [
    ("human", Form::Human),
    ("html", Form::Html),
    ("concise", Form::Machine(Format::Concise)),
    ("json", Form::Machine(Format::Json)),
    ("jsonl", Form::Machine(Format::Jsonl)),
    ("sarif", Form::Machine(Format::Sarif)),
    ("github", Form::Machine(Format::Github)),
    ("gitlab", Form::Machine(Format::Gitlab)),
    ("junit", Form::Machine(Format::Junit)),
    ("checkstyle", Form::Machine(Format::Checkstyle)),
    ("rdjson", Form::Machine(Format::Rdjson)),
    ("markdown", Form::Machine(Format::Markdown)),
];

/// Reads `FORMAT` or `FORMAT=FILE`.
pub(super) fn parse(written: &str) -> Result<Output, String> {
    let (name, file) = written.split_once('=').map_or((written, None), |(name, file)| (name, Some(file)));
    if file == Some("") {
        return Err(format!("`{written}` names no file after `=`"));
    }
    let known = FORMS.iter().find(|(known, _)| *known == name);
    let (_, form) = known.ok_or_else(|| {
        let known = FORMS.iter().map(|(known, _)| *known);
        let all = || format!("there are {}", known.clone().collect::<Vec<_>>().join(", "));
        format!("there is no format `{name}`; {}", did_you_mean(name, known.clone(), all()))
    })?;
    Ok(Output { form: *form, file: file.map(PathBuf::from) })
}
