//! A session with an editor, from its first message to its last.

use super::opened::Opened;
use super::{Desk, actions, diagnostics, encoding::Encoding, hints, hover, outline};
use crate::lsp::address::name_of;
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{self as told, Notification as _};
use lsp_types::request::{self as asked, Request as _};
use lsp_types::{
    ClientCapabilities, CodeActionOptions, CodeActionParams, CodeActionProviderCapability,
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidChangeWatchedFilesRegistrationOptions,
    ExecuteCommandOptions, ExecuteCommandParams, FileSystemWatcher, GlobPattern, HoverProviderCapability,
    InitializeParams, InitializeResult, MessageType, OneOf, PublishDiagnosticsParams, Registration,
    RegistrationParams, SaveOptions, ServerCapabilities, ServerInfo, ShowDocumentParams, ShowMessageParams,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions,
    Uri,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Files whose change may change what is found: texts, journals, settings, rules and actors.
const WATCHED: &str = "**/*.{md,markdown,txt,claims,toml}";

/// How far a session has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Nothing is answered before the editor has introduced itself.
    #[default]
    New,
    /// Questions are answered.
    Running,
    /// Nothing is answered any more.
    ShutDown,
    /// The program is to end; whether the editor has said so before, as it should.
    Ended {
        /// Whether it has.
        orderly: bool,
    },
}

/// A session: the texts that are open, and what the editor can do.
#[derive(Debug)]
pub struct Session<D> {
    desk: D,
    state: State,
    encoding: Encoding,
    client: ClientCapabilities,
    opened: BTreeMap<String, Opened>,
    outbox: Vec<Message>,
    /// How many requests were sent, for their ids.
    sent: i32,
    /// What kept texts from being checked, so that it is told once.
    told: Option<String>,
}

impl<D: Desk> Session<D> {
    /// A session that nobody has opened yet.
    pub fn new(desk: D) -> Session<D> {
        Session {
            desk,
            state: State::New,
            encoding: Encoding::default(),
            client: ClientCapabilities::default(),
            opened: BTreeMap::new(),
            outbox: Vec::new(),
            sent: 0,
            told: None,
        }
    }

    /// Takes a message; whatever it is, the session goes on, unless it says that it is over.
    pub fn receive(&mut self, message: Message) -> State {
        match message {
            Message::Request(request) => self.request(request),
            Message::Notification(notification) => self.notification(notification),
            // Nothing depends on whether the editor did what it was asked to.
            Message::Response(_) => {}
        }
        self.state
    }

    /// Checks the texts that have changed, once for all the changes that were received.
    pub fn settle(&mut self) {
        let stale = self.opened.iter().filter(|(_, opened)| opened.stale).map(|(key, _)| key.clone());
        for key in stale.collect::<Vec<_>>() {
            self.check(&key);
        }
    }

    /// What is to be sent, in its order.
    pub fn take_outbox(&mut self) -> Vec<Message> {
        std::mem::take(&mut self.outbox)
    }

    fn request(&mut self, request: Request) {
        match (self.state, request.method.as_str()) {
            (State::New, asked::Initialize::METHOD) => self.initialize(request),
            (State::New, _) => {
                self.refuse(request.id, ErrorCode::ServerNotInitialized, "expected `initialize`")
            }
            (State::Running, method) => self.running(method.to_owned().as_str(), request),
            _ => self.refuse(request.id, ErrorCode::InvalidRequest, "the session is over"),
        }
    }

