//! The part of `tag.py` that reads text as sayso does: prints tokens, and learns from the tags of others.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing
)]

use sayso::document::{self, Document};
use sayso::grammar::tag::feature::Feature;
use sayso::grammar::tag::vocabulary::Vocabulary;
use sayso::grammar::tag::{Tag, tags, walk::walk};
use sayso::text::{Case, Kind, Source, Span, Text, Token};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

/// Rounds over the articles; more gain nothing.
const ROUNDS: usize = 7;
/// A word or feature must have been seen in so many places.
const LEAST_SEEN: usize = 8;
/// How much of a word's places a tag must take to be the only one, or to be one of several.
const SOLE: f64 = 0.97;
const ONE_OF: f64 = 0.02;
/// How many whole numbers a weight of 1 makes, and the least that is kept.
const SCALE: f64 = 10.0;
const LEAST_WEIGHT: f64 = 7.0;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["tokens", texts] => print_tokens(texts),
        ["train", weights, texts, gold] => {
            let lesson = Lesson::read(texts, gold);
            fs::write(weights, train(&lesson)).unwrap();
        }
        ["check", texts, gold] => check(&Lesson::read(texts, gold)),
        _ => panic!("see tag.py"),
    }
}

fn documents(folder: &str) -> Vec<Document> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Document {
    document::read(Source::decode(path.display().to_string(), &fs::read(path).unwrap()))
}

fn text(document: &Document) -> Text<'_> {
    let blocks: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
    Text::read(&document.prose, &blocks)
}

fn print_tokens(folder: &str) {
    for document in documents(folder) {
        let text = text(&document);
        for sentence in text.sentences() {
            println!("{}", sentence.clone().map(|index| text.word(index)).collect::<Vec<_>>().join("\t"));
        }
    }
}

/// Articles and the tag of each token in a sentence.
struct Lesson {
    documents: Vec<Document>,
    gold: Vec<Vec<Tag>>,
}

/// A token as the rules for vocabulary look at it.
struct Seen<'t> {
    token: &'t Token,
    word: &'t str,
    tag: Tag,
}

impl Lesson {
    fn read(folder: &str, gold: &str) -> Lesson {
        let documents = documents(folder);
        let gold = fs::read_to_string(gold).unwrap();
        let mut lines = gold.lines();
        let mut all = Vec::new();
        for document in &documents {
            let text = text(document);
            let mut gold = vec![Tag::Punct; text.tokens().len()];
            for sentence in text.sentences() {
                for (index, name) in sentence.clone().zip(lines.next().unwrap().split('\t')) {
                    gold[index] = our_tag(name, &text.tokens()[index]);
                }
            }
            all.push(gold);
        }
        Lesson { documents, gold: all }
    }

    fn each_token(&self, mut see: impl FnMut(Seen)) {
        for (document, gold) in self.documents.iter().zip(&self.gold) {
            let text = text(document);
            for (index, token) in text.tokens().iter().enumerate().filter(|(_, token)| !token.is_end()) {
                see(Seen { token, word: text.word(index), tag: gold[index] });
            }
        }
    }
}

fn our_tag(name: &str, token: &Token) -> Tag {
    let wordlike = token.is_wordlike();
    match name {
        "PRP$" => Tag::PRPS,
        "WP$" => Tag::WPS,
        "AFX" => Tag::JJ,
        "ADD" => Tag::NNP,
        "LS" => Tag::CD,
        "XX" => Tag::FW,
        _ => Tag::named(name).unwrap_or(if wordlike { Tag::NN } else { Tag::Punct }),
    }
}

/// The text of the weights file.
fn train(lesson: &Lesson) -> String {
    let words = vocabulary(lesson);
    let vocabulary = Vocabulary::parse(&words);
    let known = frequent_features(lesson, &vocabulary);
    eprintln!("{} features", known.len());
    let mut perceptron = Perceptron::new(known);
    let mut order: Vec<usize> = (0..lesson.documents.len()).collect();
    for round in 0..ROUNDS {
        shuffle(&mut order, round as u64);
        let wrong: usize = order.iter().map(|article| perceptron.learn(lesson, *article, &vocabulary)).sum();
        eprintln!("round {round}: {wrong} wrong");
    }
    let weights = perceptron.averages();
    let file = written(&words, &weights, &vocabulary);
    eprintln!("{} bytes", file.len());
    file
}

