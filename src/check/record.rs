//! From the record to statements that a draft can be held against.

use super::Kit;
use super::read::{read_claims, text_of};
use super::words::words;
use crate::claim::{AsWritten, Attribution, Claim, DateRead, Interval, Medium, Resolved, Speaker, Wording};
use crate::compare::Statement;
use crate::document::{Document, DocumentKind};
use crate::grammar::journal::{Entry, JournalClaim};
use crate::grammar::{assertion, date, turns};
use crate::record::{Filed, Record, RecordFile};
use crate::resolve::who::Headers;
use crate::resolve::{stated, when};
use crate::text::{FileId, Source, Span, Text};
use std::ops::Range;

/// Every statement of the record, in the order of its files.
pub fn record_statements(record: &Record, kit: &Kit) -> Vec<Statement> {
    let headers = Headers::new(&kit.actors);
    let read = |file| passage_statements(record, file, 0..usize::MAX, &headers, kit);
    record.files.iter().flat_map(read).collect()
}

/// The statements of some of a file's passages ([`RecordFile::passages`]), so that a long file can be read in parts.
/// `headers` may be those of other files as well.
pub fn passage_statements(
    record: &Record,
    file: &RecordFile,
    passages: Range<usize>,
    headers: &Headers,
    kit: &Kit,
) -> Vec<Statement> {
    match &file.content {
        Filed::Journal { source, journal } => {
            let claims = claims_of(record, file.id, &passages);
            let passages = passages.start..passages.end.min(journal.entries.len());
            let entries = journal.entries.get(passages).unwrap_or_default();
            journal_statements(source, entries, claims, headers, kit)
        }
        Filed::Document(document) if passages.start == 0 => {
            document_statements(document, file.id, headers, kit)
        }
        Filed::Document(_) => Vec::new(),
    }
}

/// The statements of a text on record; a draft is none.
pub fn document_statements(
    document: &Document,
    file: FileId,
    headers: &Headers,
    kit: &Kit,
) -> Vec<Statement> {
    match document.meta.kind {
        DocumentKind::Transcript => transcript_statements(document, file, headers, kit),
        DocumentKind::Article => article_statements(document, file, kit),
        DocumentKind::Draft => Vec::new(),
    }
}

/// The claims of some entries of a journal.
fn claims_of<'r>(record: &'r Record, file: FileId, entries: &Range<usize>) -> &'r [JournalClaim] {
    let place = |claim: &JournalClaim| (claim.claim.origin.file, claim.entry);
    let first = record.claims.partition_point(|claim| place(claim) < (file, entries.start));
    let end = record.claims.partition_point(|claim| place(claim) < (file, entries.end));
    record.claims.get(first..end).unwrap_or_default()
}

fn journal_statements(
    source: &Source,
    entries: &[Entry],
    claims: &[JournalClaim],
    headers: &Headers,
    kit: &Kit,
) -> Vec<Statement> {
    let text = Text::read(source.text(), &blocks_of(entries));
    let dates = entry_dates(entries, &text);
    let claims = claims.iter().flat_map(|claim| journal_claims(claim, &text, &dates, headers)).collect();
    statements(claims, &text, &dates, kit)
}

/// The dates of each entry, told from its own day: none is spoken of in another.
fn entry_dates(entries: &[Entry], text: &Text) -> Vec<DateRead> {
    let written = date::dates(text);
    let mut rest = written.as_slice();
    let starts = entries.iter().skip(1).map(|next| next.header.speaker.name.span.start);
    let ends = starts.chain([usize::MAX]);
    let of_entry = |(entry, end): (&Entry, usize)| {
        let (own, later) = rest.split_at(rest.partition_point(|date| date.span.start < end));
        rest = later;
        let said = entry.header.said.interval();
        when::read(text, own, (said == Interval::day(said.from)).then_some(said.from))
    };
    entries.iter().zip(ends).flat_map(of_entry).collect()
}

/// A claim of a journal, with all its words and what its first sentence asserts; and under its id one for each sentence
/// behind that, for what it asserts.
fn journal_claims(
    claim: &JournalClaim,
    text: &Text,
    dates: &[DateRead],
    headers: &Headers,
) -> Vec<Claim<Resolved>> {
    let mut written = claim.claim.clone();
    let mut sentences = Vec::new();
    // A bare link ("disputes ID") has its act from its keyword; everything else is read like prose.
    if let Some(content) = &written.attribution.content {
        sentences = assertion::sentences(text, content);
        written.assertion = match sentences.as_slice() {
            [first, ..] => assertion::of_attribution(text, &of_sentence(&written, first, text)),
            [] => assertion::of_attribution(text, &written.attribution),
        };
    }
    let behind = sentences.iter().skip(1).map(|spans| {
        let attribution = of_sentence(&written, spans, text);
        let assertion = assertion::of_attribution(text, &attribution);
        Claim { attribution, assertion, links: Vec::new(), ..written.clone() }
    });
    let behind: Vec<_> = behind.collect();
    let stated = |written| stated(written, Some(claim.said), dates, headers);
    std::iter::once(written).chain(behind).map(stated).collect()
}