    fn running(&mut self, method: &str, request: Request) {
        match method {
            asked::HoverRequest::METHOD => self.answer::<asked::HoverRequest>(request, |session, params| {
                let place = params.text_document_position_params;
                let encoding = session.encoding;
                hover::at(
                    session.up_to_date(&place.text_document.uri)?.sheet.as_ref()?,
                    place.position,
                    encoding,
                )
            }),
            asked::CodeActionRequest::METHOD => {
                self.answer::<asked::CodeActionRequest>(request, |session, params| session.actions(&params));
            }
            asked::DocumentSymbolRequest::METHOD => {
                self.answer::<asked::DocumentSymbolRequest>(request, |session, params| {
                    let (encoding, nested) = (session.encoding, knows_nested_symbols(&session.client));
                    let opened = session.up_to_date(&params.text_document.uri)?;
                    Some(outline::of_sheet(opened.sheet.as_ref()?, &opened.uri, encoding, nested))
                });
            }
            asked::InlayHintRequest::METHOD => {
                self.answer::<asked::InlayHintRequest>(request, |session, params| {
                    let encoding = session.encoding;
                    let opened = session.up_to_date(&params.text_document.uri)?;
                    Some(hints::within(opened.sheet.as_ref()?, params.range, encoding))
                });
            }
            asked::ExecuteCommand::METHOD => self.execute(request),
            asked::Shutdown::METHOD => {
                self.state = State::ShutDown;
                self.reply(request.id, &Value::Null);
            }
            _ => {
                let message = format!("`{method}` is not known here");
                self.refuse(request.id, ErrorCode::MethodNotFound, &message);
            }
        }
    }

    fn notification(&mut self, notification: Notification) {
        let Notification { method, params } = notification;
        match (self.state, method.as_str()) {
            (state, told::Exit::METHOD) => self.state = State::Ended { orderly: state == State::ShutDown },
            (State::Running, told::Initialized::METHOD) => self.watch(),
            (State::Running, told::DidOpenTextDocument::METHOD) => {
                let opened = read(params).and_then(|params: lsp_types::DidOpenTextDocumentParams| {
                    Opened::new(params.text_document)
                });
                self.opened.extend(opened.map(|opened| (opened.uri.as_str().to_owned(), opened)));
            }
            (State::Running, told::DidChangeTextDocument::METHOD) => {
                read(params).into_iter().for_each(|it| self.change(it))
            }
            (State::Running, told::DidCloseTextDocument::METHOD) => {
                let close =
                    |params: lsp_types::DidCloseTextDocumentParams| self.close(params.text_document.uri);
                read(params).into_iter().for_each(close);
            }
            (State::Running, told::DidSaveTextDocument::METHOD) => {
                let saved =
                    |params: lsp_types::DidSaveTextDocumentParams| self.touched(&[params.text_document.uri]);
                read(params).into_iter().for_each(saved);
            }
            (State::Running, told::DidChangeWatchedFiles::METHOD) => {
                let changed = |params: DidChangeWatchedFilesParams| {
                    self.touched(&params.changes.into_iter().map(|change| change.uri).collect::<Vec<_>>());
                };
                read(params).into_iter().for_each(changed);
            }
            (State::Running, told::DidChangeConfiguration::METHOD) => self.start_over(),
            // Whatever else an editor tells is not needed.
            _ => {}
        }
    }

    fn initialize(&mut self, request: Request) {
        // An editor that introduces itself oddly is served with what every editor can do.
        let params: InitializeParams = read(request.params).unwrap_or_default();
        self.client = params.capabilities;
        let offered = self.client.general.as_ref().and_then(|general| general.position_encodings.as_ref());
        self.encoding = Encoding::negotiated(offered.map_or(&[], Vec::as_slice));
        self.state = State::Running;
        let info = ServerInfo {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        };
        let capabilities = capabilities(self.encoding);
        self.reply(request.id, &InitializeResult { capabilities, server_info: Some(info) });
    }

