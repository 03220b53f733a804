//! The examples of a rule.

use super::{Reader, span_of};
use crate::pack::example::Example;
use crate::pack::schema::ExampleTable;
use crate::text::Fault;
use chrono::NaiveDate;
use toml::Spanned;

/// What the words of `each` stand for in an example.
const PLACE: &str = "{each}";

impl Reader<'_> {
    pub(super) fn examples(&mut self, tables: &[ExampleTable]) -> Vec<Example> {
        (1..).zip(tables).flat_map(|(number, table)| self.example(number, table)).collect()
    }

    /// One, or as many as there are words for its place.
    fn example(&mut self, number: usize, table: &ExampleTable) -> Vec<Example> {
        let date = table.date.as_ref().and_then(|date| self.date(date));
        let example = Example {
            number,
            each: None,
            at: span_of(&table.draft),
            draft: table.draft.get_ref().clone(),
            date,
            record: table.record.as_ref().map(|record| record.get_ref().clone()),
            transcript: table.transcript.clone(),
            note: table.note.clone(),
            marks: table.marks.clone(),
            todo: table.todo.clone(),
        };
        match &table.each {
            Some(each) => {
                self.check_place(table);
                each.iter().map(|words| example.with(words)).collect()
            }
            None => vec![example],
        }
    }

    fn check_place(&mut self, table: &ExampleTable) {
        let texts = [
            Some(table.draft.get_ref()),
            table.record.as_ref().map(Spanned::get_ref),
            table.transcript.as_ref(),
        ];
        if !texts.into_iter().flatten().any(|text| text.contains(PLACE)) {
            let fault = Fault::new(
                span_of(&table.draft),
                "the words of `each` have no place in this example",
                format!("expected `{PLACE}` somewhere in it"),
            );
            self.faults.push(fault.with_help(format!("write `{PLACE}` where they are to stand")));
        }
    }

    fn date(&mut self, date: &Spanned<String>) -> Option<NaiveDate> {
        let read = date.get_ref().parse();
        if read.is_err() {
            let title = format!("`{}` is no day of the calendar", date.get_ref());
            let fault = Fault::new(span_of(date), title, "expected year, month and day in figures");
            self.faults.push(fault.with_help("for instance `date = \"2031-05-04\"`"));
        }
        read.ok()
    }
}

impl Example {
    fn with(&self, words: &str) -> Example {
        let put = |text: &String| text.replace(PLACE, words);
        Example {
            each: Some(words.to_owned()),
            draft: put(&self.draft),
            record: self.record.as_ref().map(put),
            transcript: self.transcript.as_ref().map(put),
            marks: self.marks.as_ref().map(|marks| marks.iter().map(put).collect()),
            ..self.clone()
        }
    }
}
