//! `sayso init`.

use super::args::{InitArgs, InitWhat};
use super::paths::typed;
use super::reply::{Failure, Reply};
use crate::pack::schema::RULE_SCHEMA;
use crate::pack::{builtin_files, is_rule_file};
use crate::record::Io;
use std::fs;
use std::path::{Component, Path};

/// The rule that a new pack begins with.
const FIRST_RULE: &str = include_str!("template/first-rule.toml");

pub(super) fn run(args: &InitArgs) -> Result<Reply, Failure> {
    let InitWhat::Pack { path } = &args.what;
    let name = pack_name(path)?;
    if path.components().any(|part| part == Component::ParentDir) {
        let message = "leads out of this folder; name a pack in it, or give the whole path";
        return Err(Failure::new(&format!("`{}` {message}", path.display())));
    }
    if path.exists() {
        let message =
            format!("{}: this is there already; nothing was written, choose another name", path.display());
        return Err(Failure::new(&message));
    }
    let rule = path.join("first-rule.toml");
    write(&rule, &FIRST_RULE.replacen("\"PACK/", &format!("\"{name}/"), 1))?;
    write(&path.join("rule.schema.json"), RULE_SCHEMA)?;
    let (rule, pack) = (rule.display(), typed(path));
    let mut reply = Reply::printed(format!(
        "{rule}: a rule to make your own\n\n    sayso test {pack}\n    sayso check --rules {pack} DRAFT\n"
    ));
    if builtin_files().any(|file| file.id().split('/').next() == Some(name)) {
        reply.err = format!(
            "note: there are built-in rules in a pack called `{name}`; a rule of the same file name takes the place of one\n"
        );
    }
    Ok(reply)
}

/// The name of a pack is the first half of its rules' ids.
fn pack_name(path: &Path) -> Result<&str, Failure> {
    let given = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let name = path.file_name().and_then(|name| name.to_str()).filter(|name| *name == fit(name));
    match name {
        Some(name) if is_rule_file(&format!("{name}/first-rule.toml")) => Ok(name),
        Some(name) => Err(Failure::new(&format!(
            "`{name}` is no name for a pack: a folder so called holds word lists; for instance `my-{name}`"
        ))),
        None => {
            // A name that loses letters is none that somebody would choose.
            let is_lost = given.chars().any(|sign| sign.is_alphabetic() && !sign.is_ascii());
            let fit = Some(fit(&given)).filter(|fit| !fit.is_empty() && !is_lost);
            let fit = fit.unwrap_or_else(|| "my-rules".to_owned());
            let message = "is no name for a pack; use small letters, digits and hyphens, for instance";
            Err(Failure::new(&format!("`{}` {message} `{fit}`", path.display())))
        }
    }
}

/// The name as it may be: small letters and digits, a hyphen for what else stands between.
fn fit(name: &str) -> String {
    let small = name.to_lowercase();
    let parts = small.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| Failure::from(Io::of_writing(path, &error)))
}