    /// Asks the editor to tell of changed files, where it can.
    fn watch(&mut self) {
        let workspace = self.client.workspace.as_ref();
        let watches = workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref());
        if watches.and_then(|watches| watches.dynamic_registration) != Some(true) {
            return;
        }
        let watcher = FileSystemWatcher { glob_pattern: GlobPattern::String(WATCHED.to_owned()), kind: None };
        let options = DidChangeWatchedFilesRegistrationOptions { watchers: vec![watcher] };
        let registration = Registration {
            id: "files".to_owned(),
            method: told::DidChangeWatchedFiles::METHOD.to_owned(),
            register_options: serde_json::to_value(options).ok(),
        };
        self.ask::<asked::RegisterCapability>(&RegistrationParams { registrations: vec![registration] });
    }

    fn change(&mut self, params: DidChangeTextDocumentParams) {
        let encoding = self.encoding;
        let Some(opened) = self.opened.get_mut(params.text_document.uri.as_str()) else { return };
        opened.version = params.text_document.version;
        params.content_changes.into_iter().for_each(|change| opened.apply(change, encoding));
    }

    fn close(&mut self, uri: Uri) {
        if self.opened.remove(uri.as_str()).is_some() {
            self.publish(PublishDiagnosticsParams { uri, diagnostics: Vec::new(), version: None });
        }
    }

    /// Files have changed on disk. A draft that is open is checked as it stands in the editor; whatever else it is may be
    /// on record, or a setting.
    fn touched(&mut self, uris: &[Uri]) {
        let is_draft = |uri: &Uri| {
            let sheet = self.opened.get(uri.as_str()).and_then(|opened| opened.sheet.as_ref());
            sheet.is_some_and(|sheet| sheet.draft.meta.kind == crate::document::DocumentKind::Draft)
        };
        if !uris.iter().all(is_draft) {
            self.start_over();
        }
    }

    fn start_over(&mut self) {
        self.desk.forget();
        self.told = None;
        self.opened.values_mut().for_each(|opened| opened.stale = true);
    }

    /// A text with what is found in it as it stands now.
    fn up_to_date(&mut self, uri: &Uri) -> Option<&Opened> {
        if self.opened.get(uri.as_str())?.stale {
            self.check(uri.as_str());
        }
        self.opened.get(uri.as_str())
    }

    fn check(&mut self, key: &str) {
        let Some(opened) = self.opened.get_mut(key) else { return };
        let checked = opened.check(&mut self.desk);
        let diagnostics =
            opened.sheet.as_ref().map(|sheet| diagnostics::of_sheet(sheet, &opened.uri, self.encoding));
        let report = PublishDiagnosticsParams {
            uri: opened.uri.clone(),
            diagnostics: diagnostics.unwrap_or_default(),
            version: Some(opened.version),
        };
        self.publish(report);
        for complaint in self.desk.complaints() {
            self.show(MessageType::WARNING, complaint);
        }
        if let Err(reason) = checked
            && self.told.as_ref() != Some(&reason)
        {
            self.show(MessageType::ERROR, reason.clone());
            self.told = Some(reason);
        }
    }

    fn actions(&mut self, params: &CodeActionParams) -> Option<Vec<lsp_types::CodeActionOrCommand>> {
        let encoding = self.encoding;
        let wanted = params.context.only.as_ref().is_none_or(|only| {
            only.iter().any(|kind| kind.as_str().is_empty() || kind.as_str() == "quickfix")
        });
        let opened = self.up_to_date(&params.text_document.uri)?;
        let sheet = opened.sheet.as_ref().filter(|_| wanted)?;
        Some(actions::within(sheet, params.range, &opened.uri, encoding))
    }

    fn execute(&mut self, request: Request) {
        let done = read::<ExecuteCommandParams>(request.params)
            .ok_or_else(|| "expected a command and its arguments".to_owned())
            .and_then(|params| self.run(&params));
        match done {
            Ok(result) => self.reply(request.id, &result),
            Err(reason) => self.refuse(request.id, ErrorCode::InvalidParams, &reason),
        }
    }

    fn run(&mut self, params: &ExecuteCommandParams) -> Result<Option<String>, String> {
        let unfit = || format!("these are no arguments of `{}`", params.command);
        match params.command.as_str() {
            actions::EXPLAIN => {
                let (rule, uri) = actions::explained(&params.arguments).ok_or_else(unfit)?;
                let page = self.desk.explain(Path::new(&name_of(&uri)), rule);
                let page = page.ok_or_else(|| format!("there is no rule `{rule}`"))?;
                self.show(MessageType::INFO, page.clone());
                Ok(Some(page))
            }
            actions::OPEN => {
                let location = actions::to_open(&params.arguments).ok_or_else(unfit)?;
                self.open(location);
                Ok(None)
            }
            unknown => Err(format!("there is no command `{unknown}`")),
        }
    }

    /// Opens a place, or tells where it is to an editor that cannot be asked to.
    fn open(&mut self, location: lsp_types::Location) {
        let window = self.client.window.as_ref();
        let opens = window.and_then(|window| window.show_document.as_ref()).is_some_and(|it| it.support);
        if opens {
            self.ask::<asked::ShowDocument>(&ShowDocumentParams {
                uri: location.uri,
                external: None,
                take_focus: Some(true),
                selection: Some(location.range),
            });
        } else {
            let (name, line) = (name_of(&location.uri), location.range.start.line + 1);
            self.show(MessageType::INFO, format!("{name}:{line}"));
        }
    }

    fn answer<R: asked::Request>(
        &mut self,
        request: Request,
        work: impl FnOnce(&mut Session<D>, R::Params) -> R::Result,
    ) {
        match serde_json::from_value(request.params) {
            Ok(params) => {
                let result = work(self, params);
                self.reply(request.id, &result);
            }
            Err(error) => self.refuse(request.id, ErrorCode::InvalidParams, &error.to_string()),
        }
    }

    fn reply(&mut self, id: RequestId, result: &impl Serialize) {
        let result = serde_json::to_value(result).unwrap_or_default();
        self.outbox.push(Response { id, response_result: Ok(result) }.into());
    }

    fn refuse(&mut self, id: RequestId, code: ErrorCode, message: &str) {
        self.outbox.push(Response::new_err(id, code as i32, message.to_owned()).into());
    }

    fn ask<R: asked::Request>(&mut self, params: &R::Params) {
        self.sent = self.sent.wrapping_add(1);
        let params = serde_json::to_value(params).unwrap_or_default();
        self.outbox.push(Request { id: self.sent.into(), method: R::METHOD.to_owned(), params }.into());
    }

    fn tell<N: told::Notification>(&mut self, params: &N::Params) {
        let params = serde_json::to_value(params).unwrap_or_default();
        self.outbox.push(Notification { method: N::METHOD.to_owned(), params }.into());
    }

    fn publish(&mut self, report: PublishDiagnosticsParams) {
        self.tell::<told::PublishDiagnostics>(&report);
    }

    fn show(&mut self, typ: MessageType, message: String) {
        self.tell::<told::ShowMessage>(&ShowMessageParams { typ, message });
    }
}

/// Parameters; nothing where they are not what the method takes.
fn read<P: DeserializeOwned>(params: Value) -> Option<P> {
    serde_json::from_value(params).ok()
}

fn knows_nested_symbols(client: &ClientCapabilities) -> bool {
    let symbols = client.text_document.as_ref().and_then(|text| text.document_symbol.as_ref());
    symbols.and_then(|symbols| symbols.hierarchical_document_symbol_support) == Some(true)
}

fn capabilities(encoding: Encoding) -> ServerCapabilities {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
        ..TextDocumentSyncOptions::default()
    };
    let actions = CodeActionOptions {
        code_action_kinds: Some(vec![lsp_types::CodeActionKind::QUICKFIX]),
        ..CodeActionOptions::default()
    };
    let commands = [actions::EXPLAIN, actions::OPEN].map(str::to_owned).to_vec();
    ServerCapabilities {
        position_encoding: Some(encoding.kind()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(actions)),
        document_symbol_provider: Some(OneOf::Left(true)),
        inlay_hint_provider: Some(OneOf::Left(true)),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands,
            ..ExecuteCommandOptions::default()
        }),
        ..ServerCapabilities::default()
    }
}
