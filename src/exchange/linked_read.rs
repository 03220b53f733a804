//! JSON-LD of schema.org, as `super::linked` and others write it.

use super::entry::Wrong;
use super::json::fault;
use super::read::Line;
use super::row::{Row, joined};
use crate::grammar::journal;
use crate::text::{FileId, Source};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The claims of a JSON-LD document. JSON keeps no lines, so those of one document share its first and are counted.
pub(super) fn read(text: &str) -> Vec<Line> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => return vec![(error.line(), Err(fault(&error)))],
    };
    let nodes = nodes(&value);
    let named = nodes.iter().filter_map(|node| Some((id(node)?, *node))).collect();
    let reviewed = reviewed(&nodes);
    let comes_with_review = |node: &Value| is_claim(node) && id(node).is_some_and(|id| reviewed.contains(id));
    let counted = nodes.iter().enumerate();
    let counted = counted.filter(|(_, node)| !is_there_for_others(node) && !comes_with_review(node));
    counted.flat_map(|(index, node)| of_item(index + 1, rows(node, &named))).collect()
}

/// Nodes of a document that others of it can point to, by their `@id`.
pub(super) type Named<'v> = BTreeMap<&'v str, &'v Value>;

fn id(node: &Value) -> Option<&str> {
    node.get("@id")?.as_str()
}

fn is_claim(node: &Value) -> bool {
    types(node).any(|kind| kind == "Claim")
}

fn is_review(node: &Value) -> bool {
    types(node).any(|kind| kind == "ClaimReview")
}

/// The claims of a graph that reviews in it speak of, by their `@id`: each is read with its review.
fn reviewed<'v>(nodes: &[&'v Value]) -> BTreeSet<&'v str> {
    let reviews = nodes.iter().copied().filter(|node| is_review(node));
    reviews.flat_map(|review| all(review, "itemReviewed")).filter_map(id).collect()
}

/// Persons, outlets and pages of a graph: no claims, and nothing wrong with that.
fn is_there_for_others(node: &Value) -> bool {
    node.get("@id").is_some() && types(node).next().is_some() && rows(node, &Named::new()).is_err()
}

fn of_item(number: usize, rows: Result<Vec<Row>, Wrong>) -> Vec<Line> {
    let rows = rows.map_or_else(|wrong| vec![Err(wrong)], |rows| rows.into_iter().map(Ok).collect());
    let whole = |row: Row| row.entry().map(|_| row);
    rows.into_iter().map(|row| (1, row.and_then(whole).map_err(|wrong| of_node(number, wrong)))).collect()
}

fn of_node(number: usize, wrong: Wrong) -> Wrong {
    Wrong { what: format!("item {number}: {}", wrong.what), ..wrong }
}

/// A document is one node, a list, or a graph of them.
fn nodes(value: &Value) -> Vec<&Value> {
    match (value, value.get("@graph")) {
        (Value::Array(list), _) | (_, Some(Value::Array(list))) => list.iter().flat_map(nodes).collect(),
        _ => vec![value],
    }
}

/// The rows of a claim, or of the claim that a review speaks of: one for each who said it.
pub(super) fn rows(node: &Value, named: &Named) -> Result<Vec<Row>, Wrong> {
    let help = "give `@type` as `Claim` or `ClaimReview`";
    if is_review(node) {
        return Ok(of_review(node, named));
    }
    if is_claim(node) {
        return Ok(of_claim(node, named));
    }
    Err(match types(node).next() {
        Some(other) => Wrong::new(format!("a `{other}` is no claim"), help),
        None => Wrong::new("this does not say what it is", help),
    })
}

/// What a node is, in the words of schema.org.
fn types(node: &Value) -> impl Iterator<Item = &str> {
    const SCHEMA: [&str; 3] = ["https://schema.org/", "http://schema.org/", "schema:"];
    let plain = |kind| SCHEMA.iter().find_map(|start| str::strip_prefix(kind, start)).unwrap_or(kind);
    all(node, "@type").iter().filter_map(Value::as_str).map(plain)
}

/// The id is that of the first: no two claims of a journal share one.
fn of_claim(node: &Value, named: &Named) -> Vec<Row> {
    let authors = all(node, "author").iter().map(|author| pointed_at(author, named));
    let mut rows: Vec<Row> = authors.map(|author| by(author, node)).collect();
    if rows.is_empty() {
        rows.push(by(&Value::Null, node));
    }
    rows.iter_mut().skip(1).for_each(|row| row.id.clear());
    rows
}

/// The node that a reference means, or the value itself.
fn pointed_at<'v>(value: &'v Value, named: &Named<'v>) -> &'v Value {
    id(value).and_then(|id| named.get(id)).copied().unwrap_or(value)
}

