import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

/** Which rules a layer switches, by their priority. */
interface Layer {
  readonly name: "core" | "audit" | "strict";
  /** The key of its ConfigMap: rules files are loaded in the order of their names. */
  readonly key: string;
  readonly priorities: readonly string[];
  readonly enabled: boolean;
  readonly what: string;
}

const layers: readonly Layer[] = [
  {
    name: "core",
    key: "60-core.yaml",
    priorities: ["WARNING", "NOTICE"],
    enabled: false,
    what: "The rules that page, and no others. The layers audit and strict, loaded after it, switch theirs on again.",
  },
  {
    name: "audit",
    key: "61-audit.yaml",
    priorities: ["NOTICE"],
    enabled: true,
    what: "The rules whose alerts are kept as evidence and call nobody.",
  },
  {
    name: "strict",
    key: "62-strict.yaml",
    priorities: ["WARNING"],
    enabled: true,
    what: "The rules whose alerts somebody should look at in working hours. They need to be told what is normal with you.",
  },
];

interface ConfigMap {
  readonly data: Readonly<Record<string, string>>;
}

interface Rule {
  readonly rule?: string;
  readonly priority?: string;
  readonly enabled?: boolean;
}

/** The files of the reference pack that follow from its rules: layers, and values files of layers and platforms. */
export function packLayers(root: string): Map<string, string> {
  const folder = path.join(root, "policies/falco");
  const read = (file: string) => parse(readFileSync(path.join(folder, file), "utf8")) as ConfigMap;
  const rules = Object.values(read("falco-rules-compliance.yaml").data).flatMap(
    (text) => parse(text) as Rule[],
  );
  const files = layers.flatMap((layer) => {
    const text = switches(layer, rules);
    return [
      [`layers/${layer.name}/rules.yaml`, configMap(layer, text)] as const,
      [`layers/${layer.name}/values.yaml`, values(layer.what, { [layer.key]: text })] as const,
    ];
  });
  const platforms = readdirSync(path.join(folder, "platforms")).map((platform) => {
    const { data } = read(`platforms/${platform}/rules.yaml`);
    const what = `The exceptions of the platform ${platform}, as rules.yaml has them.`;
    return [`platforms/${platform}/values.yaml`, values(what, data)] as const;
  });
  return new Map([...files, ...platforms].map(([file, text]) => [`policies/falco/${file}`, text]));
}

/** A layer switches on what another one switched off, and never what the pack itself leaves off. */
function switches({ priorities, enabled }: Layer, rules: readonly Rule[]): string {
  return rules
    .filter(({ rule, priority }) => rule !== undefined && priorities.includes(priority ?? ""))
    .filter((rule) => !enabled || rule.enabled !== false)
    .map(({ rule }) => `- rule: ${rule}\n  enabled: ${enabled}\n  override:\n    enabled: replace\n`)
    .join("\n");
}

const indented = (text: string, by: number) => text.trimEnd().replace(/^(?=.)/gm, " ".repeat(by));

function configMap({ name, key, what }: Layer, text: string): string {
  return `# ${what}
# Made by \`npm run docs\` from the priorities of the rules in falco-rules-compliance.yaml.
apiVersion: v1
kind: ConfigMap
metadata:
  name: falco-rules-${name}
  namespace: falco-system
  labels:
    app.kubernetes.io/name: falco
    app.kubernetes.io/part-of: runtime-security
data:
  ${key}: |
${indented(text, 4)}
`;
}

/** Values for the Helm chart, whose custom rules are loaded after the compliance rules in the order of their names. */
function values(what: string, rulesFiles: ConfigMap["data"]): string {
  const keys = Object.entries(rulesFiles).map(([key, text]) => `  ${key}: |-\n${indented(text, 4)}\n`);
  return `# ${what}
# Made by \`npm run docs\`. After the main values: helm install ... -f values-production.yaml -f <this file>
customRules:
${keys.join("")}`;
}
