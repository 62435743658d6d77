import { readResources, validateManifests } from "../../src/kubernetes/index.ts";
import type { Model } from "../../src/lint/index.ts";
import { readModel } from "../../src/model.ts";
import { Day, ofKind, readProject, Text } from "../../src/project/index.ts";

/**
 * A model of files given by name and content, without a whole check: no configuration, ignore files or limits of size.
 *
 * @param options.schemas whether manifests are validated against Kubernetes' schemas, which takes long
 */
export async function modelFrom(
  files: Readonly<Record<string, string>>,
  { schemas = false }: { readonly schemas?: boolean } = {},
): Promise<Model> {
  const texts = Object.entries(files).map(([file, content]) => new Text(file, content));
  const project = readProject({ texts, skipped: [] });
  const resources = readResources(project);
  return readModel(project, resources, {
    config: {},
    falcoVersion: undefined,
    scope: "all",
    validate: async () => (schemas ? validateManifests(project, resources, { root: "/" }) : []),
    matrices: ofKind(project, "matrix"),
    today: Day.today(),
  });
}
