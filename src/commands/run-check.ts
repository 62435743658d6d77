import { type CacheOptions, defaultLocation } from "../cache/index.ts";
import { cachedCheck } from "../cached-check.ts";
import type { CheckOptions } from "../check.ts";
import type { Checked } from "../result.ts";
import type { SettingsOptions } from "../settings.ts";
import { withProgress } from "./progress.ts";
import { type Terminal, usesColor, widthOf } from "./terminal.ts";

export interface CheckFlags extends SettingsOptions {
  readonly config?: string;
  readonly matrix?: string;
  readonly base?: string;
  readonly baseline?: string;
  readonly color?: boolean;
}

export interface CacheFlags {
  readonly cache?: boolean;
  readonly cacheLocation?: string;
}

/** Runs a check as a command's options ask for it. */
export function checkWith(
  paths: readonly string[],
  flags: CheckFlags & CacheFlags & { readonly quiet?: boolean; readonly output?: string },
  terminal: Terminal,
  more: CheckOptions = {},
): Promise<Checked> {
  return withProgress(terminal, flags.quiet ?? false, (onStep) => {
    const options = { ...withoutOutput(checkOptions(flags, terminal)), onStep, ...more };
    return cachedCheck(paths, options, cacheOptions(flags, terminal));
  });
}

function cacheOptions(
  { cache, cacheLocation }: CacheFlags,
  { env, stderr }: Terminal,
): CacheOptions | undefined {
  if (cache !== true && cacheLocation === undefined) return undefined;
  return {
    location: cacheLocation ?? defaultLocation(env),
    // There a folder may be brought back with the times that it had.
    trustsStamps: !env.CI,
    onFailure: (reason) => stderr.write(`falcoverage: ${reason}\n`),
  };
}

/** They decide what becomes of a result and not what it is, so that one kept result serves them all. */
const ofOutput: ReadonlySet<string> = new Set([
  "format",
  "output",
  "all",
  "framework",
  "sourceUrl",
  "history",
  "watch",
  "cache",
  "cacheLocation",
]);

function withoutOutput(options: CheckOptions): CheckOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !ofOutput.has(name)));
}

/** A check as the options of a command and its terminal ask for it. */
export function checkOptions(
  flags: CheckFlags & { readonly quiet?: boolean; readonly output?: string },
  terminal: Terminal,
): CheckOptions {
  return {
    ...flags,
    root: terminal.cwd(),
    color: flags.output === undefined && usesColor(terminal, flags.color),
    quiet: flags.quiet ?? false,
    width: widthOf(terminal),
  };
}
