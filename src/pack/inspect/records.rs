//! Records of examples that cannot be read.

use crate::grammar::journal;
use crate::pack::reader::span_of;
use crate::pack::schema::RuleFile;
use crate::text::{Fault, Source, Span};
use toml::Spanned;

/// The faults of the journals that examples are held against.
pub(super) fn unreadable(file: &RuleFile, text: &str) -> Vec<Fault> {
    let records = file.flags.iter().chain(&file.allows).filter(|it| it.each.is_none());
    records.filter_map(|it| it.record.as_ref()).flat_map(|record| faults_of(record, text)).collect()
}

fn faults_of(record: &Spanned<String>, text: &str) -> Vec<Fault> {
    let source = Source::new("record.claims", record.get_ref().as_str());
    let whole = span_of(record);
    let start = whole.slice(text).find(record.get_ref().as_str()).map(|at| whole.start + at);
    let moved = |fault: Fault| {
        let own = fault.span;
        Fault { span: start.map_or(whole, |at| Span::new(at + own.start, at + own.end)), ..fault }
    };
    journal::parse(&source).faults.into_iter().map(moved).collect()
}
