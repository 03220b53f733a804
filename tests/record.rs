//! The record: which files of a folder belong to it, and what is said of those that cannot be read.

#![cfg(test)]

use sayso::record::{self, files};
use sayso::text::FileId;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The record of some paths below `root` as text: files, claims with their links, faults, errors.
fn show(root: &Path, paths: &[&str]) -> String {
    let paths: Vec<PathBuf> = paths.iter().map(|path| root.join(path)).collect();
    let record = record::read(&paths, FileId(3));
    let mut shown = String::new();
    for file in &record.files {
        let name = file.source().name();
        assert_eq!(record.source(file.id).map(|source| source.name()), Some(name));
        writeln!(shown, "{} {name}", file.id.0).unwrap();
    }
    writeln!(shown, "transcripts {:?}", record.transcripts().map(|(id, _)| id.0).collect::<Vec<_>>())
        .unwrap();
    writeln!(shown, "articles {:?}", record.articles().map(|(id, _)| id.0).collect::<Vec<_>>()).unwrap();
    for claim in record.claims.iter().map(|claim| &claim.claim) {
        let links: Vec<_> =
            claim.links.iter().map(|link| format!("{:?} {}", link.kind, link.target)).collect();
        writeln!(shown, "{}: {} “{}” {links:?}", claim.id, claim.speaker.name, claim.content()).unwrap();
    }
    for found in &record.faults {
        let place = record.source(found.file).unwrap().place(found.fault.span.start);
        let (title, help) = (&found.fault.title, found.fault.help.as_deref().unwrap_or_default());
        writeln!(shown, "{}:{}:{} {title} = {help}", found.file.0, place.line, place.column).unwrap();
    }
    record.errors.iter().for_each(|error| writeln!(shown, "{error}").unwrap());
    shown.replace(&format!("{}/", root.display()), "")
}

fn fixtures() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/record"))
}

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

#[test]
fn a_corpus_is_read_in_the_order_of_names() {
    insta::assert_snapshot!(show(fixtures(), &["corpus"]), @r#"
    3 corpus/article.txt
    4 corpus/briefing.md
    5 corpus/slip.md
    6 corpus/statements/norland.claims
    7 corpus/statements/sudland.claims
    transcripts [4]
    articles [3]
    bridge-open: Ann Reed ““the bridge is open”” []
    bridge-open-2: Ann Reed “that the road is open too” []
    bridge-open-not: Ann Reed “” ["Corrects bridge-oepn"]
    lind-0c8aa0b5: Bo Lind “” ["Disputes bridge-open", "Disputes bridge-open-2"]
    bridge-open: Council “” ["Denies everything"]
    5:2:7 there is no such kind of document = did you mean `transcript`?
    6:8:14 no claim has the id `bridge-oepn` = did you mean `bridge-open`?
    7:5:12 no claim has the id `everything` = add `id …` to the claim that is meant; to say what it is about, write `denies that …`
    7:6:8 the id `bridge-open` is taken = give each claim an id of its own
    "#);
}

#[test]
fn what_is_named_must_say_what_it_is() {
    insta::assert_snapshot!(show(fixtures(), &["corpus/draft.md", "corpus/nothing.md", "corpus/briefing.md"]), @r#"
    3 corpus/briefing.md
    transcripts [3]
    articles []
    corpus/nothing.md: there is no such file or folder; check the spelling and the folder you are in
    corpus/draft.md: this text does not say that it is a transcript or an article; write `kind: transcript` or `kind: article` into its front matter
    "#);
}

#[test]
fn no_file_is_taken_twice() {
    let corpus = fixtures().join("corpus");
    let paths = [corpus.join("statements/norland.claims"), corpus.clone(), corpus.join("statements")];
    let walk = files::walk(&paths, record::is_candidate);
    let once = files::walk(&[corpus], record::is_candidate);
    assert_eq!(walk, once);
    assert_eq!(walk.files.len(), 7);
}

#[test]
fn an_empty_folder_is_an_error() {
    let root = folder("empty");
    fs::write(root.join("picture.svg"), "x").unwrap();
    insta::assert_snapshot!(show(&root, &["."]), @r#"
    transcripts []
    articles []
    .: there is nothing to read in this folder; put texts there whose names end in .md, .markdown, .txt or .claims
    "#);
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_and_special_files_are_survived() {
    use std::os::unix::{fs::symlink, net::UnixListener};
    let root = folder("odd");
    fs::create_dir(root.join("inner")).unwrap();
    fs::write(root.join("inner/a.claims"), "2021 Ann\n    says no\n").unwrap();
    symlink(&root, root.join("inner/circle")).unwrap();
    symlink(root.join("inner/a.claims"), root.join("b.claims")).unwrap();
    symlink(root.join("nowhere"), root.join("lost.claims")).unwrap();
    let _socket = UnixListener::bind(root.join("s.claims")).unwrap();
    insta::assert_snapshot!(show(&root, &[""]), @r#"
    3 b.claims
    transcripts []
    articles []
    ann-bcb60f59: Ann “no” []
    lost.claims: there is no such file or folder; check the spelling and the folder you are in
    s.claims: this is neither a file nor a folder; name a file or a folder, or `-` for standard input
    "#);

    // By itself: problems stand in the order of paths, and where the folder of the test lies is the affair of the machine.
    insta::assert_snapshot!(show(&root, &["/dev/null"]), @r#"
    transcripts []
    articles []
    /dev/null: this is neither a file nor a folder; name a file or a folder, or `-` for standard input
    "#);
}

#[test]
fn what_is_too_long_is_not_read() {
    let root = folder("long");
    for (name, size) in [("long.md", (64 << 20) + 1), ("long.claims", (1 << 30) + 1)] {
        // The file system keeps a hole, not its bytes.
        fs::File::create(root.join(name)).unwrap().set_len(size).unwrap();
        let error = show(&root, &[name]);
        assert!(error.contains("this is too long to be read; cut it into several"), "{name}: {error}");
    }
}
