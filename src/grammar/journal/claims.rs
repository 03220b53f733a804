//! From entries to claims.

use super::{Entry, Folded, Journal, Line, Matter, Party, Saying, Words};
use crate::claim::{
    Act, AsWritten, Assertion, Attribution, Claim, Class, Interval, Link, LinkKind, Medium, Origin,
    Particulars, QuoteKind, SpeakerAsWritten, Voice, Wording, Zone,
};
use crate::grammar::identity::{Register, derived};
use crate::text::{FileId, Span, Text};

/// A claim of a journal. Its date needs no resolving, so it stands beside the claim, whose `said` is left empty.
#[derive(Clone, Debug)]
pub struct JournalClaim {
    /// The claim. Its assertion holds no more than the act of a link; `check` reads that of a content with its text.
    pub claim: Claim<AsWritten>,
    /// When it was said.
    pub said: Interval,
    /// The entry it comes from, as an index into [`Journal::entries`].
    pub entry: usize,
}

impl Journal {
    /// The claims that the journal states, in its order; `text` is the text it was parsed from, `file` its number.
    ///
    /// Each cue line is a claim; the links, topics and particulars of its entry hang on every one of them. An entry
    /// of links alone is one claim without content. An `id` names the first claim of its entry, the next are called
    /// `ID-2`, `ID-3`; ids are unique within the file. All spans are bytes of `text`.
    pub fn claims(&self, text: &str, file: FileId) -> Vec<JournalClaim> {
        let given = self.entries.iter().filter_map(Entry::id);
        let mut register = Register::keeping(given.map(|id| id.text.clone()));
        let mut claims = Vec::with_capacity(self.entries.len());
        for (number, entry) in self.entries.iter().enumerate() {
            let maker = Maker { text, file, entry, number };
            claims.extend(maker.claims(&mut register));
        }
        claims
    }
}

struct Maker<'j> {
    text: &'j str,
    file: FileId,
    entry: &'j Entry,
    number: usize,
}

impl Maker<'_> {
    fn claims(&self, register: &mut Register) -> Vec<JournalClaim> {
        let sayings = self.entry.lines.iter().filter(|line| matches!(line.matter, Matter::Says(_)));
        let mut lines: Vec<&Line> = sayings.collect();
        if lines.is_empty() {
            lines.extend(self.entry.lines.iter().find(|line| line.link().is_some()));
        }
        lines.into_iter().map(|line| self.claim(line, register)).collect()
    }

    fn claim(&self, line: &Line, register: &mut Register) -> JournalClaim {
        let attribution = self.attribution(line);
        let header = &self.entry.header;
        let content = attribution.content.as_ref().map_or("", |content| content.text.as_str());
        let id = match self.entry.id() {
            Some(id) => register.take_given(&id.text),
            None => {
                let target = line.link().map_or("", |(_, target)| target.text.as_str());
                let said = if content.is_empty() { target } else { content };
                register.take(&derived(&header.speaker.name.text, &header.said.to_string(), said))
            }
        };
        let assertion = Assertion { act: act(line), ..Assertion::default() };
        let claim = Claim {
            speaker: speaker(&header.speaker),
            via: header.via.iter().map(speaker).collect(),
            topics: self.topics(),
            links: self.links(),
            particulars: self.particulars(),
            ..Claim::new(id, self.origin(line), attribution, assertion)
        };
        JournalClaim { claim, said: header.said.interval(), entry: self.number }
    }

    fn origin(&self, line: &Line) -> Origin {
        Origin {
            file: self.file,
            medium: Medium::Journal,
            zone: Zone::Body,
            voice: Voice::Source,
            span: self.entry.header.speaker.name.span.cover(line.span),
            sentence: line.span,
            paragraph: self.number,
        }
    }

    fn attribution(&self, line: &Line) -> Attribution {
        let (cue, lemma, content) = match &line.matter {
            Matter::Says(saying) => (Some(&saying.cue), saying.lemma.as_str(), Some(self.content(saying))),
            Matter::Link { kind, verb, .. } => (Some(verb), base_form(*kind), None),
            _ => (None, "", None),
        };
        let content = content.unwrap_or_default();
        Attribution {
            source: Wording::of(self.text, vec![self.entry.header.speaker.name.span]),
            cue: cue.and_then(|cue| Wording::of(self.text, vec![cue.span])),
            content: Wording::of(self.text, content.spans),
            quotes: content.quotes,
            kind: content.kind,
            class: Class::Speech,
            lemma: lemma.to_owned(),
            confidence: 1.0,
            trail: vec!["journal".to_owned()],
            within: None,
        }
    }

    fn content(&self, saying: &Saying) -> Content {
        let Some(whole) = saying.content.iter().map(|piece| piece.span).reduce(Span::cover) else {
            return Content::default();
        };
        let text = Text::of_paragraph(whole.slice(self.text));
        let shift = |span: Span| Span::new(span.start + whole.start, span.end + whole.start);
        let end = whole.start + content_end(&text);
        let pieces =
            saying.content.iter().map(|piece| Span::new(piece.span.start.min(end), piece.span.end.min(end)));
        Content {
            spans: pieces.filter(|piece| !piece.is_empty()).collect(),
            quotes: text.quotations().iter().map(|quote| shift(text.span_of(quote.inner.clone()))).collect(),
            kind: quote_kind(&text),
        }
    }

    /// Links to other entries; one to its own is a fault and would have the claim deny itself.
    fn links(&self) -> Vec<Link> {
        let own = self.entry.id().map(|id| id.text.as_str());
        let links = self.entry.lines.iter().filter_map(link);
        links.filter(|link| Some(link.target.as_str()) != own).collect()
    }

    fn topics(&self) -> Vec<String> {
        let topics = self.entry.lines.iter().flat_map(|line| match &line.matter {
            Matter::About(topics) => topics.as_slice(),
            _ => &[],
        });
        topics.map(|topic| topic.text.clone()).collect()
    }

    fn particulars(&self) -> Particulars {
        let mut occasion = Vec::new();
        let mut note = Vec::new();
        let mut source = Vec::new();
        for line in &self.entry.lines {
            match &line.matter {
                Matter::At { occasion: at, address } => {
                    occasion.push(joined(at));
                    source.extend(address.iter().map(|address| address.text.clone()));
                }
                Matter::Note(words) => note.push(joined(words)),
                Matter::Source(words) => source.push(joined(words)),
                _ => {}
            }
        }
        Particulars { occasion: some(&occasion, " "), note: some(&note, "\n"), source: some(&source, " ") }
    }
}

