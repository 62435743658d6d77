import type { PackChoices } from "./choices.ts";

const listNames = {
  "phi-paths": "fcv_phi_paths",
  "cardholder-paths": "fcv_cardholder_paths",
  "personal-data-paths": "fcv_personal_data_paths",
} as const;

/**
 * The ConfigMap that is loaded after the rules and says where an organisation's data is and where its images come from.
 * What was left open is a comment with the name of its list.
 */
export function localRules({ namespace, registries, data }: PackChoices): string {
  const keys = Object.keys(listNames) as (keyof typeof listNames)[];
  const items = [
    registries.length === 0
      ? open("fcv_approved_images", "registries: where your images come from", "registry.example.com")
      : override("fcv_approved_images", registries),
    ...keys.map((key) => {
      const paths = data[key];
      if (paths === undefined) return open(listNames[key], `${key}: where this data is`, "/srv/example");
      if (paths.length === 0) return `# There is no such data, so ${listNames[key]} stays as it is.\n`;
      return override(listNames[key], paths);
    }),
  ];
  const body = ["- required_engine_version: 0.57.0\n", ...items].join("\n");
  return `# What differs here from the compliance rules. It is loaded after them, so an update of the rules leaves it alone.
apiVersion: v1
kind: ConfigMap
metadata:
  name: falco-rules-local
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: falco
    app.kubernetes.io/part-of: runtime-security
data:
  90-local.yaml: |
${body.replace(/^(?=.)/gm, "    ")}`;
}

function override(list: string, values: readonly string[]): string {
  return `- list: ${list}\n  items: [${values.map((value) => JSON.stringify(value)).join(", ")}]\n  override:\n    items: append\n`;
}

/** The same, as a comment to complete. */
function open(list: string, what: string, example: string): string {
  return `# PLACEHOLDER ${what}.\n${override(list, [example]).replace(/^(?=.)/gm, "# ")}`;
}
