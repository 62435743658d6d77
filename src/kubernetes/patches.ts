import path from "node:path";
import { at, items, ofKind, type Project, text } from "../project/index.ts";

/** How files are called that are patches for another repository's resources. */
const patchName = /(?:^|[/._-])patch(?:es)?[/._-]/i;

/** Whether a file holds parts of resources by its name, though no kustomization among the files uses it. */
export function isNamedPatch(file: string): boolean {
  return patchName.test(file);
}

/** The files that a kustomization uses as patches. They hold parts of resources, so nothing in them is required. */
export function patchFiles(project: Project): Set<string> {
  const files = new Set<string>();
  for (const source of ofKind(project, "kustomization")) {
    const folder = path.posix.dirname(source.file);
    for (const { root } of source.documents) {
      const names = [
        ...items(at(root, "patches")).map((patch) => at(patch, "path")),
        ...items(at(root, "patchesStrategicMerge")),
      ];
      for (const name of names) {
        const file = text(name);
        if (file !== undefined) files.add(path.posix.join(folder, file));
      }
    }
  }
  return files;
}
