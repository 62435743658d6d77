import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A binary that does not do what this program needs of it. */
export class FalcoError extends Error {}

/** An error or a warning, with the innermost item that it is about. */
interface RecordedDiagnostic {
  readonly code: string;
  readonly item_type: string;
  readonly item_name: string;
  /** From 0. */
  readonly line: number;
  readonly column: number;
}

export interface Verdict {
  readonly loads: boolean;
  /** One a file; absent where Falco stops without a verdict, as a plugin that a file asks for is not loaded. */
  readonly results?: readonly {
    readonly successful: boolean;
    readonly errors: readonly RecordedDiagnostic[];
    readonly warnings: readonly RecordedDiagnostic[];
  }[];
}

export type Description = Readonly<Record<"rules" | "macros" | "lists", readonly Record<string, unknown>[]>>;

interface Diagnostic {
  readonly code: string;
  readonly context: {
    readonly locations: readonly {
      readonly item_type: string;
      readonly item_name: string;
      readonly position: { readonly line: number; readonly column: number };
    }[];
  };
}

interface LoadResults {
  readonly falco_load_results: readonly {
    readonly successful: boolean;
    readonly errors: readonly Diagnostic[];
    readonly warnings: readonly Diagnostic[];
  }[];
}

interface Described {
  readonly info: Readonly<Record<string, unknown>>;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Longer lists of event names are kept as their length and a hash. */
const longestList = 20;

/** A Falco binary that is run with one configuration. */
export class Falco {
  readonly #binary: string;
  readonly #config: string | undefined;

  constructor(binary: string, config: string | undefined) {
    this.#binary = binary;
    this.#config = config;
  }

  /** @throws FalcoError where the binary does not tell its version. */
  version(): string {
    const { stdout } = this.#run(["--version"]);
    const version = /^Falco version: (\S+)/m.exec(stdout)?.[1];
    if (version === undefined)
      throw new FalcoError(`${this.#binary} --version does not print a Falco version`);
    return version;
  }

  /** The verdict on files that are loaded in this order. */
  validate(files: readonly string[]): Verdict {
    const { stdout } = this.#runWith(files, [], "-V");
    const text = stdout.split("\n").find((line) => line.startsWith('{"falco_load_results"'));
    if (text === undefined) return { loads: false };
    const results = (JSON.parse(text) as LoadResults).falco_load_results.map((result) => ({
      successful: result.successful,
      errors: result.errors.map(innermost),
      warnings: result.warnings.map(innermost),
    }));
    return { loads: results.every(({ successful }) => successful), results };
  }

  /** What Falco makes of files that load. */
  describe(files: readonly string[]): Description {
    const { stdout } = this.#runWith(files, ["-L"], "-r");
    const start = stdout.indexOf("{");
    if (start === -1) throw new FalcoError(`${this.#binary} -L does not print a description`);
    const all = JSON.parse(stdout.slice(start)) as Record<"rules" | "macros" | "lists", readonly Described[]>;
    return {
      rules: all.rules.map(({ info, details }) => ({
        name: info.name,
        enabled: info.enabled,
        priority: info.priority,
        source: info.source,
        tags: info.tags,
        output: info.output,
        conditionCompiled: details.condition_compiled,
        outputCompiled: details.output_compiled,
        conditionFields: details.condition_fields,
        conditionOperators: details.condition_operators,
        outputFields: details.output_fields,
        events: eventsOf(details),
        exceptionNames: details.exception_names,
        exceptionFields: details.exception_fields,
        exceptionOperators: details.exception_operators,
        lists: details.lists,
        macros: details.macros,
      })),
      macros: all.macros.map(({ info, details }) => ({
        name: info.name,
        conditionCompiled: details.condition_compiled,
        events: eventsOf(details),
        used: details.used,
        lists: details.lists,
        macros: details.macros,
      })),
      lists: all.lists.map(({ info, details }) => ({
        name: info.name,
        itemsCompiled: details.items_compiled,
        used: details.used,
        lists: details.lists,
      })),
    };
  }

  #runWith(files: readonly string[], options: readonly string[], fileOption: string) {
    const folder = mkdtempSync(join(tmpdir(), "record-conformance-"));
    try {
      const named = files.flatMap((text, index) => {
        const path = join(folder, `rules-${index}.yaml`);
        writeFileSync(path, text);
        return [fileOption, path];
      });
      const config = this.#config === undefined ? [] : ["-c", this.#config];
      return this.#run([...config, "-o", "json_output=true", ...options, ...named]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  #run(args: readonly string[]) {
    const { error, stdout } = spawnSync(this.#binary, args, {
      encoding: "utf8",
      timeout: 60_000,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error !== undefined) throw new FalcoError(`${this.#binary} cannot be run: ${error.message}`);
    return { stdout };
  }
}

function innermost({ code, context }: Diagnostic): RecordedDiagnostic {
  const location = context.locations.at(-1);
  if (location === undefined) throw new FalcoError(`${code} comes without a location`);
  const { item_type, item_name, position } = location;
  return { code, item_type, item_name, line: position.line, column: position.column };
}

function eventsOf({ events }: Described["details"]): unknown {
  const names = [...(events as readonly string[])].sort();
  if (names.length <= longestList) return names;
  return { count: names.length, sha256: createHash("sha256").update(names.join("\n")).digest("hex") };
}
