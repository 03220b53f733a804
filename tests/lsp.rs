//! `sayso lsp` as editors use it: whole sessions over standard input and output.

#![cfg(test)]

#[path = "lsp/client.rs"]
mod client;
#[path = "lsp/neovim.rs"]
mod neovim;

use client::Client;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

/// Two who differ, a figure of speech beyond ASCII before the claims, and a wrong weekday.
const DRAFT: &str = "---
date: 2031-05-06
---

# The dam at Sørvatn

On Friday, May 5, 2031, the council met 😀.

Marta Lind, the minister of water, said on 2 May that the dam “could give way at any hour”. She added that
people should leave.

The Dam Board said on 3 May that the dam is safe.
";

const JOURNAL: &str = "2031-05-02 Marta Lind, minister of water (Norland)
    says the dam \"could give way at any hour\"
    about dam
";

const SETTINGS: &str = "against = [\"record\"]\n[severity]\n\"dates/weekday-date-mismatch\" = \"warning\"\n";

impl Client {
    /// What the program tells or asks next under this method.
    pub fn told(&mut self, method: &str) -> Value {
        self.wait_for(|message| message["method"] == method)["params"].clone()
    }

    /// Goes away without a word.
    pub fn leave(mut self) -> ExitStatus {
        self.input = None;
        self.child.wait().unwrap()
    }
}

/// A folder with settings, a record and room for drafts.
fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lsp").join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("record")).unwrap();
    fs::write(root.join("sayso.toml"), SETTINGS).unwrap();
    fs::write(root.join("record/dam.claims"), JOURNAL).unwrap();
    fs::write(root.join("draft.md"), DRAFT).unwrap();
    root
}

/// Everything that an editor may say that it can do.
fn able() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "window": { "showDocument": { "support": true } },
        "textDocument": { "documentSymbol": { "hierarchicalDocumentSymbolSupport": true } },
        "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } },
    })
}

/// The codes of diagnostics.
fn codes(diagnostics: &[Value]) -> Vec<&str> {
    diagnostics.iter().map(|it| it["code"].as_str().unwrap_or_default()).collect()
}

/// The place of the first occurrence of `words`, in UTF-16 code units.
fn place(text: &str, words: &str) -> Value {
    let before = text.split_once(words).unwrap().0;
    let line = before.rsplit('\n').next().unwrap();
    json!({ "line": before.matches('\n').count(), "character": line.encode_utf16().count() })
}

fn here(text: &str, words: &str) -> Value {
    json!({ "range": { "start": place(text, words), "end": place(text, words) }, "context": { "diagnostics": [] } })
}

#[test]
fn findings_come_while_typing_with_both_places() {
    let folder = folder("typing");
    let mut client = Client::open(&folder, able());
    let altered = DRAFT.replace("at any hour”", "any day”");
    let found = client.show("draft.md", &altered);
    let shown: Vec<String> = found.iter().map(|it| serde_json::to_string_pretty(it).unwrap()).collect();
    insta::with_settings!({ filters => vec![(r"file://[^\x22]*/", "file:///")] }, {
        insta::assert_snapshot!(shown.join("\n"));
    });
    let start = place(DRAFT, "Friday");
    let end = place(DRAFT, ", May 5");
    // The fifth of May 2031 is a Monday.
    let right = json!([{ "range": { "start": start, "end": end }, "text": "Monday" }]);
    let found = client.change("draft.md", 2, right);
    assert!(!codes(&found).contains(&"dates/weekday-date-mismatch"), "{found:?}");
    let wrong = json!([
        { "range": { "start": start, "end": end }, "text": "😀Sunday" },
        { "range": { "start": start, "end": { "line": start["line"], "character": 5 } }, "text": "" },
    ]);
    let found = client.change("draft.md", 3, wrong);
    assert!(codes(&found).contains(&"dates/weekday-date-mismatch"), "{found:?}");
    let uri = client.uri("draft.md");
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    assert_eq!(client.diagnostics("draft.md"), Vec::<Value>::new());
    assert!(client.end().success());
}

