/** The licences of what is compiled into a program and of what its data is made from. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { WASM } from "./go.ts";

/** Something whose licence asks to be passed on, and the folder that holds its licence. */
export interface Work {
  name: string;
  folder: string;
  /** What to say of a work that comes without the text of its licence; without it, that is an error. */
  statement?: string;
}

/**
 * The text of all licences.
 *
 * @param source folder of the Go program
 * @param others works beside those that the program is compiled from
 */
export function notices(source: string, others: readonly Work[] = []): string {
  const root = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
  const works: Work[] = [
    { name: "The Go runtime and standard library", folder: root },
    ...compiledModules(source),
    ...others,
  ];
  return licencesOf(works);
}

/** The licences of works, each text once below the names that it is for. Throws for a work without a licence. */
export function licencesOf(works: readonly Work[]): string {
  const texts = new Map<string, string[]>();
  for (const { name, folder, statement } of works) {
    const text = licences(folder) ?? statement;
    if (text === undefined) throw new Error(`${folder} has no licence`);
    texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  const line = "=".repeat(80);
  return [...texts].map(([text, names]) => `${line}\n${names.join("\n")}\n${line}\n\n${text}\n`).join("\n");
}

/** The modules whose packages the program holds, apart from the stand-ins of its own folder. */
function compiledModules(source: string): Work[] {
  const format =
    "{{with .Module}}{{if not (or .Main .Replace)}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}";
  const lines = execFileSync("go", ["list", "-deps", "-f", format, "."], {
    cwd: source,
    encoding: "utf8",
    env: { ...process.env, ...WASM },
  });
  return [...new Set(lines.split("\n").filter(Boolean))].sort().map((entry) => {
    const [name, folder] = entry.split("\t") as [string, string];
    return { name, folder };
  });
}

function licences(folder: string): string | undefined {
  const files = readdirSync(folder)
    .filter((name) => /^(LICEN[CS]E|NOTICE|COPYING)(\.\w+)?$/i.test(name))
    .sort();
  if (files.length === 0) return undefined;
  return files.map((name) => readFileSync(join(folder, name), "utf8").trim()).join("\n\n");
}
