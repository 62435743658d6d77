import type { Location, Text } from "../../../project/index.ts";

/** A word of a command, without its quotes, with the variables that the same file sets put in. */
export interface Word extends Location {
  readonly value: string;
}

/** Longer ones are no commands that somebody wrote. */
const maxLength = 5000;
const maxCommands = 200;

/**
 * The words of each command in a text that begins so: of a script, a Makefile, or a workflow with scripts in it. What
 * is in a comment is none.
 *
 * @param start global; matches where the command begins
 */
export function commandsIn(within: Text, start: RegExp): Word[][] {
  const variables = variablesIn(within.content);
  return [...within.content.matchAll(start)].slice(0, maxCommands).flatMap(({ index }) => {
    const line = within.content.lastIndexOf("\n", index - 1) + 1;
    const before = within.content.slice(line, index);
    return /^\s*#|\s#|\becho\s+["']/.test(before) ? [] : [wordsAt(within, index, variables)];
  });
}

/** Whether something is put into a word when the command runs. */
export function isOpen(value: string): boolean {
  return /[${}]/.test(value);
}

const token =
  /\\\r?\n|\\.|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|\$\{\{[^}\n]*\}\}|\$\{[^}\n]*\}|\$\([^)\n]*\)|[^\s"'\\;|&<>]+/y;

function wordsAt(within: Text, start: number, variables: ReadonlyMap<string, string>): Word[] {
  const { content } = within;
  const limit = Math.min(content.length, start + maxLength);
  const words: Word[] = [];
  let word: { start: number; value: string } | undefined;
  const end = (at: number) => {
    if (word !== undefined)
      words.push({ text: within, span: { start: word.start, end: at }, value: word.value });
    word = undefined;
  };
  for (let at = start; at < limit; ) {
    if (word === undefined && content[at] === "#") break;
    token.lastIndex = at;
    const [part] = token.exec(content) ?? [];
    if (part === undefined) {
      end(at);
      // Blanks alone lead to another word of the same command.
      if (content[at] !== " " && content[at] !== "\t") break;
      at++;
      continue;
    }
    if (/^\\\r?\n/.test(part)) end(at);
    else {
      word ??= { start: at, value: "" };
      word.value += textOf(part, variables);
    }
    at += part.length;
  }
  end(Math.min(limit, content.length));
  return words;
}

function textOf(part: string, variables: ReadonlyMap<string, string>): string {
  if (part.startsWith("'")) return part.slice(1, -1);
  if (part.startsWith("\\")) return part.slice(1);
  const bare = part.startsWith('"') ? part.slice(1, -1).replaceAll(/\\(["\\$`])/g, "$1") : part;
  return bare.replaceAll(
    /\$\{\{\s*(?:env|vars)\.(\w+)\s*\}\}|\$\{(\w+)(?::?-([^}]*))?\}|\$\((\w+)\)|\$(\w+)/g,
    (_, env?: string, braced?: string, otherwise?: string, make?: string, plain?: string) => {
      const name = env ?? braced ?? make ?? plain ?? "";
      return variables.get(name) ?? otherwise ?? `\${${name}}`;
    },
  );
}

/** The variables that a text sets to one plain value: of the shell, of make, and of a workflow. */
function variablesIn(content: string): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  const assignment =
    /^[ \t]*(?:export[ \t]+|readonly[ \t]+|local[ \t]+)?([A-Za-z_]\w*)(?:[ \t]*[:?]?=[ \t]*|:[ \t]+)["']?([^\s"'#;]*)["']?[ \t]*(?:#.*)?$/gm;
  for (const [, name = "", value = ""] of content.matchAll(assignment))
    found.set(name, (found.get(name) ?? new Set()).add(defaultOf(value)));
  return new Map(
    [...found].flatMap(([name, values]) => {
      const [value = ""] = values;
      return values.size === 1 && value !== "" && !value.includes("$") ? [[name, value] as const] : [];
    }),
  );
}

/** `${NAME:-value}` is the value, unless whoever runs it says otherwise. */
function defaultOf(value: string): string {
  return /^\$\{\w+:?[-=]([^}$]*)\}$/.exec(value)?.[1] ?? value;
}
