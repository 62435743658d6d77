import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "./project/index.ts";

/** The Markdown of a page below `docs`; undefined where the program was installed without its pages. */
export function readPage(file: string): string | undefined {
  const folder = packaged("docs");
  return folder && readFileSync(path.join(folder, file), "utf8");
}

/**
 * A file of the reference policies, by its path below `policies`.
 *
 * @throws UsageError where the program was installed without them
 */
export function readPolicy(file: string): string {
  return readFileSync(path.join(policies(), file), "utf8");
}

/**
 * The files in a folder of the reference policies and below it, as paths from `policies`, in order.
 *
 * @throws UsageError where the program was installed without them
 */
export function policiesIn(folder: string): string[] {
  const all = policies();
  return readdirSync(path.join(all, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(all, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join("/"))
    .sort();
}

function policies(): string {
  const folder = packaged("policies");
  if (folder === undefined)
    throw new UsageError("The reference policies are not next to the program. Install the whole package.");
  return folder;
}

/** `dist` where the program is bundled, `src` where it is not. */
const program = path.dirname(fileURLToPath(import.meta.url));
/** The folder of this package. */
const root = path.resolve(program, "..");

/** The folders that hold the program and its data. */
export const programFolders: readonly string[] =
  path.basename(program) === "dist"
    ? [program]
    : [
        program,
        ...["policies", "schemas", "helm-wasm", "kubeconform-wasm"].map((name) => path.join(root, name)),
      ];

function packaged(name: string): string | undefined {
  const folder = path.join(root, name);
  return existsSync(folder) ? folder : undefined;
}
