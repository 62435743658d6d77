import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { createConnection } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { version } from "../version.ts";
import { diagnosticOf } from "./diagnostics.ts";
import { features, capabilities as ofFeatures } from "./feature-list.ts";
import { showsProgress } from "./progress.ts";
import { textOnDisk, uriOf, Workspaces } from "./workspaces.ts";

/**
 * Speaks the Language Server Protocol on two streams until the editor ends the session.
 *
 * @returns 0, or 1 where the editor left without a word
 */
export function serve(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<0 | 1> {
  const connection = createConnection(input, output);
  return new Promise((resolve) => {
    new Server(connection, resolve).listen();
    input.on("close", () => resolve(1));
  });
}

class Server {
  readonly #connection: Connection;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #workspaces: Workspaces;
  #client: InitializeParams["capabilities"] = {};
  #folders: readonly string[] = [];

  constructor(connection: Connection, end: (code: 0 | 1) => void) {
    this.#connection = connection;
    this.#workspaces = new Workspaces((folder) => ({
      findings: (file, findings) =>
        void connection.sendDiagnostics({
          uri: uriOf(folder, file),
          diagnostics: findings.map(diagnosticOf),
        }),
      checking: showsProgress(connection, () => this.#client.window?.workDoneProgress === true),
    }));
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#begin());
    connection.onShutdown(() => this.#workspaces.stop());
    connection.onExit(() => end(0));
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri } of changes) {
        const placed = this.#workspaces.placeOnDisk(uri);
        placed?.workspace.changeOnDisk(placed.file, textOnDisk(placed.workspace.folder, placed.file));
      }
    });
    this.#documents.onDidChangeContent(({ document }) => {
      const placed = this.#workspaces.place(document.uri);
      void placed?.workspace.edit(placed.file, document.getText());
    });
    this.#documents.onDidClose(({ document }) => {
      const placed = this.#workspaces.place(document.uri);
      placed?.workspace.close(placed.file, textOnDisk(placed.workspace.folder, placed.file));
    });
    for (const feature of features) feature(connection, this.#workspaces);
  }

  listen(): void {
    this.#documents.listen(this.#connection);
    this.#connection.listen();
  }

  #initialize({ capabilities, workspaceFolders, rootUri }: InitializeParams): InitializeResult {
    this.#client = capabilities;
    this.#folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
    return {
      serverInfo: { name: "falcoverage", version },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...ofFeatures,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  #begin(): void {
    for (const uri of this.#folders) this.#workspaces.addFolder(uri);
    if (this.#client.workspace?.workspaceFolders === true) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        for (const { uri } of removed) await this.#workspaces.removeFolder(uri);
        for (const { uri } of added) this.#workspaces.addFolder(uri);
      });
    }
    if (this.#client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      void this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: "**/*.{yaml,yml,json,md,markdown,env,tpl}" },
          { globPattern: "**/.*ignore" },
        ],
      });
    }
  }
}
