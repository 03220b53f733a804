//! Findings and faults as people read them: one snippet a claim, both sides of a conflict under one heading.

use super::layout::wrap;
use super::shelf::{Shelf, Shelved};
use super::snippet::Excerpt;
use super::tally::counted;
use crate::finding::{Finding, Severity};
use crate::text::{Fault, Source, Span, visible_but};
use annotate_snippets::{Element, Group, Level, Renderer};

/// Columns that "= note: " and the margin take up.
const NOTE_MARGIN: usize = 16;

/// Places of one finding that are shown; a speaker may be named a thousand times.
const PLACES: usize = 6;

/// How reports for people look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Colours, for terminals that show them.
    pub colour: bool,
    /// Columns of the screen.
    pub columns: usize,
}

impl Look {
    /// No colours, 120 columns: for files and pipes.
    pub const PLAIN: Look = Look { colour: false, columns: 120 };

    /// A finding with its places, notes and help; ends in a line break.
    pub fn finding(&self, finding: &Finding, shelf: &Shelf) -> String {
        let labels = finding.labels.iter().take(PLACES);
        let labels = labels.filter_map(|label| Some((shelf.get(label.file)?, label)));
        let places = labels.map(|(shelved, label)| self.excerpt(shelved, label.span, &label.text)).collect();
        let mut notes = finding.notes.clone();
        notes.extend(more_places(finding.labels.len()));
        let heading =
            Heading { severity: finding.severity, id: Some(&finding.rule), title: &finding.message };
        self.render(&heading, places, &notes, finding.help.as_deref())
    }

    /// What is wrong in a file that a person wrote; ends in a line break.
    pub fn fault(&self, severity: Severity, source: &Source, fault: &Fault) -> String {
        let place = self.excerpt(Shelved::text(source), fault.span, &fault.label);
        let heading = Heading { severity, id: None, title: &fault.title };
        self.render(&heading, vec![place], &[], fault.help.as_deref())
    }

    fn excerpt<'f>(&self, shelved: Shelved<'f>, span: Span, label: &str) -> (&'f str, Excerpt) {
        (shelved.source.name(), Excerpt::new(shelved, span, label, self.columns))
    }

    fn render(
        &self,
        heading: &Heading,
        places: Vec<(&str, Excerpt)>,
        notes: &[String],
        help: Option<&str>,
    ) -> String {
        let snippets = places.iter().enumerate().flat_map(|(number, (_, excerpt))| {
            let below =
                excerpt.below.as_ref().map(|label| Level::NOTE.no_name().message(self.wrapped(label)));
            std::iter::once(Element::from(excerpt.snippet(number))).chain(below.map(Element::from))
        });
        let notes = notes.iter().map(|note| Level::NOTE.message(self.wrapped(note)));
        let help = help.map(|help| Level::HELP.message(self.wrapped(help)));
        let group: Group = heading.group().elements(snippets).elements(notes).elements(help);
        let mut rendered = self.renderer().render(&[group]);
        for (number, (name, excerpt)) in places.iter().enumerate() {
            rendered = excerpt.name_in(&rendered, number, name);
        }
        rendered.push('\n');
        rendered
    }

    fn wrapped(&self, words: &str) -> String {
        let words = visible_but(words, |c| c == '\n');
        wrap(&words, self.columns.saturating_sub(NOTE_MARGIN)).join("\n")
    }

    fn renderer(&self) -> Renderer {
        let renderer = if self.colour { Renderer::styled() } else { Renderer::plain() };
        renderer.term_width(self.columns)
    }
}

fn more_places(labels: usize) -> Option<String> {
    let more = labels.checked_sub(PLACES).filter(|more| *more > 0)?;
    Some(format!("and in {}", counted(more, "more place")))
}

/// The first line of a report.
struct Heading<'h> {
    severity: Severity,
    id: Option<&'h str>,
    title: &'h str,
}

impl<'h> Heading<'h> {
    fn group(&self) -> Group<'h> {
        let level = match self.severity {
            Severity::Note => Level::NOTE,
            Severity::Warning => Level::WARNING,
            Severity::Error => Level::ERROR,
        };
        let title = level.primary_title(self.title);
        Group::with_title(match self.id {
            Some(id) => title.id(id),
            None => title,
        })
    }
}
