//! Directives: comments that tell the checker what to let pass, and why.

use crate::text::{Fault, Span};
use chrono::NaiveDate;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, multispace0, multispace1};
use nom::combinator::{map_opt, opt, rest, value};
use nom::multi::separated_list1;
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};

/// What stands for a reason that is still to be written, in directives that an editor puts in.
pub const REASON: &str = "(give the reason)";

/// What a comment lets pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// The rules, by id or by pack.
    pub rules: Vec<String>,
    /// Whether it is for the whole text rather than for its paragraph or the next.
    pub whole: bool,
    /// The last day of publication for which it holds.
    pub until: Option<NaiveDate>,
    /// Why; empty where it does not say.
    pub reason: String,
}

/// Reads a comment, given its inside. `None` where it is not for this program.
///
/// # Errors
/// It begins like a directive and is none; the fault's span counts bytes of `comment`.
pub fn read(comment: &str) -> Option<Result<Directive, Fault>> {
    let name: IResult<&str, &str> = preceded(multispace0, tag("sayso")).parse(comment);
    let (body, _) =
        name.ok().filter(|(rest, _)| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))?;
    let start = comment.len() - body.len();
    Some(
        directive(body)
            .map(|(_, directive)| directive)
            .map_err(|_| fault(Span::new(start, comment.trim_end().len()))),
    )
}

fn fault(span: Span) -> Fault {
    Fault::new(
        span,
        "a comment that begins with `sayso` and lets nothing pass",
        "expected `allow RULE: reason`",
    )
    .with_help("for instance `sayso allow sourcing/vague-source until 2031-05-04: named to the editor`")
}

/// `directive = "sayso" scope rules [ "until" iso_date ] [ ":" reason ]`
fn directive(input: &str) -> IResult<&str, Directive> {
    let until = preceded((multispace1, tag("until"), multispace1), day);
    let reason = preceded((multispace0, char(':')), rest);
    let (left, (whole, rules, until, reason)) = (scope, rules, opt(until), opt(reason)).parse(input)?;
    if !left.trim().is_empty() {
        return Err(nom::Err::Error(nom::error::Error::new(left, nom::error::ErrorKind::Eof)));
    }
    let reason = reason.unwrap_or_default().trim().to_owned();
    Ok((left, Directive { rules, whole, until, reason }))
}

/// `scope = "allow" | "allow-file"`
fn scope(input: &str) -> IResult<&str, bool> {
    let scope = alt((value(true, tag("allow-file")), value(false, tag("allow"))));
    delimited(multispace1, scope, multispace1).parse(input)
}

/// `rules = rule { "," rule }`
fn rules(input: &str) -> IResult<&str, Vec<String>> {
    separated_list1(delimited(multispace0, char(','), multispace0), rule).parse(input)
}

/// `rule = 1 * ( letter | digit | "-" | "/" )`
fn rule(input: &str) -> IResult<&str, String> {
    let sign = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/');
    take_while1(sign).map(str::to_owned).parse(input)
}

fn day(input: &str) -> IResult<&str, NaiveDate> {
    map_opt(take_while1(|c: char| c.is_ascii_digit() || c == '-'), |written: &str| written.parse().ok())
        .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(comment: &str) -> String {
        match read(comment) {
            None => "none".to_owned(),
            Some(Err(fault)) => format!("fault at {}", fault.span.slice(comment)),
            Some(Ok(Directive { rules, whole, until, reason })) => {
                format!("{} {whole} {until:?} {reason}", rules.join("+"))
            }
        }
    }

    #[test]
    fn a_directive_names_rules_and_says_why() {
        let cases = [
            " sayso allow quotes/quote-altered: as broadcast ",
            "sayso allow dates, sourcing/vague-source until 2031-05-04: known to the editor: all of them",
            " sayso allow-file\n  sourcing : a column",
            " sayso allow sourcing",
            " sayso allow sourcing because I say so",
            " sayso alow sourcing: why",
            " sayso allow sourcing until May: why",
            " sayso: nothing",
            " as sayso allow sourcing: why",
            " saysomething else",
        ];
        insta::assert_snapshot!(cases.map(|case| format!("{case:?}: {}\n", shown(case))).concat());
    }
}