/// What stands after a cue.
struct Content {
    spans: Vec<Span>,
    quotes: Vec<Span>,
    kind: QuoteKind,
}

impl Default for Content {
    fn default() -> Content {
        Content { spans: Vec::new(), quotes: Vec::new(), kind: QuoteKind::Indirect }
    }
}

/// The content without the stop that closes it, unless that stands inside quotation marks or belongs to a word.
fn content_end(text: &Text<'_>) -> usize {
    let is_stop = |index: &usize| matches!(text.word(*index), "." | "," | ";");
    let words = (0..text.tokens().len()).rev().filter(|index| !text.word(*index).is_empty());
    let mut words = words.skip_while(is_stop);
    let end = words.next().and_then(|index| text.tokens().get(index)).map(|token| token.span.end);
    end.unwrap_or(text.prose().len())
}

/// Direct where every word stands in quotation marks, indirect where none does.
fn quote_kind(text: &Text<'_>) -> QuoteKind {
    let is_word = |index: &usize| text.tokens().get(*index).is_some_and(|token| token.is_wordlike());
    let words: Vec<usize> = (0..text.tokens().len()).filter(is_word).collect();
    let quoted = words.iter().filter(|index| text.quotation_at(**index).is_some()).count();
    match quoted {
        0 => QuoteKind::Indirect,
        _ if quoted == words.len() => QuoteKind::Direct,
        _ => QuoteKind::Mixed,
    }
}

fn speaker(party: &Party) -> SpeakerAsWritten {
    let text = |words: &Option<Words>| words.as_ref().map(|words| words.text.clone());
    SpeakerAsWritten { name: party.name.text.clone(), role: text(&party.role), side: text(&party.side) }
}

fn link(line: &Line) -> Option<Link> {
    match &line.matter {
        Matter::Link { kind, target, .. } => {
            Some(Link { kind: *kind, target: target.text.clone(), span: line.span })
        }
        _ => None,
    }
}

fn act(line: &Line) -> Act {
    match &line.matter {
        Matter::Link { kind: LinkKind::Corrects, .. } => Act::Correct,
        Matter::Link { kind: LinkKind::Retracts, .. } => Act::Retract,
        Matter::Link { kind: LinkKind::Disputes, .. } => Act::Dispute,
        Matter::Link { kind: LinkKind::Denies, .. } => Act::Deny,
        _ => Act::Assert,
    }
}

fn base_form(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Corrects => "correct",
        LinkKind::Retracts => "retract",
        LinkKind::Disputes => "dispute",
        LinkKind::Denies => "deny",
    }
}

fn joined(pieces: &Folded) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn some(parts: &[String], between: &str) -> Option<String> {
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(between))
}
