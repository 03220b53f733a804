//! Speakers for attributions whose spans are given: reads one JSON object a line (`doc`, `text`, `date`,
//! `attributions` with `source`, `cue`, `content` in code points) and prints each with `speaker`, `via`, `anonymous`.
//!
//! `cargo run --profile fast --example speakers < spans.jsonl > predictions.jsonl`; with `--why` also how each was reached.

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr, clippy::indexing_slicing)]

use sayso::claim::{Attribution, Class, QuoteKind, Speaker, Wording};
use sayso::document::Meta;
use sayso::resolve::actors::Actors;
use sayso::resolve::who::{self, Voice};
use sayso::text::{Span, Text};
use serde_json::{Value, json};
use std::io::BufRead;
use std::time::{Duration, Instant};

fn main() {
    let actors = Actors::builtin();
    let why = std::env::args().any(|argument| argument == "--why");
    let (mut spent, mut bytes) = (Duration::ZERO, 0);
    for line in std::io::stdin().lock().lines() {
        let article: Value = serde_json::from_str(&line.unwrap()).unwrap();
        let prose = article["text"].as_str().unwrap();
        let offsets: Vec<usize> = prose.char_indices().map(|(at, _)| at).chain([prose.len()]).collect();
        let attributions = attributions(prose, &offsets, &article["attributions"]);
        let text = Text::read(prose, &blocks(prose));
        let meta =
            Meta { date: article["date"].as_str().and_then(|day| day.parse().ok()), ..Meta::default() };
        let start = Instant::now();
        let voices = who::resolve(&text, &meta, &attributions, &actors);
        spent += start.elapsed();
        bytes += prose.len();
        if why {
            voices.iter().zip(&attributions).for_each(explain);
        }
        let lines: Vec<Value> =
            article["attributions"].as_array().unwrap().iter().zip(&voices).map(predicted).collect();
        println!("{}", json!({ "doc": article["doc"], "attributions": lines }));
    }
    eprintln!("{bytes} bytes in {spent:?}");
}

fn attributions(prose: &str, offsets: &[usize], written: &Value) -> Vec<Attribution> {
    let mut all: Vec<Attribution> =
        written.as_array().unwrap().iter().map(|one| attribution(prose, offsets, one)).collect();
    let contents: Vec<Option<Span>> =
        all.iter().map(|one| one.content.as_ref().and_then(Wording::span)).collect();
    for (index, one) in all.iter_mut().enumerate() {
        let own = one.cue.as_ref().or(one.content.as_ref()).and_then(Wording::span);
        let holds = |at: &usize| {
            *at != index && contents[*at].zip(own).is_some_and(|(outer, own)| outer.contains(own))
        };
        one.within = near(index, contents.len()).filter(holds).min_by_key(|at| contents[*at].map(Span::len));
    }
    all
}

/// Attributions within one another stand close together in the list.
fn near(index: usize, len: usize) -> std::ops::Range<usize> {
    index.saturating_sub(40)..len.min(index + 40)
}

fn attribution(prose: &str, offsets: &[usize], written: &Value) -> Attribution {
    let wording = |part: &str| {
        let spans =
            written[part].as_array().map(|spans| spans.iter().map(|span| bytes_of(offsets, span)).collect());
        Wording::of(prose, spans.unwrap_or_default())
    };
    let content = wording("content");
    let quoted = content.as_ref().is_some_and(|content| content.text.starts_with(['"', '“', '\'']));
    Attribution {
        source: wording("source"),
        cue: wording("cue"),
        quotes: content.iter().filter(|_| quoted).filter_map(Wording::span).collect(),
        content,
        kind: if quoted { QuoteKind::Direct } else { QuoteKind::Indirect },
        class: Class::Speech,
        lemma: String::new(),
        confidence: 1.0,
        trail: Vec::new(),
        within: None,
    }
}

fn bytes_of(offsets: &[usize], span: &Value) -> Span {
    let at = |index: usize| offsets[span[index].as_u64().unwrap() as usize];
    Span::new(at(0), at(1))
}

/// Each line that is not blank is a paragraph.
fn blocks(prose: &str) -> Vec<Span> {
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in prose.split('\n') {
        if !line.trim().is_empty() {
            blocks.push(Span::new(at, at + line.len()));
        }
        at += line.len() + 1;
    }
    blocks
}

fn predicted((written, voice): (&Value, &Voice)) -> Value {
    let name = |speaker: &Speaker| (!speaker.is_nobody()).then(|| speaker.name.clone());
    let via: Vec<String> = voice.via.iter().filter_map(name).collect();
    json!({
        "content": written["content"], "speaker": name(&voice.speaker), "via": via,
        "anonymous": voice.speaker.anonymous, "said": null, "act": null, "polarity": null,
    })
}

fn explain((voice, attribution): (&Voice, &Attribution)) {
    let source = attribution.source.as_ref().map_or("-", |source| source.text.as_str());
    let speaker = &voice.speaker;
    let steps: Vec<&str> = speaker.reached.iter().map(|step| step.by).collect();
    let via: Vec<&str> = voice.via.iter().map(|link| link.name.as_str()).collect();
    eprintln!(
        "{source} => {} | {:?} {:?} {:?} via {via:?} {steps:?}",
        speaker.name, speaker.role, speaker.side, speaker.institution
    );
}