#[test]
fn a_claim_is_told_where_it_stands() {
    let folder = folder("claims");
    let mut client = Client::open(&folder, able());
    client.show("draft.md", DRAFT);
    let hover = |client: &mut Client, words: &str| {
        let answer =
            client.about("textDocument/hover", "draft.md", json!({ "position": place(DRAFT, words) }));
        answer["contents"]["value"].as_str().unwrap_or("nothing").to_owned()
    };
    let told = ["give way", "should leave", "is safe", "council met"].map(|words| hover(&mut client, words));
    let symbols = client.about("textDocument/documentSymbol", "draft.md", json!({}));
    let symbols: Vec<String> = symbols.as_array().unwrap().iter().map(symbol).collect();
    let end = json!({ "line": 99, "character": 0 });
    let whole = json!({ "range": { "start": { "line": 0, "character": 0 }, "end": end } });
    let hints = client.about("textDocument/inlayHint", "draft.md", whole);
    let hints: Vec<String> = hints.as_array().unwrap().iter().map(hint).collect();
    insta::with_settings!({ filters => vec![(r"file://[^)]*/", "file:///"), (r"\[[^\]]*/record/", "[…/record/")] }, {
        insta::assert_snapshot!([told.join("\n---\n"), symbols.join("\n"), hints.join("\n")].join("\n\n"));
    });
    assert!(client.end().success());
}

fn symbol(symbol: &Value) -> String {
    let start = &symbol["selectionRange"]["start"];
    format!("{}:{} {} | {}", start["line"], start["character"], symbol["name"], symbol["detail"])
}

fn hint(hint: &Value) -> String {
    format!("{}:{} {}", hint["position"]["line"], hint["position"]["character"], hint["label"])
}

#[test]
fn a_finding_can_be_let_pass_explained_and_followed() {
    let folder = folder("actions");
    let mut client = Client::open(&folder, able());
    client.show("draft.md", DRAFT);
    let actions = client.about("textDocument/codeAction", "draft.md", here(DRAFT, "Friday"));
    let titles: Vec<&str> =
        actions.as_array().unwrap().iter().map(|it| it["title"].as_str().unwrap()).collect();
    assert_eq!(
        titles,
        ["Let pass with a reason: dates/weekday-date-mismatch", "Explain dates/weekday-date-mismatch"]
    );
    let uri = client.uri("draft.md");
    let edit = actions[0]["edit"]["changes"][&uri][0].clone();
    assert_eq!(edit["range"]["start"], json!({ "line": 6, "character": 0 }));
    let text = edit["newText"].as_str().unwrap();
    assert_eq!(text, "<!-- sayso allow dates/weekday-date-mismatch: (give the reason) -->\n");
    let found = client.change("draft.md", 2, json!([{ "range": edit["range"], "text": text }]));
    assert!(!codes(&found).contains(&"dates/weekday-date-mismatch"), "{found:?}");
    assert!(codes(&found).contains(&"suppressions/unexplained"), "{found:?}");

    let page = client.request(
        "workspace/executeCommand",
        json!({
            "command": "sayso.explain", "arguments": actions[1]["command"]["arguments"],
        }),
    );
    let words = page.as_str().unwrap();
    assert!(words.starts_with("dates/weekday-date-mismatch: ") && words.contains("Flags 1"), "{page}");
    assert_eq!(client.told("window/showMessage")["message"], page);
    assert!(client.end().success());
}

#[test]
fn the_other_side_is_opened() {
    let folder = folder("sides");
    let draft = DRAFT.replace("could give way at any hour", "could give way at any moment");
    let mut client = Client::open(&folder, able());
    client.show("draft.md", &draft);
    let actions = client.about("textDocument/codeAction", "draft.md", here(&draft, "give way"));
    let open =
        actions.as_array().unwrap().iter().find(|it| it["command"]["command"] == "sayso.open").unwrap();
    assert_eq!(open["title"].as_str().unwrap().rsplit('/').next(), Some("dam.claims:2"));
    client.request("workspace/executeCommand", open["command"].clone());
    let shown = client.told("window/showDocument");
    assert_eq!(shown["uri"], client.uri("record/dam.claims"));
    assert_eq!(shown["selection"]["start"]["line"], 1);
    assert!(client.end().success());
}

