//! The report as a page: one file that needs no network and no scripts, and is better with them.
//!
//! All text goes through `maud`, which escapes whatever is put between its brackets; only the page's own style and
//! script are written as they are. The policy in the page's head lets nothing else run or load, so that even a fault here
//! could not make a draft's markup act.

mod claims;
mod draft;
mod findings;
mod marks;
mod matrix;
mod recorded;
mod scale;
mod sheet;
mod timeline;

use super::json::{Envelope, Unread};
use super::shelf::Shelf;
use super::tally::Tally;
use crate::check::Verdict;
use crate::compare::Statement;
use crate::document::Document;
use crate::finding::Finding;
use crate::pack::Rule;
use crate::text::visible_but;
use maud::{DOCTYPE, PreEscaped, html};
use sheet::Desk;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Nothing is loaded from anywhere; of scripts only the page's own may run, known by its hash.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
    script-src 'sha256-6nnefqdyzH3IP3k53ApaF0FGWM/CYt6oDwQYpcUz5iQ='";

/// A draft that was checked, with all that was read in it.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'s> {
    /// The draft.
    pub draft: &'s Document,
    /// Its statements in the order of the text.
    pub statements: &'s [Statement],
    /// How its claims stand to the record; empty where there is none.
    pub verdicts: &'s [Verdict],
    /// What is on record that it was held against.
    pub record: &'s [Statement],
    /// What was found in it, in the order of the draft.
    pub findings: &'s [Finding],
    /// The files that findings and claims point into.
    pub shelf: &'s Shelf<'s>,
}

/// The page of a run: what could not be read, and a sheet for each draft.
pub fn page(sheets: &[Sheet], rules: &[Rule], unread: &[Unread], sum: &Tally) -> String {
    let title = match sheets {
        [only] => format!("{} · sayso", only.name()),
        sheets => format!("{} drafts · sayso", sheets.len()),
    };
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(Envelope::GENERATOR);
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { "Skip to the drafts" }
                header.top {
                    p.wordmark { "sayso" }
                    h1 { "On whose say-so?" }
                    p.sum { (sum) }
                }
                main #main tabindex="-1" {
                    @if !unread.is_empty() {
                        section.unread aria-labelledby="unread" {
                            h2 #unread { "Could not be read" }
                            ul { @for it in unread { li { (it.file) ": " (it.reason) "; " (it.help) } } }
                        }
                    }
                    @for (number, sheet) in sheets.iter().enumerate() {
                        (Desk::new(number + 1, sheet, rules).print())
                    }
                }
                footer { p { "sayso reports where sources diverge. It never says who is right." } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    // Words of a draft must not turn those around them.
    visible_but(&page.into_string(), |c| matches!(c, '\n' | '\t')).into_owned() + "\n"
}

impl Sheet<'_> {
    fn name(&self) -> &str {
        self.draft.source.name()
    }
}
