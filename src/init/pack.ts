import { policiesIn, readPolicy } from "../documentation.ts";
import type { Choices, DeployTool, PackChoices } from "./choices.ts";
import { localRules } from "./local-rules.ts";
import { withFrameworks } from "./matrix-file.ts";
import { egressItems, envItems, outputFiles, secretCommand } from "./outputs.ts";
import { packReadme } from "./pack-readme.ts";

/** A file to write, by its path from the root of the repository. */
export interface NewFile {
  readonly file: string;
  readonly text: string;
}

/** The namespace of the reference policies. */
const packNamespace = "falco-system";

/** What each tool deploys from. */
const deployments: Readonly<Record<DeployTool, readonly string[]>> = {
  manifests: ["falco/falco-daemonset.yaml", "falco/falcosidekick.yaml"],
  kustomize: ["falco/falco-daemonset.yaml", "falco/falcosidekick.yaml"],
  helm: ["falco/values-production.yaml"],
  operator: ["falco/operator/falco.yaml"],
};

/** The second one has the frameworks that the policies are not made for in the first place. */
const matrices = ["matrix.yaml", "matrix-further.yaml"];

/** The reference policies for one way of deployment, fitted to an organisation. */
export function packFiles(choices: Choices): NewFile[] {
  const { pack, frameworks } = choices;
  const { directory, deploy, platform, namespace } = pack;
  const copied = [
    "falco/falco-rules-compliance.yaml",
    ...deployments[deploy],
    ...(platform === undefined ? [] : [`falco/platforms/${platform}/rules.yaml`]),
    ...outputFiles(pack.outputs),
    ...["falco/k8s-audit", "tests", "runbooks", "monitoring", "logging"].flatMap(policiesIn),
  ].map((file) => ({ file, text: fitted(file, readPolicy(file), pack) }));
  const written = [
    { file: "matrix.yaml", text: withFrameworks(matrices.map(readPolicy), frameworks) },
    { file: "falco/falco-rules-local.yaml", text: localRules(pack) },
    ...(deploy === "kustomize" ? [{ file: "kustomization.yaml", text: kustomization(pack) }] : []),
    { file: "README.md", text: packReadme(pack) },
  ];
  return [...copied, ...written].map(({ file, text }) => ({
    file: `${directory}/${file}`,
    text: text.replaceAll(packNamespace, namespace),
  }));
}

/** Text that the file must contain, else the policies and this code no longer fit together. */
function replaced(file: string, text: string, pattern: RegExp, by: string): string {
  if (!pattern.test(text)) throw new Error(`policies/${file} has no ${pattern}`);
  return text.replace(pattern, () => by);
}

function fitted(file: string, text: string, { outputs }: PackChoices): string {
  switch (file) {
    case "falco/falcosidekick.yaml": {
      const env = replaced(
        file,
        text,
        / {12}- name: SLACK_WEBHOOKURL[\s\S]*?(?= {10}livenessProbe:)/,
        envItems(outputs, 12),
      );
      return `${replaced(file, env, /^(#.*\n)+/, sidekickHead(outputs))}${egressItems(outputs)}`;
    }
    case "falco/operator/falco.yaml":
      return replaced(file, text, / {12}- name: SLACK_WEBHOOKURL[\s\S]*?(?=---\n)/, envItems(outputs, 12));
    case "falco/values-production.yaml":
      return replaced(
        file,
        text,
        / {2}config:\n {4}extraEnv:[\s\S]*?(?= {2}webui:)/,
        `  config:\n    extraEnv:\n${envItems(outputs, 6)}`,
      );
    default:
      // Only the platform in use is written, and it is mounted.
      return file.startsWith("falco/platforms/") ? text.replace(/^ *# falcoverage-ignore .*\n/gm, "") : text;
  }
}

function sidekickHead(outputs: PackChoices["outputs"]): string {
  return `# falcosidekick 2.34: takes every alert from Falco and sends it on.
#
# The Secret is made by hand, so that no key is ever in the repository:
${secretCommand(outputs).replace(/^/gm, "#   ")}
`;
}

function kustomization({ platform, outputs }: PackChoices): string {
  const resources = [
    "falco/falco-daemonset.yaml",
    "falco/falco-rules-compliance.yaml",
    ...(platform === undefined ? [] : [`falco/platforms/${platform}/rules.yaml`]),
    "falco/falco-rules-local.yaml",
    "falco/falcosidekick.yaml",
    ...outputFiles(outputs),
    "monitoring",
  ];
  return `# The whole stack. What differs from cluster to cluster belongs into overlays that build on this.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
${resources.map((one) => `  - ${one}\n`).join("")}`;
}
