//! A quotation and what is on record, one above the other, with the differences marked.

use similar::DiffOp;

/// Words that are shown on either side of a difference.
const NEAR: usize = 6;

/// The words of both sides around the differences, which stand in angle marks; `is_elided` tells those that the quotation
/// shows itself.
pub(super) fn side_by_side(
    ops: &[DiffOp],
    quoted: &[&str],
    recorded: &[&str],
    is_elided: impl Fn(&DiffOp) -> bool,
) -> [String; 2] {
    let mut sides: [Vec<String>; 2] = Default::default();
    for (at, op) in ops.iter().enumerate() {
        let mine = quoted.get(op.old_range()).unwrap_or_default();
        let theirs = recorded.get(op.new_range()).unwrap_or_default();
        let [one, other] = match op {
            DiffOp::Equal { .. } => {
                let common = near(mine, at > 0, at + 1 < ops.len());
                [common.clone(), common]
            }
            _ if is_elided(op) => [format!("… {}", mine.join(" ")), theirs.join(" ")],
            _ => [marked(mine), marked(theirs)],
        };
        let [quotation, record] = &mut sides;
        quotation.push(one);
        record.push(other);
    }
    sides.map(|side| side.join(" ").trim().to_owned())
}

/// Words that both have: those far from any difference are left out.
fn near(words: &[&str], after: bool, before: bool) -> String {
    let first = if after { NEAR } else { 0 };
    let last = if before { NEAR } else { 0 };
    if words.len() <= first + last {
        return words.join(" ");
    }
    let head = words.get(..first).unwrap_or_default();
    let tail = words.get(words.len() - last..).unwrap_or_default();
    [head, &["…"], tail].concat().join(" ")
}

fn marked(words: &[&str]) -> String {
    if words.is_empty() { "‹ ›".to_owned() } else { format!("‹{}›", words.join(" ")) }
}
