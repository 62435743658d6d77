import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The Markdown of a page below `docs`, which is in the package next to the program. */
export function readPage(file: string): string {
  return readFileSync(path.join(packageFolder(), "docs", file), "utf8");
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
