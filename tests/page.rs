//! The report as a page: whatever a draft holds stays text, and every part leads to the others.

#![cfg(test)]

mod browser;
mod folder;

use assert_cmd::Command;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every element that a page may have; a draft that could bring in another would do so here.
const ELEMENTS: &str = "a article b blockquote body circle code details div figcaption figure footer h1 h2 h3 h4 head \
    header html i li line main mark meta ol p rect script section span style summary sup svg table tbody td text th \
    thead time title tr ul";

/// A draft that says as little as needed for every part of a page, with markup wherever text may stand.
const HOSTILE: &str = "\
---
title: <script>alert('title')</script>
date: 2031-05-04
outlet: \"<img src=x onerror=alert(1)>\"
---

<!-- sayso allow nothing/known -->

NORTHPORT, May 4 — The dam &lt;script&gt;alert(0)&lt;/script&gt; is old.

“The <b onmouseover=alert(2)>dam</b> is safe</mark></section><script>alert(3)</script>,” Ann Reed, the Norland minister,
said on Friday. Bo Lind, the Sudland \"><svg/onload=alert(4)> minister, said on Saturday that the dam is not safe.
]]>--><!-- Reportedly the dam </style><script>alert(5)</script> is safe.

`javascript:alert(6)` was all that <a href=\"javascript:alert(7)\">a senior official</a> told Ann Reed.
";

const RECORD: &str = "\
2031-05-02 Ann Reed, <i>minister</i> (Norland)
    at <script>alert(8)</script> <javascript:alert(9)>
    says \"the dam is not safe</p><script>alert(10)</script>\"
    about dam
    source javascript:alert(11)

2031-05-02..2031-05-04 Bo Lind (Sudland) via Gazette</li><script>
    says the dam will break
    about dam, script-alert
";

fn folder(name: &str) -> PathBuf {
    folder::folder("page", name, &[])
}

/// The page of `arguments`, run in `folder`.
fn page(folder: &Path, arguments: &[&str]) -> String {
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let output =
        sayso.current_dir(folder).arg("check").args(["--format", "html"]).args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn hostile() -> String {
    let root = folder("hostile");
    fs::write(root.join("<script>alert(12)<script>.md"), HOSTILE).unwrap();
    fs::write(root.join("record.claims"), RECORD).unwrap();
    page(&root, &["."])
}

/// A tag with its attributes, as a browser would see it.
struct Tag<'p> {
    name: &'p str,
    attributes: Vec<(&'p str, &'p str)>,
}

/// The tags of a page, closing ones apart. Between the tags of its own script and style nothing is read.
fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if after.starts_with(['/', '!']) {
            continue;
        }
        let (inside, after) = after.split_once('>').expect("every tag ends");
        let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
        let attributes = attributes.split("\" ").filter_map(|attribute| attribute.split_once("=\""));
        let attributes = attributes.map(|(key, value)| (key.trim(), value.trim_end_matches('"')));
        tags.push(Tag { name, attributes: attributes.collect() });
        rest = match name {
            "script" | "style" => after.split_once(&format!("</{name}>")).expect("it is closed").1,
            _ => after,
        };
    }
    tags
}

/// What is wrong with a page: strange elements, scripts in attributes, ids twice, links that lead nowhere.
fn faults(page: &str) -> Vec<String> {
    let known: BTreeSet<&str> = ELEMENTS.split_whitespace().collect();
    let tags = tags(page);
    let mut faults: Vec<String> = Vec::new();
    let mut ids = BTreeSet::new();
    let attributes = || tags.iter().flat_map(|tag| tag.attributes.iter().copied());
    faults.extend(tags.iter().filter(|tag| !known.contains(tag.name)).map(|tag| format!("a <{}>", tag.name)));
    faults.extend(attributes().filter(|(key, _)| key.starts_with("on")).map(|(key, _)| format!("an {key}")));
    let twice = attributes().filter(|(key, value)| *key == "id" && !ids.insert(*value));
    faults.extend(twice.map(|(_, id)| format!("two of #{id}")));
    for (key, value) in attributes() {
        let leads_on = match key {
            "href" => value.strip_prefix('#').map_or(value.starts_with("https://"), |id| ids.contains(id)),
            "aria-labelledby" => ids.contains(value),
            "src" => false,
            _ => true,
        };
        if !leads_on {
            faults.push(format!("{key} to {value}"));
        }
    }
    let scripts = tags.iter().filter(|tag| tag.name == "script").count();
    faults.extend((scripts != 1).then(|| format!("{scripts} scripts")));
    faults
}

