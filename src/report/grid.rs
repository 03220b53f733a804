//! Tables that fit their screen: columns give way, and where that is not enough each row is a paragraph.

use super::layout::{cut, pad, width, wrap};

/// Spaces between two columns, and before the second line of a paragraph.
const GAP: usize = 2;

/// Columns that the one that gives way first keeps at first, and at the least.
const ROOM: usize = 24;
const LEAST_ROOM: usize = 16;

/// Columns that any other keeps at the least.
const LEAST: usize = 12;

/// How a table of `N` columns is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grid<const N: usize> {
    heads: Option<[&'static str; N]>,
    gives: usize,
    whole: &'static [usize],
}

impl<const N: usize> Grid<N> {
    /// A table without heads whose column `gives` gives way first; columns in `whole` are never cut.
    pub fn new(gives: usize, whole: &'static [usize]) -> Grid<N> {
        Grid { heads: None, gives, whole }
    }

    /// The same with a name above each column.
    pub fn headed(self, heads: [&'static str; N]) -> Grid<N> {
        Grid { heads: Some(heads), ..self }
    }

    /// The rows under one another, in at most `columns`.
    pub fn print(&self, rows: &[[String; N]], columns: usize) -> String {
        match self.widths(rows, columns) {
            Some(widths) => {
                let heads = self.heads.map(|heads| heads.map(str::to_owned));
                heads.iter().chain(rows).map(|row| line(row, &widths)).collect()
            }
            None => rows.iter().map(|row| self.paragraph(row, columns)).collect(),
        }
    }

    /// How wide each column is; `None` where they do not fit.
    fn widths(&self, rows: &[[String; N]], columns: usize) -> Option<Vec<usize>> {
        let heads = self.heads.unwrap_or([""; N]);
        let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max();
        let mut widths: Vec<usize> = heads
            .iter()
            .enumerate()
            .map(|(at, head)| width(head).max(widest(at).unwrap_or_default()))
            .collect();
        let over = |widths: &[usize]| (widths.iter().sum::<usize>() + GAP * (N - 1)).saturating_sub(columns);
        self.yield_to(ROOM, over(&widths), &mut widths);
        while over(&widths) > 0 {
            let others = widths.iter_mut().enumerate();
            let cuttable =
                others.filter(|(at, width)| *at != self.gives && !self.whole.contains(at) && **width > LEAST);
            let Some((_, widest)) = cuttable.max_by_key(|(_, width)| **width) else { break };
            *widest -= 1;
        }
        self.yield_to(LEAST_ROOM, over(&widths), &mut widths);
        (over(&widths) == 0).then_some(widths)
    }

    fn yield_to(&self, least: usize, over: usize, widths: &mut [usize]) {
        if let Some(width) = widths.get_mut(self.gives) {
            *width = width.saturating_sub(over).max(least.min(*width));
        }
    }

    /// A row on as many lines as it takes, cells that are not the first under their names.
    fn paragraph(&self, row: &[String; N], columns: usize) -> String {
        let heads = self.heads.unwrap_or([""; N]);
        let cells = row.iter().zip(heads).enumerate().filter(|(_, (cell, _))| !cell.trim().is_empty());
        let named = cells.map(|(at, (cell, head))| match (at, head) {
            (0, _) | (_, "") => cell.clone(),
            (_, head) => format!("{head} {cell}"),
        });
        let separator = if self.heads.is_some() { "; " } else { "  " };
        let words = named.collect::<Vec<_>>().join(separator);
        let lines = wrap(&cut(&words, usize::MAX), columns.saturating_sub(GAP));
        let indented = lines.iter().enumerate().map(|(number, line)| {
            let margin = if number == 0 { 0 } else { GAP };
            format!("{}{}\n", " ".repeat(margin), cut(line, columns.saturating_sub(margin)))
        });
        indented.collect()
    }
}

fn line<const N: usize>(row: &[String; N], widths: &[usize]) -> String {
    let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| fit(cell, *width)).collect();
    format!("{}\n", cells.join(&" ".repeat(GAP)).trim_end())
}

/// A cell in its column: cut or filled up, figures at the right.
fn fit(cell: &str, columns: usize) -> String {
    let is_figure = !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    if is_figure { format!("{cell:>columns$}") } else { pad(&cut(cell, columns), columns) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRID: Grid<3> = Grid { heads: Some(["who", "what", "where"]), gives: 1, whole: &[2] };

    fn shown(columns: usize) -> String {
        let row = ["Ann Reed, minister of the interior", "the dam is safe and has been for years", "a.md:1"];
        let shown = GRID.print(&[row.map(str::to_owned)], columns);
        assert!(shown.lines().all(|line| width(line) <= columns), "{shown}");
        shown
    }

    #[test]
    fn one_column_gives_way_then_the_others() {
        insta::assert_snapshot!([80, 60, 44, 38].map(shown).join("\n"));
    }

    #[test]
    fn where_nothing_more_can_give_way_a_row_is_a_paragraph() {
        insta::assert_snapshot!(shown(30) + "\n" + &shown(12));
        let bare = Grid::<2> { heads: None, ..Grid::new(1, &[0]) };
        let shown =
            bare.print(&[["dates/weekday-date-mismatch", "The weekday is not that"].map(str::to_owned)], 30);
        insta::assert_snapshot!(shown, @r"
        dates/weekday-date-mismatch
          The weekday is not that
        ");
    }
}
