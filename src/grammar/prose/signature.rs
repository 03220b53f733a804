//! Signatures: who a quotation is by, behind a dash.
//!
//! `“…” — Maria Lopez, nurse`, the same under the quotation, and `… — Maria Lopez (@lopez) 5 July 2016` under a post
//! that stands there without quotation marks.

use super::complement::{is_dash, is_finite};
use crate::grammar::item::Item;
use crate::grammar::quote::Period;
use crate::grammar::speaker::{self, Sort};
use crate::grammar::tag::Tag;
use crate::text::Text;
use std::ops::Range;

/// A dash and who stands behind it, by items of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The dash; nothing where it was read as the bullet of a list. What is signed stands before it; where it comes
    /// first, in the periods before.
    pub dash: Range<usize>,
    /// Who signs.
    pub source: Range<usize>,
    /// Whether an account is named, so that what is signed needs no quotation marks.
    pub account: bool,
}

/// `signature = { quotation | sign } dash noun { word | sign }`, or any words before the dash where an account
/// follows the name; behind the dash no verb but in a relative clause, and no quotation
///
/// `bullet`: the period is an item of a list right behind a quotation, and its bullet may have been meant for a dash.
pub fn signature(text: &Text, period: &mut Period, bullet: bool) -> Option<Signature> {
    let dash = if bullet { signs(&[], &period.items).then_some(0..0) } else { dash(&period.items) }?;
    period.tag(text);
    let nouns = speaker::nouns(&period.items);
    let signer = nouns.iter().find(|noun| noun.items.start == dash.end)?;
    let behind = period.items.get(signer.items.end..)?;
    let relative = |item: &&Item| matches!(item.tag, Tag::WP | Tag::WDT);
    let verbless = !behind.iter().take_while(|item| !relative(item)).any(is_finite);
    let named = matches!(signer.sort, Sort::Name | Sort::Common);
    let account = has_account(behind);
    (verbless && named).then(|| Signature { dash, source: signer.items.clone(), account })
}

/// Items of the longest signature.
const LONGEST: usize = 24;

/// The dash of what looks like a signature; no word needs a tag for that.
fn dash(items: &[Item]) -> Option<Range<usize>> {
    let from = items.len().saturating_sub(LONGEST);
    let dash = from + items.get(from..)?.iter().position(is_dash)?;
    signs(items.get(..dash)?, items.get(dash + 1..)?).then_some(dash..dash + 1)
}

fn signs(before: &[Item], behind: &[Item]) -> bool {
    let opens = |item: &Item| item.word.starts_with(char::is_uppercase) || item.is("the");
    let quoted = before.iter().all(|item| !item.is_word());
    let fits = behind.len() <= LONGEST && behind.first().is_some_and(opens);
    fits && !behind.iter().any(Item::is_quotation) && (quoted || has_account(behind))
}

/// `account = "(" "@" name`
fn has_account(items: &[Item]) -> bool {
    items.windows(2).any(|pair| match pair {
        [bracket, name] => bracket.is("(") && name.lower.starts_with('@'),
        _ => false,
    })
}