#[test]
fn columns_are_counted_as_agreed() {
    let folder = folder("columns");
    let draft = "---\ndate: 2031-05-06\n---\n\n😀é日 On Friday, May 5, 2031, the council met.\n";
    let column = |encodings: Value| {
        let mut client = Client::start(&folder);
        let general = json!({ "general": encodings });
        let answer = client.request("initialize", json!({ "processId": null, "capabilities": general }));
        client.notify("initialized", json!({}));
        let found = client.show("draft.md", draft);
        let wrong = found.iter().find(|it| it["code"] == "dates/weekday-date-mismatch").unwrap();
        let column = wrong["range"]["start"]["character"].as_u64().unwrap();
        assert!(client.end().success());
        (answer["capabilities"]["positionEncoding"].as_str().unwrap().to_owned(), column)
    };
    let [bytes, units, points] = ["utf-8", "utf-16", "utf-32"].map(str::to_owned);
    assert_eq!(column(json!({ "positionEncodings": ["utf-16", "utf-8"] })), (bytes, 13));
    assert_eq!(column(json!({ "positionEncodings": ["utf-32"] })), (points, 7));
    assert_eq!(column(json!({})), (units, 8));
}

#[test]
fn what_changes_on_disk_is_read_again() {
    let folder = folder("disk");
    let mut client = Client::open(&folder, able());
    let watched = client.told("client/registerCapability");
    assert_eq!(watched["registrations"][0]["method"], "workspace/didChangeWatchedFiles");
    let severity = |found: &[Value]| {
        found.iter().find(|it| it["code"] == "dates/weekday-date-mismatch").map(|it| it["severity"].clone())
    };
    assert_eq!(severity(&client.show("draft.md", DRAFT)), Some(json!(2)));
    let changed = |client: &mut Client, settings: &str| {
        fs::write(folder.join("sayso.toml"), settings).unwrap();
        let uri = client.uri("sayso.toml");
        client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri, "type": 2 }] }));
        client.diagnostics("draft.md")
    };
    assert_eq!(severity(&changed(&mut client, "ignore = [\"dates\"]\n")), None);
    assert_eq!(changed(&mut client, "ignroe = []\n"), Vec::<Value>::new());
    let told = client.told("window/showMessage")["message"].as_str().unwrap().to_owned();
    assert!(told.contains("did you mean `ignore`?"), "{told}");
    assert_eq!(severity(&changed(&mut client, "against = [\"none\"]\n")), Some(json!(1)));
    let told = client.told("window/showMessage")["message"].as_str().unwrap().to_owned();
    assert!(told.contains("none: there is no such file or folder"), "{told}");
    assert!(client.end().success());
}

#[test]
fn texts_of_the_record_are_read_and_not_judged() {
    let folder = folder("record");
    let mut client = Client::open(&folder, able());
    let found = client.show("record/dam.claims", &format!("{JOURNAL}\n2031-13-02 Nobody\n    says no\n"));
    assert_eq!(found.len(), 1);
    assert!(
        found[0]["message"].as_str().unwrap().contains("2031-13-02")
            || found[0]["range"]["start"]["line"] == 4
    );
    let symbols = client.about("textDocument/documentSymbol", "record/dam.claims", json!({}));
    assert_eq!(symbols[0]["name"], "Marta Lind (Norland)");
    let transcript = format!("---\nkind: article\n{}", DRAFT.strip_prefix("---\n").unwrap());
    assert_eq!(client.show("old.md", &transcript), Vec::<Value>::new());
    assert!(client.end().success());
}

