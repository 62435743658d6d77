import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Links of the built pages that lead to no file of the site, or to no place in it. */
export function brokenLinks(site: string): string[] {
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".html") && !file.startsWith("pagefind"),
  );
  const texts = new Map(pages.map((file) => [file, readFileSync(path.join(site, file), "utf8")]));
  const idsOf = new Map<string, Set<string>>();
  const idsIn = (file: string) => {
    const known =
      idsOf.get(file) ?? new Set([...texts.get(file)!.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!));
    idsOf.set(file, known);
    return known;
  };
  return pages.flatMap((page) => {
    const links = [...texts.get(page)!.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, target]) => target!);
    return links.flatMap((link) => {
      if (/^(?:[a-z]+:|\/\/)/i.test(link)) return [];
      const [name = "", fragment = ""] = link.replaceAll("&amp;", "&").split("#");
      let file = name === "" ? page : path.join(path.dirname(page), name.replace(/\?.*/, ""));
      if (file === "." || file.endsWith("/")) file = path.join(file, "index.html");
      if (!existsSync(path.join(site, file))) return [`${page}: ${link}`];
      const isPlace = fragment !== "" && texts.has(file) && !file.startsWith("playground");
      return isPlace && !idsIn(file).has(decodeURIComponent(fragment)) ? [`${page}: ${link}`] : [];
    });
  });
}
