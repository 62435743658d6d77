import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../../src/version.ts";
import { type Page, upFrom } from "./page.ts";
import { withPlaygroundLinks } from "./playground-links.ts";

/** The README and the pages in `docs`, with links as they are on the site. */
export function docsPages(root: string): Page[] {
  const files = readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" })
    .map((file) => `docs/${file.split(path.sep).join("/")}`)
    .filter((file) => file.endsWith(".md"))
    .sort();
  const known = new Set(["README.md", ...files]);
  return [...known].map((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    const place = file.replace(/^docs\//, "");
    return {
      path: place,
      section: place.startsWith("rules/") ? "Rules" : "Guide",
      title: file === "README.md" ? "falcoverage" : titleOf(text, file),
      markdown: withPlaygroundLinks(withSiteLinks(text, file, known), `${upFrom(place)}playground/`),
    };
  });
}

function titleOf(markdown: string, file: string): string {
  const title = /^# (.+)$/m.exec(markdown)?.[1];
  if (title === undefined) throw new Error(`${file} has no title.`);
  return title.replaceAll("`", "");
}

/** Links to pages of the site lead there, those to images too, and those to other files to the repository. */
function withSiteLinks(markdown: string, file: string, pages: ReadonlySet<string>): string {
  const from = path.posix.dirname(file);
  const placeOf = (target: string) => target.replace(/^docs\//, "");
  return markdown.replace(/(\]\()([^)\s]+)(\))/g, (whole, before: string, target: string, after: string) => {
    if (/^(?:[a-z]+:|#|\/)/i.test(target)) return whole;
    const [name = "", fragment] = target.split("#");
    const wanted = path.posix.normalize(path.posix.join(from, name));
    const suffix = fragment === undefined ? "" : `#${fragment}`;
    const isOnSite = pages.has(wanted) || /^docs\/images\//.test(wanted);
    if (!isOnSite) return `${before}${repository}/blob/main/${wanted}${suffix}${after}`;
    const way = path.posix.relative(path.posix.dirname(placeOf(file)), placeOf(wanted));
    return `${before}${way}${suffix}${after}`;
  });
}
