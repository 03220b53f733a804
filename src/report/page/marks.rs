//! Claims and findings overlap as they like; elements do not. So a block is cut into runs, each with all that covers it.

use crate::text::Span;

/// Marks that are shown over one another, at the most: "Ann said that Bo said that …" can go on for ever.
const DEEPEST: usize = 12;

/// A place in the prose to be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    /// Where; within one block.
    pub span: Span,
    /// What stands there.
    pub what: Marked,
    /// Whether it is the last of the places of the same thing.
    pub last: bool,
}

/// What is marked, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Marked {
    Claim(usize),
    Finding(usize),
}

/// A stretch of a block that the same marks cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub span: Span,
    /// What covers it, the outermost first.
    pub over: Vec<Marked>,
    /// What ends with it.
    pub ends: Vec<Marked>,
}

/// The places of one thing, each cut at the ends of the blocks.
pub(super) fn marks_of(what: Marked, spans: &[Span], blocks: &[Span]) -> Vec<Mark> {
    let inside = spans.iter().flat_map(|span| {
        let first = blocks.partition_point(|block| block.end <= span.start);
        let near = blocks.iter().skip(first).take_while(|block| block.start < span.end);
        near.map(|block| Span::new(span.start.max(block.start), span.end.min(block.end)))
    });
    let mut marks: Vec<Mark> = inside.map(|span| Mark { span, what, last: false }).collect();
    if let Some(mark) = marks.last_mut() {
        mark.last = true;
    }
    marks
}

/// The runs of a block; `marks` are those inside it, by their beginnings.
pub(super) fn runs(block: Span, marks: &[Mark]) -> Vec<Run> {
    let mut edges: Vec<usize> = marks.iter().flat_map(|mark| [mark.span.start, mark.span.end]).collect();
    edges.extend([block.start, block.end]);
    edges.sort_unstable();
    edges.dedup();
    let mut ends: Vec<&Mark> = marks.iter().filter(|mark| mark.last).collect();
    ends.sort_by_key(|mark| (mark.span.end, mark.what));
    let (mut ends, mut next) = (ends.into_iter().peekable(), marks.iter().peekable());
    let mut open: Vec<&Mark> = Vec::new();
    let runs = edges.iter().zip(edges.iter().skip(1)).map(|(from, to)| {
        open.retain(|mark| mark.span.end > *from);
        while let Some(mark) = next.next_if(|mark| mark.span.start <= *from) {
            if open.len() < DEEPEST && mark.span.end > *from {
                open.push(mark);
            }
        }
        let over = open.iter().map(|mark| mark.what).collect();
        let ending = std::iter::from_fn(|| ends.next_if(|mark| mark.span.end <= *to));
        Run { span: Span::new(*from, *to), over, ends: ending.map(|mark| mark.what).collect() }
    });
    runs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `marks` as start, end and number of a claim, in a block of twenty bytes.
    fn shown(marks: &[(usize, usize, usize)]) -> String {
        let block = Span::new(0, 20);
        let mut marks: Vec<Mark> = marks
            .iter()
            .flat_map(|(start, end, number)| {
                marks_of(Marked::Claim(*number), &[Span::new(*start, *end)], &[block])
            })
            .collect();
        marks.sort();
        let numbers = |marked: &[Marked]| format!("{marked:?}").replace("Claim", "");
        let runs = runs(block, &marks).into_iter().map(|run| {
            format!("{}-{} {} {}", run.span.start, run.span.end, numbers(&run.over), numbers(&run.ends))
        });
        runs.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn marks_that_overlap_are_cut_into_runs() {
        insta::assert_snapshot!(shown(&[]), @"0-20 [] []");
        insta::assert_snapshot!(
            shown(&[(2, 10, 1), (6, 14, 2)]),
            @"0-2 [] []; 2-6 [(1)] []; 6-10 [(1), (2)] [(1)]; 10-14 [(2)] [(2)]; 14-20 [] []"
        );
        insta::assert_snapshot!(shown(&[(0, 20, 1), (5, 5, 2)]), @"0-5 [(1)] [(2)]; 5-20 [(1)] [(1)]");
    }

    #[test]
    fn a_mark_over_two_blocks_ends_in_the_second() {
        let blocks = [Span::new(0, 10), Span::new(12, 20)];
        let marks = marks_of(Marked::Finding(1), &[Span::new(5, 15)], &blocks);
        let places: Vec<_> = marks.iter().map(|mark| (mark.span.start, mark.span.end, mark.last)).collect();
        assert_eq!(places, [(5, 10, false), (12, 15, true)]);
    }

    #[test]
    fn depth_is_bounded() {
        let nested: Vec<(usize, usize, usize)> = (0..20).map(|number| (0, 20, number)).collect();
        let shown = shown(&nested);
        assert!(shown.starts_with("0-20 [(0), (1), "), "{shown}");
        assert!(!shown.contains("(12), (13)] ["), "{shown}");
    }
}
