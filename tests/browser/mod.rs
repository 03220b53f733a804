//! The page as a browser shows it, on a phone and on a desk, light and dark. Skipped where there is no browser.
//!
//! Pictures differ between machines by their fonts, so none is compared. What must hold of any picture is measured in the
//! browser instead: nothing wider than the screen, contrast, order of headings, names of all that can be reached by keys,
//! the script at work under the page's own policy. A picture is kept in the target folder for those who want to look.

use super::{hostile, page, small};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PROBE: &str = include_str!("probe.html");

/// A browser: that of `CHROMIUM`, or one of the path.
fn browser() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let known = ["chromium", "chromium-browser", "google-chrome", "chrome"].map(PathBuf::from);
    named.into_iter().chain(known).find(|program| {
        let run = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        run.is_ok_and(|status| status.success())
    })
}

/// What the probe measured of a page in each frame.
fn measured(browser: &Path, name: &str, page: &str) -> Vec<Value> {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    fs::create_dir_all(&root).unwrap();
    let file = root.join(format!("{name}.html"));
    let quoted = page.replace('&', "&amp;").replace('"', "&quot;");
    fs::write(&file, PROBE.replace("PAGE", &quoted)).unwrap();
    let picture = format!("--screenshot={}", root.join(format!("{name}.png")).display());
    let run = |argument: &str| {
        let mut chromium = Command::new(browser);
        // A sandbox needs rights that containers do not give; the page is our own.
        chromium.args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--window-size=3600,1400",
        ]);
        let profile = format!("--user-data-dir={}", root.join(format!("{name}.profile")).display());
        chromium
            .args([profile.as_str(), "--virtual-time-budget=10000", argument])
            .arg(&file)
            .output()
            .unwrap()
    };
    run(&picture);
    let seen = String::from_utf8(run("--dump-dom").stdout).unwrap();
    let found = seen.split_once("<pre id=\"found\">").unwrap().1.split_once("</pre>").unwrap().0;
    serde_json::from_str(&found.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).unwrap()
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
    }
}
