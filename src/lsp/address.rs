//! Addresses of texts as editors write them, and the names that they have elsewhere.

use lsp_types::Uri;
use std::str::FromStr;

/// The name of the text at an address: its path where it is a file, the address itself where it is not.
pub(super) fn name_of(uri: &Uri) -> String {
    let path = uri.as_str().strip_prefix("file://").map(decoded);
    match path.as_deref().map(|path| (path, path.strip_prefix('/'))) {
        // `file:///C:/drafts` is C:/drafts.
        Some((_, Some(drive))) if drive.get(1..2) == Some(":") => drive.to_owned(),
        Some((path, _)) => path.to_owned(),
        None => uri.as_str().to_owned(),
    }
}

/// The address of a file, given its whole path.
pub(super) fn address_of(path: &str) -> Option<Uri> {
    let path = path.replace('\\', "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    Uri::from_str(&format!("file://{slash}{}", encoded(&path))).ok()
}

/// Every byte that an address does not take as it is, as `%XX`.
fn encoded(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte);
    let signs = path.bytes().map(|byte| match is_plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    });
    signs.collect()
}

/// `%XX` as the byte that it stands for.
fn decoded(path: &str) -> String {
    let mut parts = path.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        match part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend_from_slice(part.get(2..).unwrap_or_default().as_bytes());
            }
            None => {
                bytes.push(b'%');
                bytes.extend_from_slice(part.as_bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_addresses_lead_to_one_another() {
        for name in ["/drafts/a b/ü %41.md", "/x/[1]#2?.md"] {
            assert_eq!(name_of(&address_of(name).unwrap()), name);
        }
    }

    #[test]
    fn an_address_that_is_no_file_is_a_name() {
        let name = |address: &str| name_of(&Uri::from_str(address).unwrap());
        assert_eq!(name("untitled:Untitled-1"), "untitled:Untitled-1");
        assert_eq!(name("file:///C:/drafts/a.md"), "C:/drafts/a.md");
        assert_eq!(decoded("50%_%zz%C3%BC%"), "50%_%zzü%");
    }
}
