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
  return Math.max(60, Math.min(terminal.stdout.columns ?? 100, 140));
}
