//! What the XML reports share.

use crate::text::visible_but;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::writer::Writer;

/// A document under construction. Writing to memory does not fail.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    /// A document with its declaration.
    pub(super) fn new() -> Xml {
        let mut xml = Xml { writer: Writer::new_with_indent(Vec::new(), b' ', 2) };
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// An element with what `inside` writes into it.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Xml)) {
        self.write(Event::Start(start(name, attributes)));
        inside(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// An element without anything in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write(Event::Empty(start(name, attributes)));
    }

    /// Text between tags.
    pub(super) fn text(&mut self, text: &str) {
        self.write(Event::Text(BytesText::new(&seen(text))));
    }

    /// The document; ends in a line break.
    pub(super) fn print(self) -> String {
        let mut printed = String::from_utf8(self.writer.into_inner()).unwrap_or_default();
        printed.push('\n');
        printed
    }

    fn write(&mut self, event: Event) {
        let written = self.writer.write_event(event);
        debug_assert!(written.is_ok(), "writing to memory does not fail");
    }
}

fn start<'a>(name: &'a str, attributes: &[(&'a str, &'a str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    attributes.iter().for_each(|(key, value)| start.push_attribute((*key, &*seen(value))));
    start
}

/// Text that XML can hold, and in which nothing steers what shows it: signs stand for such characters.
fn seen(text: &str) -> String {
    fit(&visible_but(text, |c| c == '\n'))
}

/// The text without the control characters that XML 1.0 forbids even as references.
pub(in crate::report) fn fit(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    text.chars().filter(allowed).filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect()
}
