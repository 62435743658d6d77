/** 0: passed; 1: findings or coverage below what was asked; 2: the call or the configuration is wrong. */
export type ExitCode = 0 | 1 | 2;

/** Where a command writes, and what it knows of the terminal; `process` is one. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Where answers come from, if anybody is there to give them. */
  readonly stdin?:
    | { readonly isTTY?: boolean }
    | (AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean });
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
}

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * Whether to use colours: never with `--no-color` or NO_COLOR, always with FORCE_COLOR, else where the
 * output is a terminal.
 */
export function usesColor(terminal: Terminal, wanted: boolean | undefined): boolean {
  if (wanted === false || terminal.env.NO_COLOR) return false;
  const forced = terminal.env.FORCE_COLOR;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return terminal.stdout.isTTY === true && terminal.env.TERM !== "dumb";
}

export function widthOf(terminal: Terminal): number {
  const columns = terminal.stdout.columns ?? (Number(terminal.env.COLUMNS) || 100);
  return Math.max(60, Math.min(columns, 140));
}

/** The width to break lines at that are long as they are; undefined where they go on to a file or a program. */
export function screenWidthOf(terminal: Terminal): number | undefined {
  return terminal.stdout.isTTY === true ? widthOf(terminal) : undefined;
}

/** Prints what a command made in one of its formats, of which only the text is for people. */
export function print(text: string, { format }: { readonly format: string }, terminal: Terminal): void {
  if (format === "text") writeScreen(text, terminal);
  else terminal.stdout.write(text);
}

/** Lines that one command prints in a terminal; what it says on standard error comes on top. */
const screenLines = 76;
/** Of them those from the end, where what counts in sum stands. */
const endLines = 12;

/** Prints a text for people: in a terminal its beginning and its end where it is long, and anywhere else all of it. */
export function writeScreen(text: string, { stdout }: Terminal): void {
  const lines = text.trimEnd().split("\n");
  if (stdout.isTTY !== true || lines.length <= screenLines) {
    stdout.write(text);
    return;
  }
  const begin = lines.slice(0, screenLines - endLines - 1);
  const end = lines.slice(-endLines);
  const left = lines.length - begin.length - end.length;
  const note = `… ${left} lines left out: "| less" or "> file" has all.`;
  stdout.write(`${[...begin, note, ...end].join("\n")}\n`);
}
