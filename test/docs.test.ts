import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { generatedDocs } from "../scripts/generate-docs.ts";

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

// They say what the built program prints: after a change, `npm run build` and `npm run docs`.
describe("pages that are made are fresh", () => {
  it.each([...generatedDocs()])("%s", (file, content) => {
    expect(read(file)).toBe(content);
  });
});

describe("the list of files in policies", () => {
  const listed = read("policies/README.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => [...line.split("|")[1]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!));

  it("names what is there", () => {
    expect(listed.length).toBeGreaterThan(0);
    for (const name of listed) expect(existsSync(path.join(root, "policies", name)), name).toBe(true);
  });

  it("leaves nothing out", () => {
    const files = readdirSync(path.join(root, "policies"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(path.join(root, "policies"), path.join(entry.parentPath, entry.name)))
      .map((file) => file.split(path.sep).join("/"));
    const isListed = (file: string) =>
      listed.some((name) => (name.endsWith("/") ? file.startsWith(name) : file === name));
    expect(files.filter((file) => file !== "README.md" && !isListed(file))).toEqual([]);
  });
});

const pages = ["README.md", "CONTRIBUTING.md"].concat(
  ["docs", "policies"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".md"))
      .map((file) => path.posix.join(folder, file.split(path.sep).join("/"))),
  ),
);

it("every page that a Markdown page of the repository links to is there", () => {
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)\s#:]+)(?:#[^)\s]*)?\)/g)]
      .map((match) => path.posix.join(path.posix.dirname(page), match[1]!))
      .filter((target) => !existsSync(path.join(root, target)))
      .map((target) => `${page}: ${target}`),
  );
  expect(dead).toEqual([]);
});

/** The addresses of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = read(page)
    .replace(/^(`{3,}).*?^\1/gms, "")
    .matchAll(/^#{1,6} (.*)$/gm);
  return new Set(
    [...headings].map(([, title]) =>
      title!
        .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replaceAll(" ", "-"),
    ),
  );
}

it("every heading that a page links to is there", () => {
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)\s#:]*\.md)?#([^)\s]+)\)/g)].flatMap(([, file, anchor]) => {
      const target = file === undefined ? page : path.posix.join(path.posix.dirname(page), file);
      return anchorsOf(target).has(anchor!) ? [] : [`${page}: ${target}#${anchor}`];
    }),
  );
  expect(dead).toEqual([]);
});

it("every page of docs is linked from the README", () => {
  const linked = new Set([...read("README.md").matchAll(/\]\((docs\/[^)\s#]+)/g)].map((match) => match[1]!));
  const pages = readdirSync(path.join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`);
  expect(pages.filter((page) => !linked.has(page))).toEqual([]);
});
