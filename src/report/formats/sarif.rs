//! SARIF 2.1.0 (OASIS), as code hosts and editors read it: both sides of a conflict through `relatedLocations`,
//! fingerprints that outlive moved lines, rules with their help. Columns count UTF-16 code units, and say so.

use super::{Notice, notices, shown};
use crate::finding::Severity;
use crate::pack::Rule;
use crate::report::json::{Envelope, LabelledPlace, PlacedFinding, pretty};
use crate::report::{Root, counted};
use crate::text::Place;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The most results that GitHub takes of one run.
const MOST: usize = 25_000;

pub(super) fn print(envelope: &Envelope, rules: &[Rule]) -> String {
    let numbers: BTreeMap<&str, usize> = rules.iter().enumerate().map(|(n, rule)| (&*rule.id, n)).collect();
    let root = &envelope.root;
    let mut findings: Vec<&PlacedFinding> = envelope.findings.iter().collect();
    if findings.len() > MOST {
        // What does not fit is what matters least.
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    }
    let results: Vec<Value> =
        findings.iter().take(MOST).filter_map(|finding| result(finding, &numbers, root)).collect();
    let told = notices(envelope).map(|notice| notification(&notice, root)).chain(too_many(findings.len()));
    let failed = notices(envelope).any(|notice| notice.severity == Severity::Error);
    let run = json!({
        "tool": { "driver": {
            "name": envelope.tool.name,
            "semanticVersion": envelope.tool.version,
            "rules": rules.iter().map(descriptor).collect::<Vec<_>>(),
        }},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": { ROOT: { "description": { "text": "The root of the repository, or the folder that the run was started in." } } },
        "invocations": [{
            "executionSuccessful": !failed,
            "toolExecutionNotifications": told.collect::<Vec<_>>(),
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

fn result(finding: &PlacedFinding, numbers: &BTreeMap<&str, usize>, root: &Root) -> Option<Value> {
    let (first, others) = finding.sides()?;
    let notes: String = finding.notes.iter().map(|note| format!("\n{}", shown(note))).collect();
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": format!("{}{notes}", finding.headline()) },
        "locations": [location(first, 0, root)],
        "relatedLocations": others.iter().zip(1..).map(|(place, id)| location(place, id, root)).collect::<Vec<_>>(),
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

fn location(place: &LabelledPlace, id: usize, root: &Root) -> Value {
    let mut location = json!({
        "id": id,
        "message": { "text": shown(&place.label) },
        "physicalLocation": physical(&place.file, place.from, place.to, root),
    });
    if let Some(region) = location.pointer_mut("/physicalLocation/region").and_then(Value::as_object_mut) {
        region.insert("snippet".to_owned(), json!({ "text": place.words }));
    }
    location
}

fn physical(file: &str, from: Place, to: Place, root: &Root) -> Value {
    json!({
        "artifactLocation": artifact(file, root),
        "region": {
            "startLine": from.line, "startColumn": from.utf16_column,
            "endLine": to.line, "endColumn": to.utf16_column,
            "charOffset": from.char, "charLength": to.char.saturating_sub(from.char),
        },
    })
}

fn artifact(file: &str, root: &Root) -> Value {
    let path = root.path_of(file);
    match path.starts_with('/') {
        true => json!({ "uri": format!("file://{}", percent_encoded(&path)) }),
        false => json!({ "uri": percent_encoded(&path), "uriBaseId": ROOT }),
    }
}

/// A path as a URI reference (RFC 3986): all but unreserved characters and slashes as `%XX`.
fn percent_encoded(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

fn notification(notice: &Notice, root: &Root) -> Value {
    let location = notice.place.map_or_else(
        || json!({ "artifactLocation": artifact(notice.file, root) }),
        |(from, to)| physical(notice.file, from, to, root),
    );
    json!({
        "descriptor": { "id": notice.rule },
        "level": level(notice.severity),
        "message": { "text": notice.message },
        "locations": [{ "physicalLocation": location }],
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
