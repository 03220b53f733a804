//! SARIF 2.1.0 (OASIS), as code hosts and editors read it: both sides of a conflict through `relatedLocations`,
//! fingerprints that outlive moved lines, rules with their help. Columns count UTF-16 code units, and say so.

use super::from_root;
use crate::finding::Severity;
use crate::pack::Rule;
use crate::report::counted;
use crate::report::json::{Envelope, LabelledPlace, PlacedFault, PlacedFinding, pretty};
use crate::text::Place;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The most results that GitHub takes of one run.
const MOST: usize = 25_000;

pub(super) fn print(envelope: &Envelope, rules: &[Rule]) -> String {
    let numbers: BTreeMap<&str, usize> = rules.iter().enumerate().map(|(n, rule)| (&*rule.id, n)).collect();
    let mut findings: Vec<&PlacedFinding> = envelope.findings.iter().collect();
    if findings.len() > MOST {
        // What does not fit is what matters least.
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    }
    let results: Vec<Value> =
        findings.iter().take(MOST).filter_map(|finding| result(finding, &numbers)).collect();
    let notices = envelope.faults.iter().map(fault).chain(too_many(findings.len()));
    let run = json!({
        "tool": { "driver": {
            "name": envelope.tool.name,
            "semanticVersion": envelope.tool.version,
            "rules": rules.iter().map(descriptor).collect::<Vec<_>>(),
        }},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": { ROOT: { "description": { "text": "The folder that the run was started in." } } },
        "invocations": [{
            "executionSuccessful": true,
            "toolExecutionNotifications": notices.collect::<Vec<_>>(),
        }],
        "results": results,
    });
    pretty(&json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] }))
}

/// The schema's own name.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What relative paths are relative to.
const ROOT: &str = "%SRCROOT%";

fn descriptor(rule: &Rule) -> Value {
    let norms = rule.norms.iter().map(|norm| format!("- {norm}\n"));
    let norms: String = norms.collect();
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.title },
        "fullDescription": { "text": rule.why },
        "help": {
            "text": format!("{}\n\n{norms}", rule.help),
            "markdown": format!("{}\n\n**What to do**: {}\n\n{norms}", rule.why, rule.help),
        },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn result(finding: &PlacedFinding, numbers: &BTreeMap<&str, usize>) -> Option<Value> {
    let (first, others) = finding.sides()?;
    let notes: String = finding.notes.iter().map(|note| format!("\n{note}")).collect();
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": format!("{}{notes}", finding.message) },
        "locations": [location(first, 0)],
        "relatedLocations": others.iter().zip(1..).map(|(place, id)| location(place, id)).collect::<Vec<_>>(),
        "partialFingerprints": { "sayso/v1": finding.fingerprint },
        "properties": {
            "confidence": finding.confidence,
            "relation": finding.relation,
            "acknowledged": finding.acknowledged,
        },
    });
    if let (Some(number), Some(result)) = (numbers.get(finding.rule.as_str()), result.as_object_mut()) {
        result.insert("ruleIndex".to_owned(), json!(number));
    }
    Some(result)
}

fn location(place: &LabelledPlace, id: usize) -> Value {
    let mut location = json!({
        "id": id,
        "message": { "text": place.label },
        "physicalLocation": physical(&place.file, place.from, place.to),
    });
    if let Some(region) = location.pointer_mut("/physicalLocation/region").and_then(Value::as_object_mut) {
        region.insert("snippet".to_owned(), json!({ "text": place.words }));
    }
    location
}

fn physical(file: &str, from: Place, to: Place) -> Value {
    json!({
        "artifactLocation": artifact(file),
        "region": {
            "startLine": from.line, "startColumn": from.utf16_column,
            "endLine": to.line, "endColumn": to.utf16_column,
            "charOffset": from.char, "charLength": to.char.saturating_sub(from.char),
        },
    })
}

fn artifact(file: &str) -> Value {
    let path = file.replace('\\', "/");
    match path.starts_with('/') {
        true => json!({ "uri": format!("file://{}", percent_encoded(&path)) }),
        false => json!({ "uri": percent_encoded(from_root(&path)), "uriBaseId": ROOT }),
    }
}

/// A path as a URI reference (RFC 3986): all but unreserved characters and slashes as `%XX`.
fn percent_encoded(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

fn fault(fault: &PlacedFault) -> Value {
    let text =
        std::iter::once(fault.title.as_str()).chain([fault.label.as_str()]).chain(fault.help.as_deref());
    json!({
        "level": level(fault.severity),
        "message": { "text": text.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ") },
        "locations": [{ "physicalLocation": physical(&fault.file, fault.from, fault.to) }],
    })
}

fn too_many(found: usize) -> Option<Value> {
    let left_out = found.checked_sub(MOST).filter(|more| *more > 0)?;
    let text = format!(
        "{} left out, the least grave: code hosts take no more of one run",
        counted(left_out, "finding")
    );
    Some(json!({ "level": "warning", "message": { "text": text } }))
}

fn level(severity: Severity) -> &'static str {
    severity.name()
}
