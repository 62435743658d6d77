import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this package, from the bundle in `dist` as from the sources below `src`. */
export function packageFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "docs/rules"))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error("The documentation is not beside the program.");
    folder = above;
  }
  return folder;
}
