import { copyOf, MissingSharedFile, readConfig } from "../configuration/index.ts";
import { type EarlierFiles, Revision, UsageError } from "../project/index.ts";
import type { Ask } from "./ask.ts";
import type { Inputs } from "./inputs.ts";
import type { Workspace } from "./workspace.ts";

/** More files of other repositories than this are not asked for. */
const maxFiles = 50;

/**
 * The files of other repositories that the configuration of a revision extends, by the path of their copy, which the
 * checkout does not have. What GitHub does not give is left out, and is then an error of the configuration.
 */
export async function sharedFiles(
  step: { readonly ask: Ask; readonly inputs: Inputs; readonly workspace: Workspace },
  revision: EarlierFiles,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  while (files.size < maxFiles) {
    const missing = missingIn(
      new Revision(step.workspace.from, withFiles(revision, files)),
      step.inputs.config,
    );
    if (missing === undefined) break;
    const { place } = missing;
    const { owner, repo, path, commit: ref } = place;
    const text = await step.ask(
      `The settings of ${owner}/${repo} cannot be had`,
      `contents: read of ${owner}/${repo}`,
      async (client) => {
        const request = { owner, repo, path, ref, mediaType: { format: "raw" } };
        const { data } = await client.rest.repos.getContent(request);
        return typeof data === "string" ? data : undefined;
      },
    );
    if (text === undefined) break;
    files.set(copyOf(place), text);
  }
  return files;
}

/** A revision with further files. */
export function withFiles(revision: EarlierFiles, files: ReadonlyMap<string, string>): EarlierFiles {
  return {
    ...revision,
    files: new Map<string, string | Uint8Array | undefined>([...revision.files, ...files]),
  };
}

/** The first file of another repository that is not at hand; other errors are the check's to report. */
function missingIn(revision: Revision, named: string | undefined): MissingSharedFile | undefined {
  try {
    readConfig(revision, named);
    return undefined;
  } catch (error) {
    if (error instanceof MissingSharedFile) return error;
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
