import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildPlayground } from "../../scripts/build-playground.ts";
import { brokenLinks } from "./check-links.ts";
import { addressOf, type Page, sections, upFrom } from "./page.ts";
import { sitePages } from "./pages.ts";

const website = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const root = path.resolve(website, "..");
const input = path.join(website, ".cache/pages");
const site = path.join(website, "dist");

/** The page as a file that the generator reads: what the layout needs to know in front. */
function withFrontMatter({ path: place, section, title, markdown }: Page, all: readonly Page[]): string {
  const up = upFrom(place);
  const folder = path.posix.dirname(place);
  const beside = all
    .filter((other) => other.section === section && path.posix.dirname(other.path) === folder)
    .map((other) => ({
      title: other.title,
      href: up + addressOf(other.path),
      current: other.path === place,
    }));
  const data = { layout: "page.njk", permalink: addressOf(place), title, section, up, sections, beside };
  return `---json\n${JSON.stringify(data)}\n---\n${markdown}\n`;
}

rmSync(input, { recursive: true, force: true });
rmSync(site, { recursive: true, force: true });
const pages = await sitePages(root);
for (const page of pages) {
  const file = path.join(input, page.path);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, withFrontMatter(page, pages));
}
const run = (script: string, ...args: string[]) =>
  execFileSync(process.execPath, [path.join(website, "node_modules", script), ...args], {
    cwd: website,
    stdio: "inherit",
  });
run("@11ty/eleventy/cmd.cjs", "--quiet");
for (const file of ["site.css", "search.js"]) cpSync(path.join(website, file), path.join(site, file));
cpSync(path.join(root, "docs/images"), path.join(site, "images"), { recursive: true });
run("pagefind/lib/runner/bin.cjs", "--site", site, "--quiet");
await buildPlayground(path.join(site, "playground"));
const broken = brokenLinks(site);
if (broken.length > 0) throw new Error(`These links lead nowhere:\n${broken.join("\n")}`);
console.log(`${pages.length} pages and the playground in ${path.relative(process.cwd(), site)}`);
