//! Conditions on one claim, as written.

use crate::claim::{Act, Class, Evidential, Modality, Polarity, Voice, Zone};
use crate::finding::Standing;
use serde::Deserialize;
use toml::Spanned;

/// Conditions on one claim. Every key that is given must hold.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SelectTable {
    /// A source's voice or the text's own.
    pub voice: Option<Voice>,
    /// Headline, standfirst or body.
    pub zone: Option<Vec<Zone>>,
    /// Whether anybody is named or described as the source.
    pub sourced: Option<bool>,
    /// Whether the source is unnamed.
    pub anonymous: Option<bool>,
    /// Whether the source is more than one person, or a body.
    pub group: Option<bool>,
    /// Whether the source's side is known.
    pub side: Option<bool>,
    /// Whether the words came through others.
    pub relayed: Option<bool>,
    /// Whether another source of the text or record says the same, or confirms it in the next sentence.
    pub corroborated: Option<bool>,
    /// Whether part of the content stands in quotation marks.
    pub quoted: Option<bool>,
    /// What is done by saying it.
    pub act: Option<Vec<Act>>,
    /// Speech (unless said otherwise), attitude, intention, perception.
    pub class: Option<Vec<Class>>,
    /// How the source knows.
    pub evidential: Option<Vec<Evidential>>,
    /// How certain.
    pub modality: Option<Vec<Modality>>,
    /// So or not so.
    pub polarity: Option<Vec<Polarity>>,
    /// The cue's base form.
    pub cue: Option<Vec<Spanned<String>>>,
    /// Phrases of which the source must hold one.
    pub source: Option<Vec<Spanned<String>>>,
    /// Phrases of which the source may hold none.
    pub source_unless: Option<Vec<Spanned<String>>>,
    /// Phrases of which the content must hold one.
    pub content: Option<Vec<Spanned<String>>>,
    /// Phrases of which the content may hold none.
    pub content_unless: Option<Vec<Spanned<String>>>,
    /// Phrases of which the sentence must hold one.
    pub sentence: Option<Vec<Spanned<String>>>,
    /// Phrases of which the sentence may hold none.
    pub sentence_unless: Option<Vec<Spanned<String>>>,
    /// Phrases of which the paragraph must hold one.
    pub paragraph: Option<Vec<Spanned<String>>>,
    /// Phrases of which the paragraph may hold none.
    pub paragraph_unless: Option<Vec<Spanned<String>>>,
    /// Phrases of which the draft must hold one anywhere.
    pub document: Option<Vec<Spanned<String>>>,
    /// Phrases of which the draft may hold none anywhere.
    pub document_unless: Option<Vec<Spanned<String>>>,
    /// How it stands to the record.
    pub standing: Option<Vec<Standing>>,
    /// What of the day it was said.
    pub said: Option<SaidWord>,
    /// Whether the same speaker has said something like it before, in the draft or on record.
    pub earlier: Option<bool>,
    /// Whether anybody whom its words name speaks in the draft or on record.
    pub answered: Option<bool>,
    /// How many named persons of the source's side speak in its paragraph and the next.
    pub side_voices: Option<usize>,
    /// Whether it holds the first quotation of the body.
    pub first_quote: Option<bool>,
    /// Whether the body gives no other figure for what it counts; for headlines and standfirsts.
    pub backed: Option<bool>,
    /// Whether all of it stands in quotation marks.
    pub all_quoted: Option<bool>,
    /// The fewest words that one of its quotations has.
    pub quote_words: Option<usize>,
}

/// What of the day on which something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SaidWord {
    /// It lies after the day of publication.
    AfterPublication,
    /// It is not known.
    Undated,
}
