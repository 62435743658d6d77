import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { SourceError } from "./checkout.ts";
import { planUpdates, type Source, sources, writeUpdates } from "./update.ts";

/*
 * Makes the data files about Falco again from checkouts of its project's repositories, and prints what changed.
 * docs/contributing/falco-version.md shows how it is used.
 */

const usage = `usage: npm run update-falco -- ${sources.map((source) => `--${source} DIRECTORY`).join(" ")} [--dry-run]\n`;

function readArguments() {
  const directories = Object.fromEntries(sources.map((source) => [source, { type: "string" }])) as Record<
    Source,
    { type: "string" }
  >;
  const { values } = parseArgs({ options: { ...directories, "dry-run": { type: "boolean" } } });
  const missing = sources.filter((source) => values[source] === undefined);
  if (missing.length > 0) throw new SourceError(`a checkout is missing: --${missing.join(", --")}`);
  return { directories: values as Record<Source, string>, dryRun: values["dry-run"] === true };
}

try {
  const { directories, dryRun } = readArguments();
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const updates = planUpdates(root, directories);
  if (!dryRun) writeUpdates(root, updates);
  const changes = updates.flatMap(({ changes }) => (changes === "" ? [] : [changes]));
  process.stdout.write(changes.length === 0 ? "Nothing changed.\n" : changes.join("\n"));
} catch (error) {
  const isUsage = error instanceof TypeError && "code" in error;
  if (!(error instanceof SourceError) && !isUsage) throw error;
  process.stderr.write(`update-falco: ${error.message}\n${usage}`);
  process.exitCode = 2;
}
