//! Folders that tests write in.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder of a test's own with these files and nothing else; `suite` keeps the tests of one file apart from others.
pub fn folder(suite: &str, name: &str, files: &[(&str, &str)]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(suite).join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).unwrap();
    for (name, text) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}
