import { newestVersion } from "../../falco/index.ts";
import { type MapNode, ofKind, type Project, type Source } from "../../project/index.ts";
import { type FalcoSettings, readSettings } from "../config/index.ts";
import { knownValue } from "../evidence/index.ts";
import type { Stack } from "./stack.ts";

/** A falco.yaml, or a part of one, with the version that reads it. */
export interface ConfigText {
  readonly root: MapNode;
  readonly settings: FalcoSettings;
  readonly version: string;
  /** Undefined where no deployment of the repository reads it. */
  readonly stack: Stack | undefined;
}

/**
 * Every falco.yaml of the repository: those that a deployment reads, and the others for the version that all deployments
 * have, or the newest.
 */
export function configTexts({ project, stacks, outdated }: Configured): ConfigText[] {
  const read = new Set(
    outdated.flatMap(({ config }) => knownValue(config)?.parts ?? []).map(({ root }) => root),
  );
  const texts: ConfigText[] = [];
  for (const stack of stacks) {
    const version = knownValue(stack.falcoVersion) ?? newestVersion.falco;
    for (const { root } of knownValue(stack.config)?.parts ?? []) {
      read.add(root);
      texts.push({ root, settings: readSettings(root), version, stack });
    }
  }
  const versions = new Set(stacks.map(({ falcoVersion }) => knownValue(falcoVersion)));
  const [only = newestVersion.falco] = versions.size === 1 ? versions : [];
  for (const source of ofKind(project, "falco-config")) {
    const root = source.documents[0]?.root;
    if (root?.kind === "map" && !read.has(root))
      texts.push({ root, settings: readSettings(root), version: only, stack: undefined });
  }
  return texts;
}

interface Configured {
  readonly project: Project;
  readonly stacks: readonly Stack[];
  /** Deployments of a Falco that is not known, whose files are left out. */
  readonly outdated: readonly Stack[];
}

/** The texts that are in the container of some deployment. */
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
