//! `sayso claims`.

use super::args::{ClaimFormat, ClaimsArgs};
use super::input::{self, Input, Text};
use super::packs::{self, ByText, Loaded, all_rules};
use super::reply::{Failure, Reply};
use super::threads::map_in_order;
use crate::check::{DRAFT, Kit, document_statements, read_claims, record_statements};
use crate::claim::{Class, Medium};
use crate::compare::Statement;
use crate::document::{Document, DocumentKind};
use crate::pack::Rule;
use crate::record::Record;
use crate::report::{Look, Shelf, Shelved, claim_lines, claim_table, counted};
use crate::resolve::who::Headers;
use crate::text::visible;

/// How claims are to be listed.
struct List<'l> {
    format: ClaimFormat,
    classes: Vec<Class>,
    rules: &'l [Rule],
    look: Look,
}

pub(super) fn run(args: &ClaimsArgs, look: Look) -> Result<Reply, Failure> {
    let Input { texts, recorded, mut errors } = input::find(&args.texts);
    let ByText { loaded, of_text } =
        packs::of_texts(&args.packs, texts.iter().map(Text::path), &args.texts.paths, look)?;
    let rules = all_rules(loaded.iter().map(|loaded| loaded.rules.as_slice()));
    let classes = args.class.iter().map(|class| Class::from(*class)).collect();
    let format = args.format.unwrap_or(ClaimFormat::Table);
    if format == ClaimFormat::Keyed {
        return Err(Failure::new("keys are for claims of documents as lines; ask for --input ndjson"));
    }
    let list = List { format, classes, rules: &rules, look };
    let work: Vec<(&Text, &Loaded)> =
        texts.iter().zip(&of_text).filter_map(|(text, set)| Some((text, loaded.get(*set)?))).collect();
    let results = map_in_order(&work, args.threads.count(), |(text, Loaded { kit, .. })| {
        let draft = text.read(args.texts.date)?;
        Ok(draft.map(|draft| list.text(&draft, kit)))
    });
    let (drafts, unread) = input::sorted_out(results);
    let record = input::record(recorded, &[]);
    let mut reply = Reply { verbatim: format == ClaimFormat::Jsonl, ..Reply::joined(drafts) };
    if let Some(Loaded { kit, .. }) = loaded.first() {
        reply.out.push_str(&list.record(&record, kit));
    }
    reply.note(input::record_faults(&record), look);
    errors.extend(unread);
    errors.extend(record.errors);
    reply.fail(errors);
    Ok(reply)
}

impl List<'_> {
    /// The claims of a text that is given by name, of whatever kind, and what was wrong in it; the text itself is not kept.
    fn text(&self, draft: &Document, kit: &Kit) -> Reply {
        let statements = match draft.meta.kind {
            DocumentKind::Draft => read_claims(draft, DRAFT, Medium::Draft, kit),
            _ => document_statements(draft, DRAFT, &Headers::new(&kit.actors), kit),
        };
        let mut reply = Reply::printed(self.print(&statements, Shelved::document(draft)));
        reply.note(input::faults(draft), self.look);
        reply
    }

    /// The claims of all files of the record that hold any, file by file.
    fn record(&self, record: &Record, kit: &Kit) -> String {
        let statements = record_statements(record, kit);
        let shelf = Shelf::default().with_record(record);
        let by_file = statements.chunk_by(|one, next| one.claim.origin.file == next.claim.origin.file);
        let parts = by_file.filter_map(|own| {
            let shelved = shelf.get(own.first()?.claim.origin.file)?;
            Some(self.print(own, shelved))
        });
        parts.collect()
    }

    fn print(&self, statements: &[Statement], shelved: Shelved) -> String {
        let wanted = |class| self.classes.is_empty() || self.classes.contains(&class);
        let claims = statements.iter().filter(|it| it.is_attributed() && wanted(it.claim.attribution.class));
        let claims: Vec<&Statement> = claims.collect();
        match self.format {
            ClaimFormat::Jsonl | ClaimFormat::Keyed => {
                let lines = claim_lines(&claims, shelved, self.rules);
                lines.iter().map(|line| line.print()).collect()
            }
            ClaimFormat::Table => {
                let heading =
                    format!("{}: {}", visible(shelved.source.name()), counted(claims.len(), "claim"));
                format!("{heading}\n{}\n", claim_table(&claims, shelved, self.look.columns))
            }
        }
    }
}
