//! What a draft's own comments let pass, and what is wrong with those comments.
//!
//! A directive reaches the block that its comment stands in, or else the next one; `allow-file` reaches the whole
//! draft. A finding about two claims is let pass where one of them is reached; one that tells of one thing at several
//! places keeps those that are not. No clock is asked: a directive holds for drafts that are published on its last day
//! or earlier.

use super::{DRAFT, DRAFT_TEXT};
use crate::document::{Block, Document};
use crate::finding::{Confidence, Finding, Label, Severity};
use crate::grammar::directive::{self, Directive};
use crate::pack::Rule;
use crate::settings::names_rule as names;
use crate::text::{Fault, Span, did_you_mean};
use std::collections::BTreeSet;
use std::ops::Range;

/// The pack that findings about directives belong to; no rule of it can be let pass.
const PACK: &str = "suppressions";

/// What opens a comment, and what closes it.
const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// The findings of a draft after its directives were heard.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// What is left, and what is wrong with the directives, in the order of the draft.
    pub findings: Vec<Finding>,
    /// How many were let pass.
    pub let_pass: usize,
}

/// Lets pass what the directives of a draft allow. Of all rules that there are, `used` made the findings: a directive for
/// another is neither unknown nor useless.
pub fn suppress(draft: &Document, findings: Vec<Finding>, rules: &[Rule], used: &[Rule]) -> Heard {
    let mut hearing = Hearing {
        draft,
        rules,
        used,
        blocks: blocks(draft, &findings),
        reached: BTreeSet::new(),
        own: Vec::new(),
    };
    for comment in &draft.comments {
        hearing.hear(*comment, &findings);
    }
    hearing.find_unclosed();
    let Hearing { reached, own, .. } = hearing;
    let all = findings.len();
    let numbered = findings.into_iter().enumerate();
    let left = numbered.filter_map(|(number, finding)| {
        let blocks: BTreeSet<usize> =
            reached.range((number, 0)..(number + 1, 0)).map(|(_, block)| *block).collect();
        left_of(draft, finding, &blocks)
    });
    let mut findings: Vec<Finding> = left.collect();
    let let_pass = all - findings.len();
    findings.extend(own);
    sort_by_place(draft, &mut findings);
    Heard { findings, let_pass }
}

/// Puts findings in the order in which they stand in the draft's file.
pub fn sort_by_place(draft: &Document, findings: &mut [Finding]) {
    findings.sort_by_key(|finding| place(draft, finding));
}

/// What is left of a finding after directives reached some blocks of its places.
fn left_of(draft: &Document, mut finding: Finding, reached: &BTreeSet<usize>) -> Option<Finding> {
    if reached.is_empty() || finding.relation.is_some() {
        return reached.is_empty().then_some(finding);
    }
    finding.labels.retain(|label| label.file != DRAFT || !reached.contains(&block_of(draft, label.span)));
    finding.labels.iter().any(|label| label.file == DRAFT).then_some(finding)
}

struct Hearing<'h> {
    draft: &'h Document,
    rules: &'h [Rule],
    used: &'h [Rule],
    /// For each block of the draft the findings that have a place in it.
    blocks: Vec<Vec<usize>>,
    /// Findings and the blocks in which a directive lets them pass.
    reached: BTreeSet<(usize, usize)>,
    own: Vec<Finding>,
}

