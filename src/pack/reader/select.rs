//! Conditions on one claim.

use super::{Reader, values};
use crate::claim::Class;
use crate::pack::schema::SelectTable;
use crate::pack::select::{Around, Beyond, Part, Selector, Wanted};

impl Reader<'_> {
    pub(super) fn selector(&mut self, table: &SelectTable) -> Selector {
        Selector {
            voice: table.voice,
            zone: table.zone.clone(),
            sourced: table.sourced,
            anonymous: table.anonymous,
            group: table.group,
            side: table.side,
            relayed: table.relayed,
            quoted: table.quoted,
            all_quoted: table.all_quoted,
            quote_words: table.quote_words,
            act: table.act.clone(),
            class: table.class.clone().unwrap_or_else(|| vec![Class::Speech]),
            evidential: table.evidential.clone(),
            modality: table.modality.clone(),
            polarity: table.polarity.clone(),
            cue: table.cue.as_ref().map(|cues| values(cues)),
            words: self.wanted(table),
            beyond: self.beyond(table),
        }
    }

    fn wanted(&mut self, table: &SelectTable) -> Vec<Wanted> {
        let lists = [
            (Part::Source, &table.source, true),
            (Part::Source, &table.source_unless, false),
            (Part::Content, &table.content, true),
            (Part::Content, &table.content_unless, false),
            (Part::Sentence, &table.sentence, true),
            (Part::Sentence, &table.sentence_unless, false),
        ];
        let given = lists.into_iter().filter_map(|(part, list, held)| Some((part, list.as_ref()?, held)));
        given.map(|(part, list, held)| Wanted { part, phrases: self.phrases(list), held }).collect()
    }

    fn beyond(&mut self, table: &SelectTable) -> Beyond {
        Beyond {
            corroborated: table.corroborated,
            standing: table.standing.clone(),
            said: table.said,
            earlier: table.earlier,
            answered: table.answered,
            side_voices: table.side_voices,
            first_quote: table.first_quote,
            backed: table.backed,
            around: self.around(table),
        }
    }

    fn around(&mut self, table: &SelectTable) -> Vec<Around> {
        let lists = [
            (&table.paragraph, true, true),
            (&table.paragraph_unless, true, false),
            (&table.document, false, true),
            (&table.document_unless, false, false),
        ];
        let given =
            lists.into_iter().filter_map(|(list, paragraph, held)| Some((list.as_ref()?, paragraph, held)));
        given
            .map(|(list, in_paragraph, held)| Around { watched: self.watch(list), in_paragraph, held })
            .collect()
    }
}
