/**
 * Helm for JavaScript: the manifests that a chart makes of values. Offline, no binary, what Helm itself makes, whose
 * Go code runs here as WebAssembly. A chart may be hostile: time, memory and output are bounded, and there is
 * nothing that it could reach.
 */
import { setFlagsFromString } from "node:v8";
import { createContext, runInContext } from "node:vm";
import type { Installation } from "./chart.ts";
import { readProgram } from "./data.ts";
import { type Answer, Program } from "./program.ts";

export type { Installation } from "./chart.ts";

/** A line of a template, from 0, or of the file of helpers that made it. */
export interface SourceLine {
  /** As Helm names it: the chart's name and the path in it. */
  readonly template: string;
  readonly line: number;
}

export interface Template {
  /** As Helm names it: the chart's name and the path in it, dependencies under `charts/`. */
  readonly name: string;
  /** What the template makes; templates that make nothing are left out. */
  readonly text: string;
  /** Where each line of the text is from; undefined where it cannot be told. */
  readonly lines: readonly SourceLine[] | undefined;
}

export type Rendering =
  | {
      readonly status: "rendered";
      readonly templates: readonly Template[];
      /** Names of dependencies that the chart names and does not hold. They are rendered as if they were off. */
      readonly missing: readonly string[];
    }
  | {
      readonly status: "failed";
      /**
       * `unreadable`: it is no chart; `refused`: the templates or the schema say no to the values, or are wrong;
       * the others: a bound was hit.
       */
      readonly reason:
        | "unreadable"
        | "refused"
        | "too large"
        | "too slow"
        | "too deep"
        | "out of memory"
        | "crashed";
      /** Helm's words for the first two. */
      readonly message: string;
      /** The line of the template that it comes from. */
      readonly source: SourceLine | undefined;
    };

export interface Renderer {
  render(installation: Installation): Rendering;
}

export interface RendererOptions {
  /** How long one chart may take, in milliseconds of the clock. Default: 10,000. */
  readonly timeout?: number;
}

/**
 * From now on V8 compiles WebAssembly in this process quickly and not well, and checks each function when it is called
 * first: a run ends before more has paid.
 */
export function createRenderer({ timeout = 10_000 }: RendererOptions = {}): Renderer {
  setFlagsFromString("--liftoff-only");
  setFlagsFromString("--wasm-lazy-validation");
  const module = new WebAssembly.Module(readProgram());
  let program = Program.from(module);
  return {
    render(installation) {
      try {
        return toRendering(within(timeout, () => program.render(installation)));
      } catch (error) {
        const { output } = program;
        program = Program.from(module);
        return failure(error, output, timeout);
      }
    },
  };
}

/** Runs code that V8 stops, also within WebAssembly, when the time is over. */
function within<T>(timeout: number, code: () => T): T {
  return runInContext("code()", createContext({ code }), { timeout }) as T;
}

function toRendering({
  templates = [],
  sources = [],
  missing = [],
  reason,
  message = "",
}: Answer): Rendering {
  if (reason !== undefined)
    return {
      status: "failed",
      reason: reason as "unreadable" | "refused" | "too large",
      message,
      source: sourceOf(message),
    };
  return {
    status: "rendered",
    missing,
    templates: templates.map(({ name, text, lines }) => ({
      name,
      text,
      lines: lines?.map(([source, line]) => ({ template: sources[source]!, line })),
    })),
  };
}

/** Helm's messages name a template as `web/templates/a.yaml:3:14`, the innermost first where there are several. */
function sourceOf(message: string): SourceLine | undefined {
  const [, template, line] = /(?:\(|template: )([^\s():]+):(\d+)(?::\d+)?\b/.exec(message) ?? [];
  return template === undefined ? undefined : { template, line: Number(line) - 1 };
}

function failure(error: unknown, output: string, timeout: number): Rendering {
  const fail = (reason: (Rendering & { status: "failed" })["reason"], message: string): Rendering => ({
    status: "failed",
    reason,
    message,
    source: undefined,
  });
  if (isTimeout(error)) return fail("too slow", `the chart takes longer than ${timeout / 1000} s to render`);
  if (error instanceof RangeError || output.includes("stack overflow"))
    return fail("too deep", "the templates nest too deeply");
  if (output.includes("out of memory"))
    return fail("out of memory", "the templates need more memory than a chart may take");
  return fail(
    "crashed",
    `the chart could not be rendered: ${error instanceof Error ? error.message : String(error)}`,
  );
}

function isTimeout(error: unknown): boolean {
  // An error of the other context, so not of this one's class.
  return (error as NodeJS.ErrnoException | undefined)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