impl Hearing<'_> {
    fn hear(&mut self, comment: Span, findings: &[Finding]) {
        let text = self.draft.source.text();
        if !text.get(comment.end..).unwrap_or_default().starts_with(CLOSE) {
            if directive::read(comment.slice(text)).is_some() {
                self.complain(comment, "malformed", &unclosed(first_line(comment, text)));
            }
            return;
        }
        match directive::read(comment.slice(self.draft.source.text())) {
            None => {}
            Some(Err(fault)) => self.complain(comment, "malformed", &fault),
            Some(Ok(directive)) => self.obey(comment, &directive, findings),
        }
    }

    /// Within a paragraph, a comment that is never closed is prose.
    fn find_unclosed(&mut self) {
        for block in &self.draft.blocks {
            let words = block.span.slice(&self.draft.prose);
            let Some(open) = words.rfind(OPEN) else { continue };
            let (start, inside) = (open + OPEN.len(), words.get(open + OPEN.len()..).unwrap_or_default());
            if !inside.contains(CLOSE) && directive::read(inside).is_some() {
                let place = Span::new(start, words.len()).shifted(block.span.start);
                let in_file = self.draft.map.span_to_file(place);
                self.complain(in_file, "malformed", &unclosed(whole(in_file)));
            }
        }
    }

    fn obey(&mut self, comment: Span, directive: &Directive, findings: &[Finding]) {
        if directive.reason.is_empty() {
            let fault = Fault::new(
                whole(comment),
                "a directive that does not say why",
                "nothing is let pass without a reason",
            );
            return self.complain(comment, "unexplained", &fault.with_help("add `: ` and the reason"));
        }
        if let Some(day) = directive.until.filter(|day| self.draft.meta.date.is_some_and(|date| date > *day))
        {
            let fault = Fault::new(
                whole(comment),
                format!("this directive held until {day}"),
                "the draft is of a later day",
            );
            return self.complain(
                comment,
                "expired",
                &fault.with_help("look at the finding again; take the directive out or give it another day"),
            );
        }
        if directive.reason == directive::REASON {
            let fault = Fault::new(
                whole(comment),
                "a directive whose reason is still to be written",
                "the editor put this in",
            );
            self.complain(comment, "unexplained", &fault.with_help("write why this may stand"));
        }
        for rule in &directive.rules {
            self.allow(comment, rule, directive.whole, findings);
        }
    }

    fn allow(&mut self, comment: Span, rule: &str, whole_text: bool, findings: &[Finding]) {
        if !self.rules.iter().any(|known| names(rule, &known.id)) {
            let fault =
                Fault::new(whole(comment), format!("there is no rule `{rule}`"), "nothing is let pass by it");
            return self.complain(comment, "unknown-rule", &fault.with_help(self.near(rule)));
        }
        let is_named = |number: &&usize| findings.get(**number).is_some_and(|it| names(rule, &it.rule));
        let named: Vec<(usize, usize)> = self
            .reach(comment, whole_text)
            .flat_map(|block| {
                let there = self.blocks.get(block).into_iter().flatten();
                there.filter(is_named).map(move |number| (*number, block))
            })
            .collect();
        if named.is_empty() && self.used.iter().any(|used| names(rule, &used.id)) {
            let fault = Fault::new(
                whole(comment),
                format!("there is nothing of `{rule}` to let pass"),
                "this directive does nothing",
            );
            self.complain(comment, "unused", &fault.with_help("take it out"));
        }
        self.reached.extend(named);
    }

    /// The blocks that a comment speaks of.
    fn reach(&self, comment: Span, whole_text: bool) -> Range<usize> {
        if whole_text {
            return 0..self.blocks.len();
        }
        let end = |block: &Block| self.draft.map.span_to_file(block.span).end;
        let next = self.draft.blocks.partition_point(|block| end(block) <= comment.start);
        let before = next.checked_sub(1).and_then(|index| self.draft.blocks.get(index));
        // Behind the last words of a paragraph, on their line, a comment belongs to them.
        let on_its_line = |block: &Block| {
            !Span::new(end(block), comment.start).slice(self.draft.source.text()).contains('\n')
        };
        let first = if before.is_some_and(on_its_line) { next - 1 } else { next };
        first..(first + 1).min(self.blocks.len())
    }

    fn near(&self, rule: &str) -> String {
        did_you_mean(rule, self.rules.iter().map(|known| &*known.id), "`sayso rules` lists them")
    }

    fn complain(&mut self, comment: Span, what: &str, fault: &Fault) {
        let rule = format!("{PACK}/{what}");
        let key = comment.slice(self.draft.source.text()).trim().to_owned();
        self.own.push(Finding {
            fingerprint: format!("{rule}|{key}"),
            rule,
            severity: Severity::Warning,
            confidence: Confidence::High,
            message: fault.title.clone(),
            labels: vec![Label {
                file: DRAFT_TEXT,
                span: fault.span.shifted(comment.start),
                text: fault.label.clone(),
                key,
            }],
            relation: None,
            trail: Vec::new(),
            notes: Vec::new(),
            help: fault.help.clone(),
            acknowledged: false,
        });
    }
}

fn unclosed(span: Span) -> Fault {
    let fault = Fault::new(
        span,
        "a directive that lets nothing pass, for its comment is never closed",
        "no `-->` follows",
    );
    fault.with_help("close it with `-->`")
}

/// The first line of a comment, as a span of it.
fn first_line(comment: Span, text: &str) -> Span {
    let words = comment.slice(text);
    Span::new(0, words.find(['\n', '\r']).unwrap_or(words.len()))
}

fn whole(comment: Span) -> Span {
    Span::new(0, comment.len())
}

fn blocks(draft: &Document, findings: &[Finding]) -> Vec<Vec<usize>> {
    let mut blocks = vec![Vec::new(); draft.blocks.len()];
    for (number, finding) in findings.iter().enumerate() {
        for label in finding.labels.iter().filter(|label| label.file == DRAFT) {
            if let Some(block) = blocks.get_mut(block_of(draft, label.span))
                && block.last() != Some(&number)
            {
                block.push(number);
            }
        }
    }
    blocks
}

fn block_of(draft: &Document, span: Span) -> usize {
    draft.blocks.partition_point(|block| block.span.end <= span.start)
}

/// Where a finding stands in the draft's file.
fn place(draft: &Document, finding: &Finding) -> (usize, String) {
    let start = finding.labels.first().map_or(0, |label| match label.file {
        DRAFT_TEXT => label.span.start,
        _ => draft.map.span_to_file(label.span).start,
    });
    (start, finding.rule.clone())
}
