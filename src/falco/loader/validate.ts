import type { Diagnostic, FalcoLocation, ItemType } from "./diagnostic.ts";
import type { RulesText } from "./item-reader.ts";
import { type LoadOptions, loadResults } from "./load.ts";

/** What `falco -V` prints with `json_output`. */
export interface ValidationResult {
  readonly falco_load_results: readonly ValidatedFile[];
}

export interface ValidatedFile {
  readonly name: string;
  readonly successful: boolean;
  readonly errors: readonly ValidationEntry[];
  readonly warnings: readonly ValidationEntry[];
}

export interface ValidationEntry {
  readonly code: string;
  readonly message: string;
  readonly context: {
    readonly locations: readonly {
      readonly item_type: ItemType;
      readonly item_name: string;
      readonly position: FalcoLocation["position"];
    }[];
    /** The line of the innermost location and a line with a caret under its column. */
    readonly snippet: string;
  };
  /** Set for errors that Falco would report only after the earlier ones are fixed. */
  readonly ours?: true;
}

/** Falco's verdict on files that it loads in this order, in the shape in which Falco prints it. */
export function validate(files: readonly RulesText[], options: LoadOptions = {}): ValidationResult {
  const results = loadResults(files, options);
  const entry = (diagnostic: Diagnostic) => validationEntry(diagnostic, files);
  return {
    falco_load_results: results.map(({ name, successful, errors, warnings }) => ({
      name,
      successful,
      errors: errors.map(entry),
      warnings: warnings.map(entry),
    })),
  };
}

function validationEntry(diagnostic: Diagnostic, files: readonly RulesText[]): ValidationEntry {
  return {
    code: diagnostic.code,
    message: diagnostic.message,
    context: {
      locations: diagnostic.locations.map(({ itemType, itemName, position }) => ({
        item_type: itemType,
        item_name: itemName,
        position,
      })),
      snippet: snippet(diagnostic, files[diagnostic.fileIndex]?.text ?? ""),
    },
    ...(diagnostic.ours && { ours: diagnostic.ours }),
  };
}

/** Limit of characters of a line that are shown. */
const snippetWidth = 160;

/** The line at fault with a caret below it. Falco points at the item; this points at the token. */
function snippet({ span }: Diagnostic, text: string): string {
  const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
  const lineBreak = text.indexOf("\n", span.start);
  const lineEnd = lineBreak === -1 ? text.length : lineBreak;
  const start = Math.max(lineStart, span.start - snippetWidth / 2);
  const end = Math.min(lineEnd, span.start + snippetWidth / 2);
  const before = text.slice(start, span.start).replace(/[^\t]/g, " ");
  return `${text.slice(start, end).replace(/\r$/, "")}\n${before}^\n`;
}
