//! Claims as JSON-LD in the words of schema.org, with the selectors of the Web Annotation Data Model.

use super::row::{Placed, Row, list};
use crate::report::Shelf;
use serde_json::{Value, json};

/// Code points before and after the words that a selector quotes.
const AROUND: usize = 32;

/// A graph of claims, each with its quotations and where it stands: by its words and by its place in code points.
pub fn print(claims: &[Placed], shelf: &Shelf) -> String {
    let graph: Vec<Value> = claims.iter().map(|placed| claim(placed, shelf)).collect();
    let context = json!(["https://schema.org", { "oa": "http://www.w3.org/ns/oa#" }]);
    format!("{:#}\n", json!({ "@context": context, "@graph": graph }))
}

/// Whoever speaks may be a person or a body, so no type is given to it.
fn claim(placed: &Placed, shelf: &Shelf) -> Value {
    let row = &placed.row;
    let mut claim = json!({
        "@type": "Claim",
        "identifier": row.id,
        "text": row.words,
        "author": { "name": row.speaker, "jobTitle": row.role, "affiliation": named(&row.side) },
        "dateCreated": row.date.replace("..", "/"),
        "publisher": list(&row.via).map(named).collect::<Vec<_>>(),
        "keywords": list(&row.about).collect::<Vec<_>>(),
        "citation": row.source,
        "comment": { "@type": "Comment", "text": row.note },
        "recordedAt": { "@type": "Event", "name": row.at },
        "potentialAction": actions(row),
        "hasPart": quotations(row),
        "appearance": appearance(placed, shelf),
    });
    drop_empty(&mut claim);
    claim
}

fn named(name: &str) -> Value {
    json!({ "name": name })
}

/// The speech itself, under its verb, and what it does to other claims.
fn actions(row: &Row) -> Vec<Value> {
    let speech = (!row.verb.is_empty()).then(|| json!({ "@type": "CommunicateAction", "name": row.verb }));
    let links = list(&row.links).filter_map(|link| link.split_once(' ')).map(|(verb, target)| {
        let object = json!({ "@type": "Claim", "identifier": target });
        json!({ "@type": "CommunicateAction", "name": verb, "object": object })
    });
    speech.into_iter().chain(links).collect()
}

fn quotations(row: &Row) -> Vec<Value> {
    let curly = row.words.split('“').skip(1).filter_map(|part| part.split_once('”')).map(|(words, _)| words);
    let straight = row.words.split('"').skip(1).step_by(2);
    let by = |words| json!({ "@type": "Quotation", "text": words, "spokenByCharacter": named(&row.speaker) });
    curly.chain(straight).map(by).collect()
}

fn appearance(placed: &Placed, shelf: &Shelf) -> Value {
    let Some(shelved) = shelf.get(placed.file) else { return Value::Null };
    let (start, end) = shelved.places(placed.span);
    let words = shelved.in_file(placed.span);
    let text = shelved.source.text();
    let before: Vec<char> = text.get(..words.start).unwrap_or_default().chars().rev().take(AROUND).collect();
    let after: String = text.get(words.end..).unwrap_or_default().chars().take(AROUND).collect();
    json!({
        "@type": ["CreativeWork", "oa:SpecificResource"],
        "url": shelved.source.name(),
        "oa:hasSelector": [
            {
                "@type": "oa:TextQuoteSelector",
                "oa:exact": words.slice(text),
                "oa:prefix": before.into_iter().rev().collect::<String>(),
                "oa:suffix": after,
            },
            { "@type": "oa:TextPositionSelector", "oa:start": start.char, "oa:end": end.char },
        ],
    })
}

/// Takes out what says nothing, and what then says no more than its type.
fn drop_empty(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(drop_empty);
            fields.retain(|name, value| name.starts_with("oa:") || !says_nothing(value));
        }
        Value::Array(list) => list.iter_mut().for_each(drop_empty),
        _ => {}
    }
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.keys().all(|name| name == "@type"),
        Value::Array(list) => list.is_empty(),
        Value::String(text) => text.is_empty(),
        other => other.is_null(),
    }
}