#[test]
fn nothing_odd_ends_the_session() {
    let folder = folder("odd");
    let mut client = Client::start(&folder);
    assert_eq!(client.ask("textDocument/hover", json!({}))["error"]["code"], -32002);
    client.notify("textDocument/didOpen", json!({ "too": "early" }));
    client.request("initialize", json!({ "capabilities": 3 }));
    client.send_raw(b"Content-Length: 3\r\n\r\n{{{Content-Length: x\r\n\r\n");
    assert_eq!(client.wait_for(|message| message["error"]["code"] == -32700)["id"], Value::Null);
    client.send(json!({ "jsonrpc": "2.0", "id": 1.5, "method": [] }));
    assert_eq!(client.wait_for(|message| message["error"]["code"] == -32600)["id"], Value::Null);
    assert_eq!(client.ask("textDocument/definition", json!({}))["error"]["code"], -32601);
    assert_eq!(client.ask("textDocument/hover", json!({ "position": "here" }))["error"]["code"], -32602);
    assert_eq!(client.ask("initialize", json!({}))["error"]["code"], -32601);
    let closed = json!({ "position": { "line": 0, "character": 0 } });
    assert_eq!(client.about("textDocument/hover", "closed.md", closed), Value::Null);
    client.notify(
        "textDocument/didChange",
        json!({ "textDocument": { "uri": "file:///x", "version": 1 }, "contentChanges": [{ "text": "" }] }),
    );
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": "file:///x" } }));
    client.notify("textDocument/didChange", json!({ "contentChanges": 3 }));
    client.notify("$/cancelRequest", json!({ "id": 77 }));

    client.show("draft.md", DRAFT);
    let far = json!({ "line": 4_000_000_000u32, "character": 4_000_000_000u32 });
    assert_eq!(client.about("textDocument/hover", "draft.md", json!({ "position": far })), Value::Null);
    let back = json!([{ "range": { "start": far, "end": { "line": 1, "character": 1 } }, "text": "\u{0}\u{1b}[2J\u{202e}" }]);
    client.change("draft.md", 2, back);
    client.change("draft.md", 3, json!([{ "text": "" }]));
    let nothing =
        json!({ "textDocument": { "uri": client.uri("draft.md"), "version": 4 }, "contentChanges": [] });
    client.notify("textDocument/didChange", nothing);
    for arguments in [json!([]), json!([1, 2]), json!(["no/rule", "file:///x"])] {
        for command in ["sayso.explain", "sayso.open", "sayso.nothing"] {
            let params = json!({ "command": command, "arguments": arguments });
            assert_eq!(client.ask("workspace/executeCommand", params)["error"]["code"], -32602);
        }
    }
    let untitled =
        json!({ "uri": "untitled:Untitled-1", "languageId": "markdown", "version": 1, "text": DRAFT });
    client.notify("textDocument/didOpen", json!({ "textDocument": untitled }));
    assert_eq!(client.told("textDocument/publishDiagnostics")["uri"], "untitled:Untitled-1");
    client.request("shutdown", Value::Null);
    assert_eq!(client.ask("textDocument/hover", json!({}))["error"]["code"], -32600);
    client.notify("exit", Value::Null);
    assert!(client.leave().success());
}

#[test]
fn an_editor_that_goes_away_is_not_waited_for() {
    let folder = folder("left-alone");
    assert!(!Client::start(&folder).leave().success());
    assert!(!Client::open(&folder, json!({})).leave().success());
}

#[test]
fn only_languages_that_are_read_are_checked() {
    let folder = folder("languages");
    let mut client = Client::open(&folder, able());
    let mut open = |name: &str, language: &str| {
        let item = json!({ "uri": client.uri(name), "languageId": language, "version": 1, "text": DRAFT });
        client.notify("textDocument/didOpen", json!({ "textDocument": item }));
        let symbols = client.about("textDocument/documentSymbol", name, json!({}));
        !symbols.is_null()
    };
    for (name, language, read) in [
        ("draft.md", "markdown", true),
        ("draft.txt", "plaintext", true),
        ("draft.txt", "text", true),
        ("draft", "markdown", true),
        ("draft.py", "python", false),
        ("draft.html", "html", false),
        ("sayso.toml", "toml", false),
    ] {
        assert_eq!(open(name, language), read, "{name} {language}");
    }
    assert!(client.end().success());
}

#[test]
fn in_plain_text_a_finding_can_be_let_pass_as_well() {
    let folder = folder("plain");
    let mut client = Client::open(&folder, able());
    let found = client.show("draft.txt", DRAFT);
    assert!(codes(&found).contains(&"dates/weekday-date-mismatch"), "{found:?}");
    let actions = client.about("textDocument/codeAction", "draft.txt", here(DRAFT, "Friday"));
    let edit = actions[0]["edit"]["changes"][&client.uri("draft.txt")][0].clone();
    let text = edit["newText"].as_str().unwrap().replace("(give the reason)", "as the minutes have it");
    let found = client.change("draft.txt", 2, json!([{ "range": edit["range"], "text": text }]));
    assert!(
        !codes(&found).iter().any(|code| code.contains("weekday") || code.contains("suppress")),
        "{found:?}"
    );
    assert!(client.end().success());
}
