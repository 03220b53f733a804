//! A session with Neovim, headless. Skipped where there is none.

use super::{DRAFT, folder};
use std::process::{Command, Stdio};

/// Opens the draft, waits for findings, asks about a claim, lets a finding pass, and prints what it saw.
const SCRIPT: &str = include_str!("session.lua");

#[test]
fn neovim_shows_findings_claims_and_actions() {
    let present = Command::new("nvim").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !present.is_ok_and(|status| status.success()) {
        return eprintln!("skipped: no Neovim; install it to try a session with it");
    }
    let folder = folder("neovim");
    std::fs::write(folder.join("session.lua"), SCRIPT).unwrap();
    let output = Command::new("nvim")
        .args(["--headless", "-u", "NONE", "-i", "NONE", "-n", "draft.md", "-c", "luafile session.lua"])
        .env("SAYSO", assert_cmd::cargo::cargo_bin!("sayso"))
        .env("XDG_STATE_HOME", &folder)
        .env("XDG_CACHE_HOME", &folder)
        .current_dir(&folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = std::fs::read_to_string(folder.join("seen.txt"));
    let told = String::from_utf8_lossy(&output.stderr);
    let seen = said.unwrap_or_else(|error| panic!("{error}: {told}"));
    assert!(seen.contains("finding dates/weekday-date-mismatch"), "{seen}");
    assert!(seen.contains("hover **Marta Lind"), "{seen}");
    assert!(seen.contains("symbol Dam Board"), "{seen}");
    assert!(seen.contains("after suppressions/unexplained"), "{seen}");
    assert!(!seen.contains("after dates/weekday-date-mismatch"), "{seen}");
    assert!(
        DRAFT.contains("Friday") && seen.contains("line <!-- sayso allow dates/weekday-date-mismatch"),
        "{seen}"
    );
}
