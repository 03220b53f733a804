//! The settings that hold, each with its origin: TOML again, the origin as a comment.

use super::Settings;
use super::file::Name;
use crate::compare::LikelihoodScale;
use crate::finding::Severity;
use std::collections::BTreeMap;
use toml::Spanned;

/// The column that origins stand at, where a value leaves room.
const ORIGIN: usize = 40;

impl Settings {
    /// Every value that holds, the program's own among them.
    pub fn show(&self) -> String {
        let file = &self.file;
        let mut lines = vec![
            self.list("rules", &file.rules),
            self.list("actors", &file.actors),
            self.list("against", &file.against),
            self.one(
                "baseline",
                file.baseline.as_ref().map(|path| (path.get_ref().clone(), path.span().start)),
                "",
            ),
            self.one(
                "scale",
                file.scale.as_ref().map(|name| (name.get_ref().clone(), name.span().start)),
                LikelihoodScale::usual().name,
            ),
            self.one("fail-on", file.fail_on.as_ref().map(placed), "warning"),
            self.one("min-severity", file.min_severity.as_ref().map(placed), "note"),
            self.list("select", file.select.as_deref().unwrap_or_default()),
            self.list("ignore", &file.ignore),
        ];
        lines.extend(self.grades("severity", &file.severity));
        for (glob, table) in &file.paths {
            let key = format!("paths.{:?}", glob.get_ref());
            if !table.ignore.is_empty() {
                lines.push(format!("\n[{key}]"));
                lines.push(self.list("ignore", &table.ignore));
            }
            lines.extend(self.grades(&format!("{key}.severity"), &table.severity));
        }
        lines.into_iter().map(|line| line + "\n").collect()
    }

    fn list(&self, key: &str, values: &[Spanned<String>]) -> String {
        let names: Vec<String> = values.iter().map(|value| format!("{:?}", value.get_ref())).collect();
        self.line(key, &format!("[{}]", names.join(", ")), values.first().map(|value| value.span().start))
    }

    fn one(&self, key: &str, given: Option<(String, usize)>, default: &str) -> String {
        let (value, at) = given.map_or((default.to_owned(), None), |(value, at)| (value, Some(at)));
        self.line(key, &format!("{value:?}"), at)
    }

    fn grades(&self, key: &str, grades: &BTreeMap<Name, Severity>) -> Vec<String> {
        let head = (!grades.is_empty()).then(|| format!("\n[{key}]"));
        let grades = grades.iter().map(|(name, severity)| {
            self.line(
                &format!("{:?}", name.get_ref()),
                &format!("{:?}", severity.name()),
                Some(name.span().start),
            )
        });
        head.into_iter().chain(grades).collect()
    }

    fn line(&self, key: &str, value: &str, at: Option<usize>) -> String {
        let origin = at.map_or("default".to_owned(), |at| {
            format!("{}:{}", self.source.name(), self.source.place(at).line)
        });
        format!("{:<ORIGIN$} # {origin}", format!("{key} = {value}"))
    }
}

fn placed(severity: &Spanned<Severity>) -> (String, usize) {
    (severity.get_ref().name().to_owned(), severity.span().start)
}
