//! Articles and their annotated attributions, as tokens.

use sayso::document::{self, Document};
use sayso::text::{Source, Span, Text};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The tokens of a part.
pub type Tokens = BTreeSet<usize>;

/// An annotated attribution, by the tokens of its parts.
#[derive(Debug, Default)]
pub struct Gold {
    pub source: Tokens,
    pub cue: Tokens,
    pub content: Tokens,
}

/// An article with its attributions.
pub struct Article {
    pub document: Document,
    pub gold: Vec<Gold>,
}

impl Article {
    /// The article's prose read over its blocks.
    pub fn text(&self) -> Text<'_> {
        let blocks: Vec<Span> = self.document.blocks.iter().map(|block| block.span).collect();
        Text::read(&self.document.prose, &blocks)
    }
}

/// Every article of a folder, by name; where several people annotated one, the first of them.
pub fn read(folder: &Path) -> Vec<Article> {
    let mut annotations: BTreeMap<String, PathBuf> = BTreeMap::new();
    for path in sorted(&folder.join("attributions")) {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let article = name.rsplit_once('_').map_or(name.clone(), |(article, _)| article.to_owned());
        annotations.entry(article).or_insert(path);
    }
    let annotated = sorted(&folder.join("text")).into_iter().filter_map(|path| {
        let annotation = annotations.get(&*path.file_stem()?.to_string_lossy())?;
        Some(article(&path, &fs::read_to_string(annotation).unwrap()))
    });
    annotated.collect()
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn article(path: &Path, annotation: &str) -> Article {
    let source = Source::decode(path.display().to_string(), &fs::read(path).unwrap());
    let mut article = Article { document: document::read(source), gold: Vec::new() };
    let places = places(&article);
    article.gold = annotated(annotation, &places);
    article
}

/// Where each token stands in the file, in code points.
fn places(article: &Article) -> Vec<(usize, usize)> {
    let starts: Vec<usize> = article.document.source.text().char_indices().map(|(at, _)| at).collect();
    let char_at = |byte: usize| starts.partition_point(|start| *start < byte);
    let text = article.text();
    let spans = text.tokens().iter().map(|token| article.document.map.span_to_file(token.span));
    spans.map(|span| (char_at(span.start), char_at(span.end))).collect()
}

/// Reads lines `T1<TAB>Source 5 9;12 14<TAB>words` and `E1<TAB>Attribution:T1 Source:T1 Cue:T2 …`.
fn annotated(lines: &str, places: &[(usize, usize)]) -> Vec<Gold> {
    let mut units: BTreeMap<&str, Tokens> = BTreeMap::new();
    let mut found = Vec::new();
    for line in lines.lines() {
        let mut fields = line.split('\t');
        let (Some(id), Some(body)) = (fields.next(), fields.next()) else { continue };
        if id.starts_with('T') {
            units.insert(id, tokens(body, places));
        }
        if id.starts_with('E') {
            found.extend(event(body, &units));
        }
    }
    found
}

fn tokens(body: &str, places: &[(usize, usize)]) -> Tokens {
    let ranges = body.split_once(' ').map_or("", |(_, ranges)| ranges).split(';');
    let ranges = ranges
        .filter_map(|range| range.split_once(' '))
        .map(|(from, to)| (from.parse().unwrap(), to.parse().unwrap()));
    let within = |(from, to): (usize, usize)| {
        let first = places.partition_point(|(_, end)| *end <= from);
        let last = places.partition_point(|(start, _)| *start < to);
        (first..last).filter(|token| places[*token].0 < places[*token].1)
    };
    ranges.flat_map(within).collect()
}

fn event(body: &str, units: &BTreeMap<&str, Tokens>) -> Option<Gold> {
    let mut gold = Gold::default();
    for (role, unit) in body.split(' ').skip(1).filter_map(|part| part.split_once(':')) {
        let part = match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
            "Source" => &mut gold.source,
            "Cue" => &mut gold.cue,
            "Content" => &mut gold.content,
            _ => continue,
        };
        part.extend(units.get(unit).into_iter().flatten());
    }
    (!gold.content.is_empty()).then_some(gold)
}
