//! JSON-LD of schema.org, as `super::linked` and others write it.

use super::entry::Wrong;
use super::json::fault;
use super::read::Line;
use super::row::Row;
use serde_json::Value;

/// The claims of a JSON-LD document. JSON keeps no lines, so those of one document share its first and are counted.
pub(super) fn read(text: &str) -> Vec<Line> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => return vec![(error.line(), Err(fault(&error)))],
    };
    let counted = nodes(&value).into_iter().enumerate();
    counted.map(|(index, node)| (1, row(node).map_err(|wrong| of_node(index + 1, wrong)))).collect()
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

/// The row of a claim, or of the claim that a review speaks of.
pub(super) fn row(node: &Value) -> Result<Row, Wrong> {
    let help = "give `@type` as `Claim` or `ClaimReview`";
    match node.get("@type").and_then(Value::as_str) {
        Some("Claim") => Ok(of_claim(node)),
        Some("ClaimReview") => Ok(of_review(node)),
        Some(other) => Err(Wrong::new(format!("a `{other}` is no claim"), help)),
        None => Err(Wrong::new("this does not say what it is", help)),
    }
}

fn of_claim(node: &Value) -> Row {
    let author = node.get("author").unwrap_or(&Value::Null);
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
fn of_review(node: &Value) -> Row {
    let claim = of_claim(node.get("itemReviewed").unwrap_or(&Value::Null));
    let by = node.get("author").map(name).unwrap_or_default();
    let rating = node.get("reviewRating").map(|rating| text(rating, "alternateName")).unwrap_or_default();
    let note = if rating.is_empty() { rating } else { format!("rated “{rating}” by {by}") };
    Row {
        words: first(text(node, "claimReviewed"), claim.words),
        source: first(claim.source, text(node, "url")),
        note: first(note, claim.note),
        ..claim
    }
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
fn several(node: &Value, field: &str, what: fn(&Value) -> String) -> String {
    let all = match node.get(field) {
        Some(Value::Array(list)) => list.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    all.iter().map(what).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// A name as such, or that of a node.
fn name(value: &Value) -> String {
    value.as_str().map_or_else(|| text(value, "name"), str::to_owned)
}

fn text(node: &Value, field: &str) -> String {
    node.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
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
