import type { ServerCapabilities } from "vscode-languageserver";
import { codeActions } from "./code-actions.ts";
import { completion } from "./completion.ts";
import type { Feature } from "./feature.ts";
import { fixAllKind } from "./fix-all.ts";
import { formatting } from "./formatting.ts";
import { hover } from "./hover.ts";
import { inlayHints } from "./inlay-hints.ts";
import { navigation } from "./navigation.ts";
import { semanticTokens, semanticTokensLegend } from "./semantic-tokens.ts";
import { symbols } from "./symbols.ts";

export const features: readonly Feature[] = [
  hover,
  completion,
  navigation,
  symbols,
  codeActions,
  semanticTokens,
  inlayHints,
  formatting,
];

/** What the features tell the editor of themselves. */
export const capabilities: ServerCapabilities = {
  hoverProvider: true,
  completionProvider: { triggerCharacters: [".", " ", "%", "(", ",", "["], resolveProvider: true },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  codeActionProvider: { codeActionKinds: ["quickfix", "refactor", fixAllKind], resolveProvider: true },
  semanticTokensProvider: { legend: semanticTokensLegend, full: true },
  inlayHintProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
};