#[test]
fn whatever_a_draft_holds_stays_text() {
    let page = hostile();
    assert_eq!(faults(&page), Vec::<String>::new());
    let missing: Vec<usize> = (0..=12).filter(|number| !page.contains(&format!("alert({number})"))).collect();
    // What stands between the tags of Markdown's own HTML, and addresses behind words, are no prose.
    assert_eq!(missing, [2, 7], "each attempt must have come as far as the page");
}

#[test]
fn faults_of_a_page_are_found() {
    let of = |body: &str| faults(&format!("{body}<script></script>")).join("; ");
    insta::assert_snapshot!(of("<p id=\"a\"><a href=\"#a\">x</a></p>"), @"");
    insta::assert_snapshot!(of("<img src=\"x\">"), @"a <img>; src to x");
    insta::assert_snapshot!(of("<p onclick=\"x\"></p>"), @"an onclick");
    insta::assert_snapshot!(of("<p id=\"a\" class=\"b\"></p><p id=\"a\"></p>"), @"two of #a");
    insta::assert_snapshot!(of("<a href=\"#b\"></a><a href=\"javascript:x\"></a>"), @"href to #b; href to javascript:x");
    insta::assert_snapshot!(of("<script></script>"), @"2 scripts");
}

#[test]
fn every_story_makes_a_sound_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let stories = fs::read_dir(root.join("corpus")).unwrap().map(|entry| entry.unwrap().path());
    for story in stories.filter(|path| path.is_dir()) {
        let page = page(root, &[story.strip_prefix(root).unwrap().to_str().unwrap()]);
        assert_eq!(faults(&page), Vec::<String>::new(), "{}", story.display());
        assert!(
            !page.contains(": </title>")
                && page.contains("class=\"timeline\"")
                && page.contains("class=\"recorded\""),
            "{}",
            story.display()
        );
    }
}

/// A draft with one of everything, in a folder of its own.
fn small(name: &str) -> String {
    let root = folder(name);
    let draft = "---\ndate: 2031-05-04\noutlet: The Harbour Gazette\n---\n\n# Minister calls the dam safe\n\n“The dam is \
        entirely safe,” Ann Reed, the Norland minister, said on Friday. Bo Lind, the Sudland minister, said on Saturday that \
        the dam is not safe. Someone told the Gazette in April that it could break.\n";
    fs::write(root.join("draft.md"), draft).unwrap();
    let record = "2031-05-02 Ann Reed, minister (Norland)\n    at press conference <https://norland.example/17>\n    says \
        \"the dam is not entirely safe\"\n    about dam\n\n2031-04 Dam Board\n    says the dam could break\n    about dam\n";
    fs::write(root.join("record.claims"), record).unwrap();
    page(&root, &["."])
}

#[test]
fn a_small_page_as_a_whole() {
    let page = small("small");
    let (_, body) = page.split_once("</style></head>").unwrap();
    let (body, _) = body.split_once("<script>").unwrap();
    let lines = body.replace("><", ">\n<");
    insta::assert_snapshot!(lines);
}

#[test]
fn the_policy_lets_the_script_of_the_page_run_and_no_other() {
    use base64::Engine;
    use sha2::{Digest, Sha256};
    let page = small("policy");
    let script = page.split_once("<script>").unwrap().1.split_once("</script>").unwrap().0;
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(script));
    assert!(page.contains(&format!("script-src 'sha256-{hash}'\"")), "the hash of page.js is now {hash}");
}

#[test]
fn several_drafts_share_a_page() {
    let root = folder("several");
    for name in ["a.md", "b.md"] {
        fs::write(root.join(name), "# The dam\n\nAnn Reed said on May 2, 2031 that the dam is safe.\n")
            .unwrap();
    }
    let page = page(&root, &["."]);
    assert_eq!(faults(&page), Vec::<String>::new());
    assert_eq!(page.matches("<article class=\"sheet\"").count(), 2);
}

#[test]
fn a_page_goes_to_a_file_beside_another_report() {
    let root = folder("file");
    fs::write(root.join("draft.md"), "# The dam\n\nOn Monday, Jan. 25, 2022, the council met.\n").unwrap();
    let mut sayso = Command::new(assert_cmd::cargo::cargo_bin!("sayso"));
    let run = sayso.current_dir(&root).args([
        "check",
        "--format",
        "concise",
        "--format",
        "html=page.html",
        "draft.md",
    ]);
    let output = run.output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("draft.md:3:"));
    assert!(
        fs::read_to_string(root.join("page.html")).unwrap().starts_with("<!DOCTYPE html><html lang=\"en\">")
    );
}
