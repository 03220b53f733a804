//! What the XML reports share.

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

    /// Text between tags. Characters that XML cannot hold are left out.
    pub(super) fn text(&mut self, text: &str) {
        self.write(Event::Text(BytesText::new(&fit(text))));
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
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}

/// The text without the control characters that XML 1.0 forbids even as references.
pub(in crate::report) fn fit(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    text.chars().filter(allowed).filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect()
}
