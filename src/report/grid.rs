//! Tables that fit their screen: columns give way, some are left out, and where that is not enough each row is a paragraph.

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
    spare: &'static [usize],
}

impl<const N: usize> Grid<N> {
    /// A table without heads whose column `gives` gives way first; columns in `whole` are never cut.
    pub fn new(gives: usize, whole: &'static [usize]) -> Grid<N> {
        Grid { heads: None, gives, whole, spare: &[] }
    }

    /// The same with a name above each column.
    pub fn headed(self, heads: [&'static str; N]) -> Grid<N> {
        Grid { heads: Some(heads), ..self }
    }

    /// The same, columns left out one after another where there is no room for them.
    pub fn sparing(self, spare: &'static [usize]) -> Grid<N> {
        Grid { spare, ..self }
    }

    /// The rows under one another, in at most `columns`.
    pub fn print(&self, rows: &[[String; N]], columns: usize) -> String {
        let left_out = (0..=self.spare.len()).filter_map(|count| self.spare.get(..count));
        let mut fitting =
            left_out.filter_map(|left_out| Some((left_out, self.widths(rows, columns, left_out)?)));
        match fitting.next() {
            Some((left_out, widths)) => {
                let heads = self.heads.map(|heads| heads.map(str::to_owned));
                let lines = heads.iter().chain(rows).map(|row| line(row, &widths));
                lines.chain(self.wider(left_out, columns)).collect()
            }
            None => rows.iter().map(|row| self.paragraph(row, columns)).collect(),
        }
    }

    /// What was left out for want of room.
    fn wider(&self, left_out: &[usize], columns: usize) -> Option<String> {
        let heads = self.heads.filter(|_| !left_out.is_empty())?;
        let mut names: Vec<(&usize, &str)> =
            left_out.iter().filter_map(|at| Some((at, *heads.get(*at)?))).collect();
        names.sort_unstable();
        let names: Vec<&str> = names.into_iter().map(|(_, name)| name).collect();
        Some(cut(&format!("(on a wider screen: {})", names.join(", ")), columns) + "\n")
    }

    /// How wide each column is, none for those left out; `None` where they do not fit.
    fn widths(&self, rows: &[[String; N]], columns: usize, left_out: &[usize]) -> Option<Vec<Option<usize>>> {
        let heads = self.heads.unwrap_or([""; N]);
        let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max();
        let natural = |(at, head): (usize, &&str)| match left_out.contains(&at) {
            true => None,
            false => Some(width(head).max(widest(at).unwrap_or_default())),
        };
        let mut widths: Vec<Option<usize>> = heads.iter().enumerate().map(natural).collect();
        self.yield_to(ROOM, over(&widths, columns), &mut widths);
        while over(&widths, columns) > 0 {
            let others =
                widths.iter_mut().enumerate().filter(|(at, _)| *at != self.gives && !self.whole.contains(at));
            let others = others.filter_map(|(_, width)| width.as_mut()).filter(|width| **width > LEAST);
            let Some(widest) = others.max_by_key(|width| **width) else { break };
            *widest -= 1;
        }
        self.yield_to(LEAST_ROOM, over(&widths, columns), &mut widths);
        (over(&widths, columns) == 0).then_some(widths)
    }

    fn yield_to(&self, least: usize, over: usize, widths: &mut [Option<usize>]) {
        if let Some(Some(width)) = widths.get_mut(self.gives) {
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

/// How much wider than the screen columns of these widths are.
fn over(widths: &[Option<usize>], columns: usize) -> usize {
    let shown = widths.iter().flatten();
    let gaps = GAP * shown.clone().count().saturating_sub(1);
    (shown.sum::<usize>() + gaps).saturating_sub(columns)
}

fn line<const N: usize>(row: &[String; N], widths: &[Option<usize>]) -> String {
    let shown = row.iter().zip(widths).filter_map(|(cell, width)| Some(fit(cell, (*width)?)));
    let cells: Vec<String> = shown.collect();
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

    const GRID: Grid<3> = Grid { heads: Some(["who", "what", "where"]), gives: 1, whole: &[2], spare: &[] };

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
