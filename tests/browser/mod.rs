//! The page as a browser shows it, on a phone and on a desk, light and dark. Skipped where there is no browser.
//!
//! What must hold of any picture is measured in the browser: nothing wider than the screen, contrast, nothing that lies over
//! something else, order of headings, names of all that can be reached by keys, the script at work under the page's own
//! policy. The pictures themselves are kept in the target folder, and compared with those that were looked at last:
//! squares of forty pixels by how bright they are and how much that varies (`*.shades`), so that neither smoothing nor a browser's version matters.
//! Where letters have other widths lines break elsewhere, and the comparison is skipped with a message.
//! `UPDATE_SHADES=1` keeps what is seen now.

use super::{hostile, page, small};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PROBE: &str = include_str!("probe.html");
const SHADE: &str = include_str!("shade.html");

/// A browser: that of `CHROMIUM`, or one of the path.
fn browser() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let known = ["chromium", "chromium-browser", "google-chrome", "chrome"].map(PathBuf::from);
    named.into_iter().chain(known).find(|program| {
        let run = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        run.is_ok_and(|status| status.success())
    })
}

/// A folder for what the browser is given and gives.
fn kept() -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    fs::create_dir_all(&root).unwrap();
    root
}

/// Runs the browser on a file.
fn browse(browser: &Path, name: &str, argument: &str, file: &Path) -> Vec<u8> {
    let profile = format!("--user-data-dir={}", kept().join(format!("{name}.profile")).display());
    // A sandbox needs rights that containers do not give; the page is our own.
    let fixed =
        ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=3600,1400"];
    let more = [profile.as_str(), "--force-device-scale-factor=1", "--virtual-time-budget=10000", argument];
    Command::new(browser).args(fixed).args(more).arg(file).output().unwrap().stdout
}

/// What a page's script left in `#found`.
fn found(browser: &Path, name: &str, file: &Path) -> Vec<Value> {
    let seen = String::from_utf8(browse(browser, name, "--dump-dom", file)).unwrap();
    let found = seen.split_once("<pre id=\"found\">").unwrap().1.split_once("</pre>").unwrap().0;
    serde_json::from_str(&found.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).unwrap()
}

/// What the probe measured of a page in each frame; a picture of all four is kept.
fn measured(browser: &Path, name: &str, page: &str) -> Vec<Value> {
    let file = kept().join(format!("{name}.html"));
    let quoted = page.replace('&', "&amp;").replace('"', "&quot;");
    fs::write(&file, PROBE.replace("PAGE", &quoted)).unwrap();
    browse(browser, name, &format!("--screenshot={}", picture(name).display()), &file);
    found(browser, name, &file)
}

fn picture(name: &str) -> PathBuf {
    kept().join(format!("{name}.png"))
}

/// How bright the squares of the picture are and how much that varies, a line a row.
fn shades(browser: &Path, name: &str) -> String {
    use base64::Engine;
    let picture = base64::engine::general_purpose::STANDARD.encode(fs::read(picture(name)).unwrap());
    let file = kept().join(format!("{name}.shade.html"));
    fs::write(&file, SHADE.replace("PICTURE", &format!("data:image/png;base64,{picture}"))).unwrap();
    found(browser, name, &file).iter().map(|line| line.as_str().unwrap().to_owned() + "\n").collect()
}

/// The share of figures, in per cent, that differ by more than a fifth of what they can be.
fn difference(one: &str, other: &str) -> f64 {
    let squares = |text: &str| -> Vec<u32> { text.chars().filter_map(|c| c.to_digit(16)).collect() };
    let (one, other) = (squares(one), squares(other));
    if one.len() != other.len() {
        return 100.0;
    }
    let differ = one.iter().zip(&other).filter(|(one, other)| one.abs_diff(**other) > 3).count();
    100.0 * differ as f64 / one.len().max(1) as f64
}

/// Figures that may differ, in per cent: a line that breaks elsewhere, not a part that is gone.
const ALIKE: f64 = 2.0;

/// Holds the picture of a page against the one that was looked at last.
fn compare(browser: &Path, name: &str, letters: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/browser/{name}.shades"));
    let seen = shades(browser, name);
    if std::env::var_os("UPDATE_SHADES").is_some() {
        return fs::write(file, format!("{letters}\n{seen}")).unwrap();
    }
    let kept = fs::read_to_string(file).unwrap();
    let (kept_letters, kept) = kept.split_once('\n').unwrap();
    if kept_letters != letters {
        return eprintln!(
            "skipped: the picture of {name} was kept with other letters ({kept_letters}, here {letters})"
        );
    }
    let differ = difference(kept, &seen);
    assert!(
        differ <= ALIKE,
        "{name}: {differ:.1} % of the picture differ; look at {}",
        picture(name).display()
    );
}

#[test]
fn pages_can_be_read_everywhere() {
    let Some(browser) = browser() else {
        return eprintln!("skipped: no browser; install Chromium or set CHROMIUM to one");
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages = [
        ("small", small("browser")),
        ("hostile", hostile()),
        ("story", page(root, &["corpus/ukraine-2022"])),
    ];
    for (name, page) in pages {
        let frames = measured(&browser, name, &page);
        assert_eq!(frames.len(), 4, "{name}");
        for frame in &frames {
            assert_eq!(frame["faults"], serde_json::json!([]), "{name}, {}", frame["frame"]);
        }
        let grounds: Vec<&str> = frames.iter().filter_map(|frame| frame["ground"].as_str()).collect();
        assert_ne!(grounds[0], grounds[1], "{name}: light and dark");
        compare(&browser, name, frames[0]["letters"].as_str().unwrap());
    }
}

#[test]
fn pictures_of_another_page_differ() {
    let Some(browser) = browser() else {
        return eprintln!("skipped: no browser; install Chromium or set CHROMIUM to one");
    };
    let page = small("shades");
    let faults = |name: &str, page: &str| -> String {
        let frames = measured(&browser, name, page);
        frames.iter().map(|frame| frame["faults"].to_string()).collect()
    };
    faults("as-it-is", &page);
    let seen = shades(&browser, "as-it-is");
    for (name, from, to) in [
        ("shifted", "</style>", "main { margin-top: 12rem !important }</style>"),
        ("grey", "</style>", "body { background: #808080 !important }</style>"),
        ("no-findings", "</style>", ".findings { display: none !important }</style>"),
    ] {
        assert!(page.contains(from), "{name}");
        faults(name, &page.replacen(from, to, 1));
        let differ = difference(&seen, &shades(&browser, name));
        assert!(differ > ALIKE, "{name}: {differ}");
    }
    let over = page.replacen("</style>", "h2 + p { margin-top: -3rem !important }</style>", 1);
    assert!(faults("over", &over).contains("overlap: "));
    let wide = page.replacen("</style>", "main { min-width: 700px }</style>", 1);
    assert!(faults("wide", &wide).contains("pixels too wide"));
}
