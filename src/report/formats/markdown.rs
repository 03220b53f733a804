//! A comment for a pull request: what was found in one line each, the evidence folded away below it.

use super::{Notice, OfFile, by_file, shown};
use crate::report::PlacedVerdict;
use crate::report::json::{Envelope, PlacedFinding};

pub(super) fn print(envelope: &Envelope) -> String {
    let mut comment = format!("**sayso**: {}\n", envelope.summary);
    for OfFile { name, findings, notices } in by_file(envelope) {
        if findings.is_empty() && notices.is_empty() {
            continue;
        }
        comment.push_str(&format!("\n### {}\n", plain_markdown(name)));
        comment.extend(notices.iter().map(noticed));
        comment.extend(findings.into_iter().map(item));
    }
    comment.push_str(&verdicts(&envelope.verdicts));
    comment
}

/// Every claim with its verdict, folded away.
fn verdicts(verdicts: &[PlacedVerdict]) -> String {
    if verdicts.is_empty() {
        return String::new();
    }
    let rows = verdicts.iter().map(|verdict| {
        let own = &verdict.claim;
        let place = plain_markdown(&format!("{}:{}", own.file, own.from.line));
        let who = plain_markdown(own.speaker.as_deref().unwrap_or("nobody named"));
        let record = plain_markdown(&verdict.evidence().unwrap_or_default());
        format!(
            "| {place} | {} | {who} | {} | {record} |\n",
            verdict.verdict.title(),
            plain_markdown(&own.words)
        )
    });
    let head = "| place | verdict | who | what | on record |\n|---|---|---|---|---|\n";
    let rows: String = rows.collect();
    format!("\n<details>\n<summary>verdicts</summary>\n\n{head}{rows}\n</details>\n")
}

/// What is wrong with the file.
fn noticed(notice: &Notice) -> String {
    let place = notice.place.map(|(from, _)| format!("line {}, ", from.line)).unwrap_or_default();
    format!("\n{place}{}: {}\n", notice.severity.name(), plain_markdown(&notice.message))
}

fn item(finding: &PlacedFinding) -> String {
    let line = finding.sides().map_or(1, |(place, _)| place.from.line);
    let heading = format!("line {line}, {}: {}", finding.severity.name(), tagless(&finding.message));
    let evidence = finding.evidence();
    let lines = evidence.iter().map(|line| format!("- {}\n", plain_markdown(line)));
    let lines: String = lines.collect();
    format!("\n<details>\n<summary>{heading}</summary>\n\n`{}`\n\n{lines}\n</details>\n", finding.rule)
}

/// Text that Markdown leaves as it is: whatever a draft holds, it opens no link, tag, mention or image.
pub fn plain_markdown(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in tagless(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '!' | '#' | '|' | '~' | '$') {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

/// Text that opens no tag and calls nobody; what stands between tags of HTML is not read as Markdown.
fn tagless(text: &str) -> String {
    // A word joiner, which is not seen, keeps the name of a stranger from being called.
    shown(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('@', "@\u{2060}")
}