/// The attribution of one of the sentences that a claim says. Its quotations are those of the whole.
fn of_sentence(claim: &Claim<AsWritten>, spans: &[Span], text: &Text) -> Attribution {
    let content = Wording::of(text.prose(), spans.to_vec());
    Attribution { content, quotes: Vec::new(), ..claim.attribution.clone() }
}

fn statements(claims: Vec<Claim<Resolved>>, text: &Text, dates: &[DateRead], kit: &Kit) -> Vec<Statement> {
    let words = words(text, dates, &claims, kit);
    claims.into_iter().map(|claim| Statement::new(claim, text, &words, kit.likelihood)).collect()
}

/// The names and lines of a journal as blocks: what one of them says never runs on into the next. What else headers have
/// was read already.
fn blocks_of(entries: &[Entry]) -> Vec<Span> {
    let blocks = entries.iter().flat_map(|entry| {
        std::iter::once(entry.header.speaker.name.span).chain(entry.lines.iter().map(|line| line.span))
    });
    blocks.collect()
}

fn transcript_statements(document: &Document, file: FileId, headers: &Headers, kit: &Kit) -> Vec<Statement> {
    let text = text_of(document);
    let said = document.meta.date.map(Interval::day);
    let dates = when::read(&text, &date::dates(&text), document.meta.date);
    let claims = turns(document, &text, file).into_iter();
    let claims = claims.map(|claim| stated(claim, said, &dates, headers)).collect();
    statements(claims, &text, &dates, kit)
}

/// What others say in an archived article: one link further from the source than the article itself.
pub fn article_statements(document: &Document, file: FileId, kit: &Kit) -> Vec<Statement> {
    let outlet =
        document.meta.outlet.as_ref().map(|name| Speaker { name: name.clone(), ..Speaker::default() });
    let mut statements = read_claims(document, file, Medium::Article, kit);
    for statement in &mut statements {
        statement.claim.via.splice(0..0, outlet.clone());
    }
    statements
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::of_sources;

    /// The words of the entry around them that the claims of one header with `count` lines hold.
    fn held(count: usize) -> usize {
        let text = format!("2031-05-02 Anna Berg\n{}", "    says the dam is safe\n".repeat(count));
        let record = of_sources([Source::new("dam.claims", text)], FileId(0));
        let statements = record_statements(&record, &Kit::builtin());
        statements.iter().map(|statement| statement.sentence_words.len()).sum()
    }

    #[test]
    fn a_header_over_many_lines_is_not_held_once_for_each_with_all_of_them() {
        assert!(held(800) < 5 * held(200));
    }

    #[test]
    fn each_sentence_of_a_journal_line_asserts_something() {
        let journal = "2031-05-02 Bo Lind\n    says “Good evening. We will open the sluices.\n        The dam is not safe! Really.”\n    \
                       says the gate is shut\n    id lind-dam\n";
        let record = of_sources([Source::new("dam.claims", journal)], FileId(0));
        let statements = record_statements(&record, &Kit::builtin());
        let told: Vec<String> = statements
            .iter()
            .map(|Statement { claim, quotes, .. }| {
                let predicate = claim.assertion.skeleton.predicate.as_ref().map_or("", |it| &it.lemma);
                format!("{} {predicate} {}: {}", claim.id, quotes.len(), claim.content())
            })
            .collect();
        let whole = "“Good evening. We will open the sluices. The dam is not safe! Really.”";
        assert_eq!(
            told,
            [
                &format!("lind-dam open 1: {whole}"),
                "lind-dam safe 0: The dam is not safe",
                "lind-dam-2 shut 0: the gate is shut"
            ]
        );
    }

    #[test]
    fn entries_of_a_journal_tell_dates_from_their_own_day_and_from_no_other_entry() {
        let journal = "2031-05-02 Anna Berg\n    says profit rose in the first quarter of 2029\n\n\
            2031-06-11 Karl Holm\n    says profit fell from a year earlier\n\n\
            2031-06-12 Karl Holm\n    says the dam broke on Tuesday\n\n\
            2031-06 Marta Lind\n    says the dam broke on Tuesday\n";
        let record = of_sources([Source::new("dam.claims", journal)], FileId(0));
        let statements = record_statements(&record, &Kit::builtin());
        let days = |statement: &Statement| -> Vec<String> {
            let told = statement.claim.dates.iter().filter_map(|date| date.interval);
            told.map(|interval| interval.timex()).collect()
        };
        let told: Vec<Vec<String>> = statements.iter().map(days).collect();
        assert_eq!(told, [vec!["2029-Q1"], vec!["2030"], vec!["2031-06-10"], vec![]]);
    }
}
