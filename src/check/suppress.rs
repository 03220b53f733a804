//! What a draft's own comments let pass, and what is wrong with those comments.
//!
//! A directive reaches the block that its comment stands in, or else the next one; `allow-file` reaches the whole
//! draft. A finding about two claims is let pass where one of them is reached; one that tells of one thing at several
//! places keeps those that are not. No clock is asked: the day of the run is given. What is wrong with a directive is a
//! finding of the rules about directives, which can be chosen and graded as any others, and cannot be let pass.

use super::{DRAFT, DRAFT_TEXT};
use crate::document::{Block, Comment, CommentForm, Document, Standing};
use crate::finding::{Finding, Label};
use crate::grammar::directive::{self, Directive};
use crate::pack::{DirectiveCheck, Fields, Rule, Subject};
use crate::settings::names_rule as names;
use crate::text::{Fault, Span, did_you_mean};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::ops::Range;

/// What opens a comment, and what closes it.
const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// What a run of the rules on a draft works with, as far as directives ask.
#[derive(Clone, Copy, Debug)]
pub struct Hearing<'h> {
    /// All rules that there are: a directive for one of them names no stranger.
    pub rules: &'h [Rule],
    /// Those that made the findings: a directive for another is not useless.
    pub used: &'h [Rule],
    /// The day of the run, which directives are held against together with the draft's own.
    pub today: Option<NaiveDate>,
}

/// The findings of a draft after its directives were heard.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// What is left, and what is wrong with the directives, in the order of the draft.
    pub findings: Vec<Finding>,
    /// How many were let pass.
    pub let_pass: usize,
}

/// Lets pass what the directives of a draft allow.
pub fn suppress(draft: &Document, findings: Vec<Finding>, hearing: Hearing) -> Heard {
    let day = hearing.today.max(draft.meta.date);
    let mut listener = Listener {
        draft,
        hearing,
        day,
        blocks: blocks(draft, &findings),
        reached: BTreeSet::new(),
        own: Vec::new(),
    };
    for comment in &draft.comments {
        listener.hear(*comment, &findings);
    }
    listener.find_unclosed();
    let Listener { reached, own, .. } = listener;
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

struct Listener<'h> {
    draft: &'h Document,
    hearing: Hearing<'h>,
    /// The later one of the day of the run and the draft's own.
    day: Option<NaiveDate>,
    /// For each block of the draft the findings that have a place in it.
    blocks: Vec<Vec<usize>>,
    /// Findings and the blocks in which a directive lets them pass.
    reached: BTreeSet<(usize, usize)>,
    own: Vec<Finding>,
}

impl Listener<'_> {
    fn hear(&mut self, comment: Comment, findings: &[Finding]) {
        let text = self.draft.source.text();
        let span = comment.span;
        let Some(read) = directive::read(span.slice(text)) else { return };
        match (comment.standing, read) {
            (Standing::Unclosed, _) => {
                self.complain(
                    span,
                    DirectiveCheck::Malformed,
                    &unclosed(first_line(span, text), comment.form),
                );
            }
            (Standing::Shown, _) => self.complain(span, DirectiveCheck::Malformed, &seen(span, comment.form)),
            (Standing::Comment, Err(fault)) => self.complain(span, DirectiveCheck::Malformed, &fault),
            (Standing::Comment, Ok(directive)) => self.obey(span, &directive, findings),
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
                self.complain(
                    in_file,
                    DirectiveCheck::Malformed,
                    &unclosed(whole(in_file), CommentForm::Html),
                );
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
            return self.complain(comment, DirectiveCheck::Unexplained, &fault);
        }
        if let Some(until) = directive.until.filter(|until| self.day.is_some_and(|day| day > *until)) {
            let label = self.day.map(|day| format!("it is {day}")).unwrap_or_default();
            return self.complain(
                comment,
                DirectiveCheck::Expired,
                &Fault::new(whole(comment), until.to_string(), label),
            );
        }
        if directive.reason == directive::REASON {
            let title = "a directive whose reason is still to be written";
            let fault = Fault::new(whole(comment), title, "the editor put this in")
                .with_help("write why this may stand");
            self.complain(comment, DirectiveCheck::Unexplained, &fault);
        }
        for rule in &directive.rules {
            self.allow(comment, rule, directive.whole, findings);
        }
    }

    fn allow(&mut self, comment: Span, rule: &str, whole_text: bool, findings: &[Finding]) {
        if !self.hearing.rules.iter().any(|known| names(rule, &known.id)) {
            let fault =
                Fault::new(whole(comment), rule, "nothing is let pass by it").with_help(self.near(rule));
            return self.complain(comment, DirectiveCheck::UnknownRule, &fault);
        }
        let is_named = |number: &&usize| findings.get(**number).is_some_and(|it| names(rule, &it.rule));
        let named: Vec<(usize, usize)> = self
            .reach(comment, whole_text)
            .flat_map(|block| {
                let there = self.blocks.get(block).into_iter().flatten();
                there.filter(is_named).map(move |number| (*number, block))
            })
            .collect();
        if named.is_empty() && self.hearing.used.iter().any(|used| names(rule, &used.id)) {
            let fault = Fault::new(whole(comment), rule, "this directive does nothing");
            self.complain(comment, DirectiveCheck::Unused, &fault);
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
        did_you_mean(rule, self.hearing.rules.iter().map(|known| &*known.id), "`sayso rules` lists them")
    }

    /// A finding of each rule about what is wrong; the fault's title is what its message says.
    fn complain(&mut self, comment: Span, wrong: DirectiveCheck, fault: &Fault) {
        let words = comment.slice(self.draft.source.text()).trim().to_owned();
        let fields = Fields { says: fault.title.clone(), words: words.clone(), ..Fields::default() };
        let about = |rule: &&Rule| matches!(rule.subject, Subject::Directive(check) if check == wrong);
        let findings = self.hearing.used.iter().filter(about).map(|rule| Finding {
            rule: rule.id.clone(),
            severity: rule.severity,
            confidence: rule.confidence,
            message: rule.message.fill(&fields, &Fields::default()),
            labels: vec![Label {
                file: DRAFT_TEXT,
                span: fault.span.shifted(comment.start),
                text: fault.label.clone(),
                key: words.clone(),
            }],
            relation: None,
            trail: Vec::new(),
            notes: Vec::new(),
            help: fault.help.clone().or(Some(rule.help.clone()).filter(|help| !help.is_empty())),
            acknowledged: false,
            fingerprint: format!("{}|{words}", rule.id),
        });
        self.own.extend(findings);
    }
}

fn unclosed(span: Span, form: CommentForm) -> Fault {
    let title = "a directive that lets nothing pass, for its comment is never closed";
    let (label, help) = match form {
        CommentForm::Html => ("no `-->` follows", "close it with `-->`"),
        CommentForm::Definition => {
            ("nothing closes it", "close it with the bracket or quotation mark that opens it")
        }
    };
    Fault::new(span, title, label).with_help(help)
}

/// A directive that readers see, for it stands where there are no comments.
fn seen(comment: Span, form: CommentForm) -> Fault {
    let help = match form {
        CommentForm::Html => "in plain text, put it on a line of its own",
        CommentForm::Definition => {
            "put an empty line before it, nothing behind it, and no bracket in its reason"
        }
    };
    Fault::new(
        whole(comment),
        "a directive that lets nothing pass, for it stands in the prose",
        "readers see this",
    )
    .with_help(help)
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
