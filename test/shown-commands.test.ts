import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deployment } from "./github/deployment.ts";
import { runIn } from "./run-in.ts";

const root = path.resolve(import.meta.dirname, "..");
// Written by hand: commands.md is made from the program itself.
const pages = ["README.md", "policies/README.md"].concat(
  readdirSync(path.join(root, "docs"))
    .filter((file) => file.endsWith(".md") && file !== "commands.md")
    .map((file) => `docs/${file}`),
);

/** Each command line that a page shows, in a block or in a sentence, with what it is handed. */
function commandsIn(page: string): string[] {
  const text = readFileSync(path.join(root, page), "utf8");
  const lines = text.matchAll(/^(?: {4}|\$ )(?:npx )?falcoverage ([^\n#]*)/gm);
  const inline = text.matchAll(/`(?:npx )?falcoverage ([^`\n]+)`/g);
  return [...lines, ...inline].map(([, rest]) => rest!.replace(/ {3,}.*$/, "").trim());
}

const shown = [...new Set(pages.flatMap(commandsIn))].filter(
  // These wait for an editor, for changes of files, or for what a person types.
  (command) => !/^(?:lsp|completion)\b|--watch|< BUFFER/.test(command),
);

function wordsOf(command: string): string[] {
  const words = command.match(/"[^"]*"|[^\s"]+/g) ?? [];
  return words.map((word) => word.replaceAll('"', "")).filter((word) => !/^(?:\[.*|.*\])$/.test(word));
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "falcoverage-shown-"));
  for (const [file, text] of Object.entries(deployment)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("pages show commands", () => {
  expect(shown.length).toBeGreaterThan(40);
});

test.each(shown)("the program takes: falcoverage %s", async (command) => {
  const { error } = await runIn(folder, ...wordsOf(command));
  // What an example names, or leaves out where a sentence speaks of the command, the program may ask for.
  expect(error).not.toMatch(/unknown (?:option|command)|too many arguments|is invalid|is no command/);
});
