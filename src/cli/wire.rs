//! Messages of the language server protocol on a stream: a head that tells the length, then JSON.

use lsp_server::{ErrorCode, Message};
use serde_json::{Value, json};
use std::io::{self, BufRead, Read, Write};

/// Longer than any text that an editor opens; a length beyond it is a slip, not a message.
const LONGEST: u64 = 1 << 30;

/// Longer than any line of a head.
const LONGEST_LINE: u64 = 1 << 12;

/// What came in.
#[derive(Debug)]
pub(super) enum Incoming {
    Message(Message),
    /// Noise between messages; nobody waits for an answer to it.
    Odd,
    /// The body of a message that is none.
    Refused(Refusal),
    /// Nothing more will come.
    End,
}

/// Why a body is no message, and whose it would be.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    code: i32,
    id: Value,
}

/// Reads a message. What is none is passed over, so that one slip does not end the session.
pub(super) fn receive(input: &mut impl BufRead) -> Incoming {
    let length = match length(input) {
        Ok(Some(Some(length))) => length,
        Ok(Some(None)) => return Incoming::Odd,
        Ok(None) | Err(_) => return Incoming::End,
    };
    let mut body = Vec::new();
    match input.take(length).read_to_end(&mut body) {
        Ok(read) if read as u64 == length => serde_json::from_slice(&body)
            .map_or_else(|_| Incoming::Refused(refusal(&body)), Incoming::Message),
        _ => Incoming::End,
    }
}

fn refusal(body: &[u8]) -> Refusal {
    match serde_json::from_slice::<Value>(body) {
        Err(_) => Refusal { code: ErrorCode::ParseError as i32, id: Value::Null },
        Ok(json) => {
            let id = json.get("id").filter(|id| id.is_string() || id.is_i64()).cloned();
            Refusal { code: ErrorCode::InvalidRequest as i32, id: id.unwrap_or_default() }
        }
    }
}

/// The length that the head of a message tells, if it tells any; `None` at the end of the stream.
fn length(input: &mut impl BufRead) -> io::Result<Option<Option<u64>>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let Some((name, value)) = line.trim().split_once(':') else {
            // An empty line ends the head; any other without a colon is part of none.
            return Ok(Some(length.filter(|_| line.trim().is_empty())));
        };
        if name.eq_ignore_ascii_case("Content-Length") {
            length = value.trim().parse().ok().filter(|length| *length <= LONGEST);
        }
    }
}

/// Writes a message.
pub(super) fn send(output: &mut impl Write, message: &Message) -> io::Result<()> {
    message.write(output)
}

/// Answers what is no message, as JSON-RPC has it.
pub(super) fn refuse(output: &mut impl Write, Refusal { code, id }: &Refusal) -> io::Result<()> {
    let message =
        if *code == ErrorCode::ParseError as i32 { "this is no JSON" } else { "this is no message" };
    let answer =
        json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } }).to_string();
    write!(output, "Content-Length: {}\r\n\r\n{answer}", answer.len())?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes in, one word each.
    fn received(mut stream: &[u8]) -> String {
        let mut words = Vec::new();
        loop {
            match receive(&mut stream) {
                Incoming::Message(Message::Request(request)) => words.push(request.method),
                Incoming::Message(_) => words.push("other".to_owned()),
                Incoming::Odd => words.push("odd".to_owned()),
                Incoming::Refused(Refusal { code, id }) => words.push(format!("{code}:{id}")),
                Incoming::End => return words.join(" "),
            }
        }
    }

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\nContent-Type: x\r\n\r\n{body}", body.len())
    }

    #[test]
    fn odd_messages_are_passed_over() {
        let good = framed(r#"{"jsonrpc":"2.0","id":1,"method":"hover"}"#);
        for (odd, expected) in [
            (framed("{"), "-32700:null hover"),
            (framed(r#"{"id":1.5,"method":3}"#), "-32600:null hover"),
            (framed(r#"{"id":7,"method":3}"#), "-32600:7 hover"),
            (framed("[]"), "-32600:null hover"),
            (framed("\u{e9}"), "-32700:null hover"),
            ("\r\n".to_owned(), "odd hover"),
            ("noise\r\n".to_owned(), "odd hover"),
            ("Content-Length: 99999999999999999999\r\n\r\n".to_owned(), "odd hover"),
            ("Content-Length: -1\r\n\r\n".to_owned(), "odd hover"),
            (framed(""), "-32700:null hover"),
        ] {
            assert_eq!(received(format!("{odd}{good}").as_bytes()), expected, "{odd:?}");
        }
        assert_eq!(received(b"Content-Length: 500\r\n\r\n{"), "");
        assert_eq!(received(b"\xff\xfe"), "odd");
    }
}
