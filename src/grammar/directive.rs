//! Directives: comments that tell the checker what to let pass, and why.

use crate::text::{Fault, Span, did_you_mean};
use chrono::NaiveDate;
use nom::bytes::complete::{tag, tag_no_case, take_while1};
use nom::character::complete::{char, multispace0, multispace1};
use nom::combinator::{opt, rest};
use nom::multi::separated_list1;
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};

/// What stands for a reason that is still to be written, in directives that an editor puts in.
pub const REASON: &str = "(give the reason)";

/// What a directive may do.
const VERBS: [&str; 2] = ["allow", "allow-file"];

/// How one looks.
const EXAMPLE: &str =
    "for instance `sayso allow sourcing/vague-source until 2031-05-04: named to the editor`";

/// What a comment lets pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// The rules, by id or by pack.
    pub rules: Vec<String>,
    /// Whether it is for the whole text rather than for its paragraph or the next.
    pub whole: bool,
    /// The last day for which it holds.
    pub until: Option<NaiveDate>,
    /// Why; empty where it does not say.
    pub reason: String,
}

/// Reads a comment, given its inside. `None` where it is not for this program.
///
/// # Errors
/// It begins like a directive and is none; the fault's span counts bytes of `comment`.
pub fn read(comment: &str) -> Option<Result<Directive, Fault>> {
    let (body, _) = name(comment).ok()?;
    if body.starts_with(char::is_alphanumeric) || is_another_name(body) {
        return None;
    }
    Some(Reader { comment }.directive(body))
}

/// Whether what follows makes a longer word of the name, and not one with which somebody meant a directive.
fn is_another_name(body: &str) -> bool {
    let longer = body.strip_prefix(['-', '_', '.']);
    longer.is_some_and(|rest| !VERBS.iter().any(|verb| rest.starts_with(verb)))
}

struct Reader<'c> {
    comment: &'c str,
}

impl Reader<'_> {
    /// `directive = name verb rules [ "until" day ] [ ":" reason ]`
    fn directive(&self, body: &str) -> Result<Directive, Fault> {
        let (left, whole) = self.verb(body)?;
        let (left, rules) = rules(left).map_err(|_| self.no_rule(body, left))?;
        let (left, until) = self.until(left)?;
        let found: IResult<&str, Option<&str>> = opt(preceded((multispace0, char(':')), rest)).parse(left);
        let (left, reason) = found.unwrap_or((left, None));
        if !left.trim().is_empty() {
            let fault = Fault::new(
                self.span(left),
                "a directive with words that are none of it",
                "expected `: ` and the reason",
            );
            return Err(fault.with_help(EXAMPLE));
        }
        Ok(Directive { rules, whole, until, reason: reason.unwrap_or_default().trim().to_owned() })
    }

    /// `verb = "allow" | "allow-file"`; whether the directive is for the whole text.
    fn verb<'b>(&self, body: &'b str) -> Result<(&'b str, bool), Fault> {
        let found: IResult<&str, &str> =
            preceded(multispace1, take_while1(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_')))
                .parse(body);
        let Ok((left, verb)) = found else {
            let fault = Fault::new(
                self.span(body),
                "a directive that lets nothing pass",
                "expected a space and `allow`",
            );
            return Err(fault.with_help(EXAMPLE));
        };
        match VERBS.iter().position(|known| *known == verb) {
            Some(number) => Ok((left, number == 1)),
            None => {
                let title = format!("no directive is called `{verb}`");
                let end = self.span(left).start;
                let place = Span::new(end - verb.len(), end);
                let fault = Fault::new(place, title, "expected `allow` or `allow-file`");
                Err(fault.with_help(did_you_mean(verb, VERBS, EXAMPLE)))
            }
        }
    }

    fn no_rule(&self, body: &str, left: &str) -> Fault {
        let (verb, end) = (self.span(body).start, self.span(left).start);
        let start = verb + (body.len() - body.trim_start().len());
        let fault = Fault::new(
            Span::new(start, end),
            "a directive that names no rule",
            "expected the id of a rule or a pack behind it",
        );
        fault.with_help(EXAMPLE)
    }

    /// `"until" day`, the day as in 2031-05-04.
    fn until<'b>(&self, left: &'b str) -> Result<(&'b str, Option<NaiveDate>), Fault> {
        let word: IResult<&str, &str> = delimited(multispace1, tag("until"), multispace1).parse(left);
        let Ok((after, _)) = word else { return Ok((left, None)) };
        let (written, rest) = after.split_at(after.find([':', ' ', '\n', '\t', '\r']).unwrap_or(after.len()));
        written.parse().map(|day| (rest, Some(day))).map_err(|_| {
            let start = self.span(after).start;
            let place = Span::new(start, start + written.len());
            let title = format!("`{written}` is no day until which a directive could hold");
            Fault::new(place, title, "expected a day that the calendar has").with_help(EXAMPLE)
        })
    }

    /// The rest of the comment as a span of it, without the white space at its end.
    fn span(&self, left: &str) -> Span {
        let start = self.comment.len().saturating_sub(left.len());
        Span::new(start, self.comment.trim_end().len().max(start))
    }
}

/// `name = "sayso"`, in any case of letters.
fn name(input: &str) -> IResult<&str, &str> {
    preceded(multispace0, tag_no_case("sayso")).parse(input)
}

/// `rules = rule { "," rule }`
fn rules(input: &str) -> IResult<&str, Vec<String>> {
    preceded(multispace1, separated_list1(delimited(multispace0, char(','), multispace0), rule)).parse(input)
}

/// `rule = 1 * ( letter | digit | "-" | "/" )`
fn rule(input: &str) -> IResult<&str, String> {
    let sign = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/');
    take_while1(sign).map(str::to_owned).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(comment: &str) -> String {
        match read(comment) {
            None => "none".to_owned(),
            Some(Err(fault)) => {
                let help = fault.help.unwrap_or_default();
                format!(
                    "{} at “{}”; {}",
                    fault.title,
                    fault.span.slice(comment),
                    help.split(" `").next().unwrap()
                )
            }
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
            " Sayso allow sourcing",
            " sayso allow sourcing because I say so",
            " sayso alow sourcing: why",
            " sayso disable sourcing: why",
            " sayso allow: why",
            " sayso allow",
            " sayso",
            " sayso allow sourcing until May: why",
            " sayso allow sourcing until 2031-02-30: why",
            " sayso allow sourcing until: why",
            " sayso: nothing",
            " sayso-allow sourcing: why",
            " sayso-fmt keeps it",
            " sayso.toml has it",
            " as sayso allow sourcing: why",
            " saysomething else",
        ];
        insta::assert_snapshot!(cases.map(|case| format!("{case:?}: {}\n", shown(case))).concat());
    }
}