/// Lines of tags and words for [`Vocabulary::parse`].
fn vocabulary(lesson: &Lesson) -> String {
    let mut seen: BTreeMap<String, BTreeMap<Tag, usize>> = BTreeMap::new();
    lesson.each_token(|token| {
        if let Some(word) = ordinary(&token) {
            *seen.entry(word).or_default().entry(token.tag).or_default() += 1;
        }
    });
    let mut classes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (word, tags) in seen {
        if let Some(class) = class(&tags) {
            classes.entry(class).or_default().push(word);
        }
    }
    let mut lines = String::new();
    for (class, words) in classes {
        writeln!(lines, "{class} {}", words.join(" ")).unwrap();
    }
    lines
}

/// The word as the vocabulary has it, if this is a place where it counts: a sign or a word in lower case.
fn ordinary(seen: &Seen) -> Option<String> {
    let word = seen.word.replace(['’', '‘'], "'").replace(['“', '”'], "\"").replace(['–', '—'], "-");
    let word = word.replace('…', ".");
    let letters = |c: char| c.is_ascii_lowercase() || c == '\'';
    let counts = match seen.token.kind {
        Kind::Word => word == "I" || seen.token.case == Case::Lower && word.chars().all(letters),
        Kind::Punct | Kind::Mark => word.is_ascii(),
        _ => false,
    };
    (counts && word.len() <= 24).then_some(word)
}

/// The tags of a word from the most common on; `!` where one stands for all. None for rare words and names.
fn class(tags: &BTreeMap<Tag, usize>) -> Option<String> {
    let all: usize = tags.values().sum();
    let share = |count: usize| count as f64 / all as f64;
    let names: usize = [Tag::NNP, Tag::NNPS, Tag::FW].iter().filter_map(|tag| tags.get(tag)).sum();
    if all < LEAST_SEEN || share(names) > 0.3 {
        return None;
    }
    let mut tags: Vec<(Tag, usize)> = tags.iter().map(|(tag, count)| (*tag, *count)).collect();
    tags.sort_by_key(|(tag, count)| (std::cmp::Reverse(*count), *tag));
    if share(tags[0].1) >= SOLE {
        return Some(format!("{}!", tags[0].0.name()));
    }
    let mut class: Vec<&str> =
        tags.iter().filter(|(_, count)| share(*count) >= ONE_OF).take(3).map(|(tag, _)| tag.name()).collect();
    class[1..].sort_unstable();
    Some(class.join("|"))
}

/// The features that the right tags give often enough.
fn frequent_features(lesson: &Lesson, vocabulary: &Vocabulary) -> Vec<Feature> {
    let mut seen: HashMap<Feature, usize> = HashMap::new();
    for (document, gold) in lesson.documents.iter().zip(&lesson.gold) {
        let text = text(document);
        for sentence in text.sentences() {
            walk(vocabulary, &text, sentence.clone(), |index, features| {
                features.iter().for_each(|feature| *seen.entry(*feature).or_default() += 1);
                gold[index]
            });
        }
    }
    seen.remove(&Feature::NONE);
    let mut known: Vec<Feature> =
        seen.into_iter().filter(|(_, count)| *count >= LEAST_SEEN).map(|(feature, _)| feature).collect();
    known.sort_unstable();
    known
}

/// A fixed order that differs from round to round.
fn shuffle(order: &mut [usize], round: u64) {
    let mut state = 0x9E37_79B9_7F4A_7C15 ^ round;
    for last in (1..order.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(last, (state >> 33) as usize % (last + 1));
    }
}

#[derive(Clone, Copy, Default)]
struct Weight {
    now: f32,
    sum: f64,
    since: u32,
}

struct Perceptron {
    rows: HashMap<Feature, usize>,
    known: Vec<Feature>,
    weights: Vec<Weight>,
    time: u32,
}

const WIDTH: usize = Tag::ALL.len();

impl Perceptron {
    fn new(known: Vec<Feature>) -> Perceptron {
        let rows = known.iter().enumerate().map(|(row, feature)| (*feature, row)).collect();
        Perceptron { rows, weights: vec![Weight::default(); known.len() * WIDTH], known, time: 0 }
    }

