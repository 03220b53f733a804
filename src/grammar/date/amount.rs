//! Numbers: in words, in figures, and the vague ones.

use super::a;
use super::lexicon::Lex;
use super::piece::{Cursor, Read, no, piece, word};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};

/// How many: `None` for "several".
pub(super) type Amount = Option<u32>;

/// `amount = [ at_least ] ( choice | several | number | a ) [ "more" | "straight" | "trading" | … ]`
pub(super) fn amount(at: Cursor) -> Read<Amount> {
    let counted = alt((choice, vague, map(number, Some), value(Some(1), a)));
    let further = word(&["more", "other", "straight", "consecutive", "full", "trading", "business"]);
    preceded(opt(at_least), terminated(counted, opt(further))).parse(at)
}

/// `at_least = "more" "than" | "at" "least" | "up" "to" | "nearly" | …`
fn at_least(at: Cursor) -> Read<()> {
    let than =
        (word(&["more", "less", "fewer", "no"]), opt(word(&["more", "less", "later"])), word(&["than"]));
    let least = pair(word(&["at", "up", "as"]), word(&["least", "most", "to"]));
    let adverb =
        word(&["nearly", "almost", "about", "around", "over", "within", "roughly", "some", "just", "under"]);
    alt((value((), than), value((), least), adverb)).parse(at)
}

/// `choice = number [ "or" | "to" | "and" ] number`, the second the larger; the lower one counts
fn choice(at: Cursor) -> Read<Amount> {
    let (rest, first) = number(at)?;
    let joined = opt(word(&["or", "to", "and"]));
    let (rest, second) = preceded(joined, number).parse(rest)?;
    let glued = rest.at == at.at + 2 && rest.before(1).is_some_and(|piece| piece.glued);
    let between = rest.at > at.at + 2 || glued;
    if between && second > first { Ok((rest, Some(first))) } else { no() }
}

/// `several = [ a ] ( "few" | "several" | "couple" | "dozens" | … ) [ "of" ]`
fn vague(at: Cursor) -> Read<Amount> {
    let several = piece(|piece| (piece.lex == Lex::Several).then_some(()));
    let (rest, ()) = preceded(opt(a), several).parse(at)?;
    let couple = rest.previous().eq_ignore_ascii_case("couple");
    let (rest, _) = opt(word(&["of"])).parse(rest)?;
    Ok((rest, couple.then_some(2)))
}

/// `number = tens_and_units | hundreds | number_word | digits`
pub(super) fn number(at: Cursor) -> Read<u32> {
    alt((tens_and_units, hundreds, simple)).parse(at)
}

fn simple(at: Cursor) -> Read<u32> {
    piece(|piece| match piece.lex {
        Lex::Number(number) => Some(number),
        _ => None,
    })(at)
}

/// `tens_and_units = tens units`, hyphenated or not (“forty-two”)
fn tens_and_units(at: Cursor) -> Read<u32> {
    let tens = verify(simple, |tens| (20..100).contains(tens) && tens % 10 == 0);
    let units = verify(simple, |units| (1..10).contains(units));
    let in_words = |at: Cursor| at.next().starts_with(|c: char| c.is_alphabetic());
    if !in_words(at) {
        return no();
    }
    map(pair(tens, units), |(tens, units)| tens + units).parse(at)
}

/// `hundreds = ( number_word | digits | a ) ( "hundred" | "thousand" )`
fn hundreds(at: Cursor) -> Read<u32> {
    let scale = verify(simple, |scale| matches!(scale, 100 | 1000));
    let (rest, (count, scale)) = pair(alt((simple, value(1, a))), scale).parse(at)?;
    Ok((rest, count.saturating_mul(scale)))
}

/// `ordinal = [ "twenty" | "thirty" ] ( "first" | "3rd" | … )`
pub(super) fn ordinal(at: Cursor) -> Read<u32> {
    let plain = piece(|piece| match piece.lex {
        Lex::Ordinal(number) => Some(number),
        _ => piece.aid.ordinal,
    });
    let tens = verify(simple, |tens| matches!(tens, 20 | 30));
    let small = piece(|piece| match piece.lex {
        Lex::Ordinal(number) if number < 10 => Some(number),
        _ => piece.aid.ordinal,
    });
    alt((map(pair(tens, small), |(tens, small)| tens + small), plain)).parse(at)
}
