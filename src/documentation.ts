import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The Markdown of a page below `docs`, which is in the package next to the program. */
export function readPage(file: string): string {
  return readFileSync(path.join(packageFolder(), "docs", file), "utf8");
}

/** A file of the reference policies, by its path below `policies`. */
export function readPolicy(file: string): string {
  return readFileSync(path.join(packageFolder(), "policies", file), "utf8");
}

/** The files in a folder of the reference policies and below it, as paths from `policies`, in order. */
export function policiesIn(folder: string): string[] {
  return readdirSync(path.join(packageFolder(), "policies", folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(path.join(packageFolder(), "policies"), path.join(entry.parentPath, entry.name)),
    )
    .map((file) => file.split(path.sep).join("/"))
    .sort();
}

/** The folder of this package, from the bundle in `dist` as from the sources below `src`. */
function packageFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "docs/rules"))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error("The documentation is not next to the program.");
    folder = above;
  }
  return folder;
}
