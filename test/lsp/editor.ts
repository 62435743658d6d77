import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type { Diagnostic, InitializeResult, Position } from "vscode-languageserver";

const cli = path.resolve(import.meta.dirname, "../../dist/cli.js");

/** Drives the built server as an editor does: a process, with messages over its standard input and output. */
export class Editor {
  readonly folder = mkdtempSync(path.join(tmpdir(), "falcoverage-editor-"));
  readonly progress: unknown[] = [];
  readonly errors: string[] = [];
  readonly #texts = new Map<string, { text: string; version: number }>();
  readonly #diagnostics = new Map<string, readonly Diagnostic[]>();
  #process: ChildProcess | undefined;
  #connection: MessageConnection | undefined;
  #listeners: (() => void)[] = [];

  write(files: Readonly<Record<string, string>>): this {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(this.folder, file)), { recursive: true });
      writeFileSync(path.join(this.folder, file), text);
    }
    return this;
  }

  copy(folder: string): this {
    cpSync(folder, this.folder, { recursive: true });
    return this;
  }

  /** Starts the server; resolves when it has checked all files for the first time. */
  async start({ folder = true }: { readonly folder?: boolean } = {}): Promise<InitializeResult> {
    this.#process = spawn(process.execPath, [cli, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    const connection = createMessageConnection(
      new StreamMessageReader(this.#process.stdout!),
      new StreamMessageWriter(this.#process.stdin!),
    );
    this.#connection = connection;
    connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
      this.#diagnostics.set(uri, diagnostics);
      this.#wake();
    });
    connection.onNotification("window/showMessage", ({ message }) => {
      this.errors.push(message);
      this.#wake();
    });
    connection.onNotification("$/progress", ({ value }) => {
      this.progress.push(value.kind);
      this.#wake();
    });
    connection.onRequest("window/workDoneProgress/create", () => null);
    connection.onRequest("client/registerCapability", () => null);
    connection.onRequest("workspace/inlayHint/refresh", () => null);
    connection.listen();
    const uri = pathToFileURL(this.folder).href;
    const result: InitializeResult = await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: folder ? uri : null,
      workspaceFolders: folder ? [{ uri, name: "test" }] : null,
      capabilities: {
        window: { workDoneProgress: true },
        workspace: {
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
          workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
        },
        textDocument: { completion: { completionItem: { snippetSupport: true } } },
      },
    });
    await connection.sendNotification("initialized", {});
    if (folder) await this.until(() => this.progress.includes("end"));
    return result;
  }

  uri(file: string): string {
    return pathToFileURL(path.join(this.folder, file)).href;
  }

  text(file: string): string {
    return this.#texts.get(file)?.text ?? readFileSync(path.join(this.folder, file), "utf8");
  }

  async open(file: string, text = this.text(file)): Promise<void> {
    this.#texts.set(file, { text, version: 1 });
    await this.#connection!.sendNotification("textDocument/didOpen", {
      textDocument: { uri: this.uri(file), languageId: "yaml", version: 1, text },
    });
  }

  /** Writes into an editor: one place of it, as a key does. */
  async replace(file: string, before: string, after: string): Promise<void> {
    const known = this.#texts.get(file)!;
    const start = known.text.indexOf(before);
    if (start === -1) throw new Error(`${file} has no ${before}`);
    const range = {
      start: positionIn(known.text, start),
      end: positionIn(known.text, start + before.length),
    };
    const text = known.text.replace(before, () => after);
    const version = known.version + 1;
    this.#texts.set(file, { text, version });
    await this.#connection!.sendNotification("textDocument/didChange", {
      textDocument: { uri: this.uri(file), version },
      contentChanges: [{ range, text: after }],
    });
  }

  async notify(method: string, params: object): Promise<void> {
    await this.#connection!.sendNotification(method, params);
  }

  // biome-ignore lint/suspicious/noExplicitAny: answers are held against expectations, which know their shape.
  request(method: string, params: object): Promise<any> {
    return this.#connection!.sendRequest(method, params);
  }

  /** A request about the place where `marked` has a `|` in the text of a file. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  at(method: string, file: string, marked: string, more: object = {}): Promise<any> {
    return this.request(method, {
      textDocument: { uri: this.uri(file) },
      position: this.position(file, marked),
      ...more,
    });
  }

  position(file: string, marked: string): Position {
    const text = this.text(file);
    const at = text.indexOf(marked.replace("|", ""));
    if (at === -1) throw new Error(`${file} has no ${marked}`);
    return positionIn(text, at + marked.indexOf("|"));
  }

  diagnostics(file: string): readonly Diagnostic[] {
    return this.#diagnostics.get(this.uri(file)) ?? [];
  }

  /** What diagnostics of a file say, as `line:character code`, both from 0. */
  shown(file: string): string[] {
    return this.diagnostics(file).map(
      ({ range, code }) => `${range.start.line}:${range.start.character} ${code}`,
    );
  }

  /** Waits until something holds that messages of the server decide. */
  async until(holds: () => boolean): Promise<void> {
    const end = Date.now() + 10_000;
    while (!holds()) {
      if (Date.now() > end)
        throw new Error(`Not in time: ${JSON.stringify([...this.#diagnostics], null, 1)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1000);
        this.#listeners.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.#process!.once("exit", resolve));
    await this.#connection!.sendRequest("shutdown");
    await this.#connection!.sendNotification("exit");
    const code = await ended;
    this.#connection!.dispose();
    rmSync(this.folder, { recursive: true });
    return code;
  }

  #wake(): void {
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length - 1, character: offset - lineStart };
}
