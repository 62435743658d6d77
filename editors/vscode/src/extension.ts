import path from "node:path";
import { commands, type ExtensionContext, workspace } from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

/** Starts the language server. Called by the editor. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("falcoverage.restart", () => restart(context)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("falcoverage.server")) void restart(context);
    }),
  );
  await restart(context);
}

/** Ends it. Called by the editor. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function restart(context: ExtensionContext): Promise<void> {
  await client?.stop();
  client = new LanguageClient("falcoverage", "falcoverage", serverOptions(context), {
    documentSelector: [{ scheme: "file", pattern: "**/*.{yaml,yml,md}" }],
  });
  await client.start();
}

function serverOptions(context: ExtensionContext): ServerOptions {
  const configured = workspace.getConfiguration("falcoverage").get<string>("server.path", "");
  const server = configured === "" ? path.join(context.extensionPath, "server", "cli.js") : configured;
  return /\.[cm]?js$/.test(server)
    ? { module: server, args: ["lsp"], transport: TransportKind.stdio }
    : { command: server, args: ["lsp"] };
}
