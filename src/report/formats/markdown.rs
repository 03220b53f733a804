//! A comment for a pull request: what was found in one line each, the evidence folded away below it.

use super::{Notice, OfFile, by_file, shown};
use crate::finding::Severity;
use crate::report::PlacedVerdict;
use crate::report::json::{Envelope, PlacedFinding};
use crate::report::tally::counted;
use std::cmp::Reverse;

/// Bytes of a comment, below the 65,536 characters that GitHub takes.
const MOST: usize = 65_000;

/// A piece of the comment, below the heading of its file.
struct Piece {
    heading: String,
    severity: Severity,
    text: String,
}

/// What is left of the comment's length.
struct Room(usize);

pub(super) fn print(envelope: &Envelope) -> String {
    let mut comment = format!("**sayso**: {}\n", envelope.summary);
    let mut room = Room(MOST.saturating_sub(comment.len()));
    let pieces: Vec<Piece> = by_file(envelope).iter().flat_map(pieces).collect();
    let kept = gravest(&pieces, &mut room);
    let mut under = "";
    for piece in &kept {
        if under != piece.heading {
            comment.push_str(&piece.heading);
            under = &piece.heading;
        }
        comment.push_str(&piece.text);
    }
    comment.extend(left_out(pieces.len() - kept.len(), "finding"));
    comment.push_str(&verdicts(&envelope.verdicts, &mut room));
    comment
}

fn pieces(file: &OfFile) -> Vec<Piece> {
    let heading = format!("\n### {}\n", plain_markdown(file.name));
    let piece = |severity, text| Piece { heading: heading.clone(), severity, text };
    let notices = file.notices.iter().map(|notice| piece(notice.severity, noticed(notice)));
    notices.chain(file.findings.iter().map(|finding| piece(finding.severity, item(finding)))).collect()
}

/// As many pieces as there is room for, the gravest before others, in the order of their places.
fn gravest<'p>(pieces: &'p [Piece], room: &mut Room) -> Vec<&'p Piece> {
    let mut ranked: Vec<(usize, &Piece)> = pieces.iter().enumerate().collect();
    ranked.sort_by_key(|(_, piece)| Reverse(piece.severity));
    ranked.retain(|(_, piece)| room.takes(piece.heading.len() + piece.text.len()));
    ranked.sort_by_key(|(at, _)| *at);
    ranked.into_iter().map(|(_, piece)| piece).collect()
}

impl Room {
    fn takes(&mut self, bytes: usize) -> bool {
        let left = self.0.checked_sub(bytes);
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }
}

fn left_out(count: usize, noun: &str) -> Option<String> {
    let more = counted(count, &format!("more {noun}"));
    (count > 0).then(|| format!("\n{more} left out: a comment takes no more; other reports have all\n"))
}

/// Every claim with its verdict, folded away.
fn verdicts(verdicts: &[PlacedVerdict], room: &mut Room) -> String {
    if verdicts.is_empty() {
        return String::new();
    }
    let rows: Vec<String> = verdicts.iter().map(row).take_while(|row| room.takes(row.len())).collect();
    let more = left_out(verdicts.len() - rows.len(), "claim").unwrap_or_default();
    let head = "| place | verdict | who | what | on record |\n|---|---|---|---|---|\n";
    let rows = rows.concat();
    format!("\n<details>\n<summary>verdicts</summary>\n\n{head}{rows}{more}\n</details>\n")
}

fn row(verdict: &PlacedVerdict) -> String {
    let own = &verdict.claim;
    let place = plain_markdown(&format!("{}:{}", own.file, own.from.line));
    let who = plain_markdown(own.speaker.as_deref().unwrap_or("nobody named"));
    let record = plain_markdown(&verdict.evidence().unwrap_or_default());
    let words = plain_markdown(&own.words);
    format!("| {place} | {} | {who} | {words} | {record} |\n", verdict.verdict.title())
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
