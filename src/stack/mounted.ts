import type { Source } from "../project/project.ts";
import type { Place } from "../project/text.ts";
import { at, type MapNode, text } from "../project/yaml.ts";
import type { Stack } from "./stack.ts";

/** The texts that stand in the container of some deployment. */
export function mountedSources(stacks: readonly Stack[]): Set<Source> {
  const sources = new Set<Source>();
  for (const { files } of stacks) {
    for (const { volume } of files.mounts) {
      if (volume.kind !== "files") continue;
      for (const content of volume.files.values()) if (content.kind === "source") sources.add(content.source);
    }
  }
  return sources;
}

/** The name of a resource, and its place. */
export function nameOf(resource: MapNode): { readonly name: string; readonly place: Place } {
  const node = at(resource, "metadata", "name");
  return { name: text(node) ?? "", place: node ?? resource };
}