    /// Tags an article and corrects itself at each fault; returns how many there were.
    fn learn(&mut self, lesson: &Lesson, article: usize, vocabulary: &Vocabulary) -> usize {
        let text = text(&lesson.documents[article]);
        let gold = &lesson.gold[article];
        let mut wrong = 0;
        for sentence in text.sentences() {
            walk(vocabulary, &text, sentence.clone(), |index, features| {
                let rows: Vec<usize> =
                    features.iter().filter_map(|feature| self.rows.get(feature).copied()).collect();
                let guess = self.guess(&rows);
                self.time += 1;
                if guess != gold[index] {
                    wrong += 1;
                    self.correct(&rows, gold[index], 1.0);
                    self.correct(&rows, guess, -1.0);
                }
                guess
            });
        }
        wrong
    }

    fn guess(&self, rows: &[usize]) -> Tag {
        let mut scores = [0f32; WIDTH];
        for row in rows {
            let weights = &self.weights[row * WIDTH..(row + 1) * WIDTH];
            scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += weight.now);
        }
        let best = (0..WIDTH).rev().max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap();
        Tag::ALL[best]
    }

    fn correct(&mut self, rows: &[usize], tag: Tag, by: f32) {
        for row in rows {
            let weight = &mut self.weights[row * WIDTH + tag as usize];
            weight.sum += f64::from(weight.now) * f64::from(self.time - weight.since);
            weight.since = self.time;
            weight.now += by;
        }
    }

    /// The mean of each weight over all the time.
    fn averages(&self) -> Vec<(Feature, Vec<(Tag, f64)>)> {
        let mean = |weight: &Weight| {
            (weight.sum + f64::from(weight.now) * f64::from(self.time - weight.since)) / f64::from(self.time)
        };
        let row = |row: usize| self.weights[row * WIDTH..(row + 1) * WIDTH].iter().map(mean);
        let tagged = |index: usize| Tag::ALL.iter().copied().zip(row(index)).collect();
        self.known.iter().enumerate().map(|(index, feature)| (*feature, tagged(index))).collect()
    }
}

/// The file with the weights that are large enough.
fn written(words: &str, weights: &[(Feature, Vec<(Tag, f64)>)], vocabulary: &Vocabulary) -> String {
    let mut file = format!(
        "# Tags that words take; below, what speaks for a tag. Written by tests/training/tag.py.\n{words}"
    );
    let mut template = "";
    for (feature, row) in weights {
        let scaled = row.iter().map(|(tag, weight)| (tag, (weight * SCALE).round()));
        let kept: String = scaled
            .filter(|(_, weight)| weight.abs() >= LEAST_WEIGHT)
            .map(|(tag, weight)| format!(" {}{weight}", tag.name()))
            .collect();
        if kept.is_empty() {
            continue;
        }
        let head = feature.template().unwrap();
        if head != template {
            writeln!(file, "[{head}]").unwrap();
            template = head;
        }
        writeln!(file, "{}{kept}", feature.show(vocabulary).unwrap()).unwrap();
    }
    file
}

/// Prints how often the tags agree with the gold ones, where they differ most, and how fast they come.
fn check(lesson: &Lesson) {
    let (mut words, mut right, mut all) = (0, 0, 0);
    let start = Instant::now();
    tags(&Text::of_paragraph(""), 0..0);
    println!("weights read in {:?}", start.elapsed());
    let mut spent = Duration::ZERO;
    let mut confused: BTreeMap<(Tag, Tag), usize> = BTreeMap::new();
    for (document, gold) in lesson.documents.iter().zip(&lesson.gold) {
        let text = text(document);
        let start = Instant::now();
        let tags: Vec<_> = text.sentences().iter().map(|sentence| tags(&text, sentence.clone())).collect();
        spent += start.elapsed();
        for (index, tag) in text.sentences().iter().cloned().flatten().zip(tags.into_iter().flatten()) {
            all += 1;
            words += usize::from(text.tokens()[index].is_wordlike());
            match tag == gold[index] {
                true => right += 1,
                false => *confused.entry((gold[index], tag)).or_default() += 1,
            }
        }
    }
    let wrong = all - right;
    println!(
        "{all} tokens, agreement {:.4}; of {words} words {:.4}",
        share(right, all),
        share(words - wrong, words)
    );
    println!("{:.2} million tokens a second", all as f64 / spent.as_secs_f64() / 1e6);
    let mut confused: Vec<_> = confused.into_iter().collect();
    confused.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for ((gold, tag), count) in confused.into_iter().take(20) {
        println!(
            "{:>5} {count:>6}  {} given as {}",
            format!("{:.1}%", 100.0 * share(count, wrong)),
            gold.name(),
            tag.name()
        );
    }
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