fn by(author: &Value, node: &Value) -> Row {
    Row {
        id: text(node, "identifier"),
        date: first(day(node, "dateCreated"), day(node, "datePublished")),
        speaker: name(author),
        role: text(author, "jobTitle"),
        side: author.get("affiliation").map(name).unwrap_or_default(),
        via: several(node, "publisher", name),
        at: node.get("recordedAt").map(name).unwrap_or_default(),
        verb: several(node, "potentialAction", speech),
        words: text(node, "text"),
        about: several(node, "keywords", name),
        source: text(node, "citation"),
        note: node.get("comment").map(|comment| text(comment, "text")).unwrap_or_default(),
        links: several(node, "potentialAction", link),
    }
}

/// The reviewer's judgement becomes a note: it is not what the source said. Nor is the day of the review the day of the claim.
/// Who finds it false disputes it.
fn of_review(node: &Value, named: &Named) -> Vec<Row> {
    let reviewed = all(node, "itemReviewed").first().unwrap_or(&Value::Null);
    let by = several(node, "author", |author| name(pointed_at(author, named)));
    let rating = node.get("reviewRating").map(|rating| text(rating, "alternateName")).unwrap_or_default();
    let note = if rating.is_empty() { rating } else { format!("rated “{rating}” by {by}") };
    let of_one = |claim: Row| Row {
        words: first(text(node, "claimReviewed"), claim.words),
        source: first(claim.source, text(node, "url")),
        note: first(note.clone(), claim.note),
        ..claim
    };
    let claims = of_claim(pointed_at(reviewed, named), named).into_iter().map(of_one);
    let mut claims: Vec<Row> = claims.collect();
    claims.extend(dispute(node, &claims, named).filter(|_| is_found_false(node)));
    claims
}

/// That the reviewer disputes what was reviewed; `None` where nobody is known to do so, or on no day.
fn dispute(review: &Value, claims: &[Row], named: &Named) -> Option<Row> {
    let (date, reviewer) = (day(review, "datePublished"), all(review, "author").first()?);
    let speaker = name(pointed_at(reviewer, named));
    let links = joined(claims.iter().filter_map(name_in_journal).map(|claim| format!("disputes {claim}")));
    let whole = !(date.is_empty() || speaker.is_empty() || links.is_empty());
    whole.then(|| Row { date, speaker, links, source: text(review, "url"), ..Row::default() })
}

/// The id that the claim of a row has in a journal.
fn name_in_journal(row: &Row) -> Option<String> {
    let source = Source::new("", row.entry().ok()?);
    let claims = journal::parse(&source).claims(source.text(), FileId(0));
    claims.into_iter().next().map(|claim| claim.claim.id)
}

/// What reviewers call a claim that is not so, by itself or before a stop.
const FALSE: [&str; 12] = [
    "false",
    "mostly false",
    "not true",
    "untrue",
    "incorrect",
    "inaccurate",
    "wrong",
    "baseless",
    "debunked",
    "fabricated",
    "fake",
    "pants on fire",
];

/// By the words of the rating, else by its number: the worst that there is.
fn is_found_false(review: &Value) -> bool {
    let Some(rating) = review.get("reviewRating") else { return false };
    let words = text(rating, "alternateName").to_lowercase();
    let first = words.split([':', '.', ',', '!', '(', '–', '—']).next().unwrap_or_default().trim();
    let (value, worst, best) =
        (number(rating, "ratingValue"), number(rating, "worstRating"), number(rating, "bestRating"));
    match first {
        "" => value.is_some() && value == worst && value != best,
        verdict => FALSE.contains(&verdict),
    }
}

/// A number, also one that is written as text.
fn number(node: &Value, field: &str) -> Option<f64> {
    let value = node.get(field)?;
    value.as_f64().or_else(|| value.as_str()?.trim().parse().ok())
}

/// The verb of an action that is about no other claim.
fn speech(action: &Value) -> String {
    let is_speech = text(action, "@type") == "CommunicateAction" && action.get("object").is_none();
    if is_speech { name(action) } else { String::new() }
}

/// "disputes ID", of an action upon another claim.
fn link(action: &Value) -> String {
    match action.get("object").map(|object| text(object, "identifier")) {
        Some(target) if !target.is_empty() => format!("{} {target}", name(action)),
        _ => String::new(),
    }
}

/// Of one value or a list of them, what each says.
fn several(node: &Value, field: &str, what: impl Fn(&Value) -> String) -> String {
    all(node, field).iter().map(what).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// One value or a list of them.
fn all<'v>(node: &'v Value, field: &str) -> &'v [Value] {
    match node.get(field) {
        Some(Value::Array(list)) => list,
        Some(one) => std::slice::from_ref(one),
        None => &[],
    }
}

/// A name as such, or that of a node.
fn name(value: &Value) -> String {
    value.as_str().map_or_else(|| text(value, "name"), str::to_owned)
}

fn text(node: &Value, field: &str) -> String {
    all(node, field).first().and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// A date, or the dates between which it lies; a time of the day is not kept in journals.
fn day(node: &Value, field: &str) -> String {
    let days = text(node, field);
    let days: Vec<&str> = days.split('/').map(|day| day.split('T').next().unwrap_or(day)).collect();
    days.join("..")
}

fn first(one: String, other: String) -> String {
    if one.is_empty() { other } else { one }
}
