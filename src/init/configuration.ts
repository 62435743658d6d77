import { stringify } from "yaml";
import { repository } from "../version.ts";
import type { Choices } from "./choices.ts";

export function schemaUrl(name: "config" | "matrix"): string {
  return `${repository}/raw/main/schemas/${name}.schema.json`;
}

/** The configuration file, with what the policies need where they are taken over. */
export function configurationText(choices: Choices): string {
  return `# yaml-language-server: $schema=${schemaUrl("config")}
version: 1
# The rung from which a control counts as covered: mapped, valid, enabled, deployed, routed or proven.
level: routed
# The mildest finding that fails the check: error, warning, notice or never.
fail-on: error
# min-coverage: 80
# rules:
#   falco/example-rule: off
${choices.start === "pack" ? organisationText(choices) : ""}`;
}

function organisationText({ pack: { namespace, registries, data, platform } }: Choices): string {
  const paths = Object.entries(data);
  const known = Object.fromEntries(paths.filter(([, value]) => value !== undefined));
  const open = paths.filter(([, value]) => value === undefined).map(([key]) => key);
  const organisation = {
    "approved-images": registries.length > 0 ? registries : ["registry.k8s.io"],
    ...known,
    ...(platform !== undefined && { platforms: [platform] }),
  };
  const body = stringify({ organisation }, { lineWidth: 0, flowCollectionPadding: false });
  return `# What the reference events cannot know of you. The rules learn the same from falco-rules-local.yaml.
${body}${open.map((key) => `  # PLACEHOLDER ${key}: [/srv/example], or [] where there is no such data\n`).join("")}\
assume:
  # Made by hand, as the README of the policies says; the repository must not hold it.
  secrets: [${namespace}/falcosidekick-secrets]
`;
}
