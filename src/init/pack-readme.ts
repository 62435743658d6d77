import type { PackChoices } from "./choices.ts";
import { outputFiles, secretCommand } from "./outputs.ts";

/** The folders, how to deploy with the chosen tool, and what to do next. */
export function packReadme(pack: PackChoices): string {
  const { platform, directory, outputs } = pack;
  return `# Runtime security with Falco

| path | what it is |
| --- | --- |
| \`falco/\` | the sensor, its rules and the routes of its alerts |
| \`falco/falco-rules-local.yaml\` | what differs here from the compliance rules: data, registries, exceptions |
${platform === undefined ? "" : `| \`falco/platforms/${platform}/\` | what this platform may do on its nodes |\n`}\
${outputFiles(outputs).length === 0 ? "" : "| `falco/response/` | Falco Talon: the automatic first step of an answer |\n"}\
| \`falco/k8s-audit/\` | audit policy and webhook configuration for the API server |
| \`matrix.yaml\` | which rules answer which control |
| \`tests/\` | for each rule the events on which it fires, and near misses on which it does not |
| \`runbooks/\` | what to do when a rule fires |
| \`monitoring/\` | alerts on the sensor itself, a dashboard |
| \`logging/\` | configurations of log shippers, and how long to keep the alerts |

\`falcoverage check\` says what it covers. Search for \`PLACEHOLDER\` here and in \`falcoverage.yaml\` for what is still
open.

## Deploy

\`\`\`bash
cd ${directory}
${commands(pack)}
\`\`\`

The rules on the Kubernetes audit log need the API server's events: see \`falco/k8s-audit/\`.

## Two weeks later

Write exceptions for what is normal here into \`falco/falco-rules-local.yaml\`: always with the image or the namespace in
addition to the process. An exception that silences the last rule of a control is a finding in the pull request.
`;
}

function commands(pack: PackChoices): string {
  const apply = (file: string) => `kubectl apply -f falco/${file}`;
  const rules = [
    apply("falco-rules-compliance.yaml"),
    ...(pack.platform === undefined ? [] : [apply(`platforms/${pack.platform}/rules.yaml`)]),
    apply("falco-rules-local.yaml"),
  ];
  const namespace = [
    "kubectl create namespace falco-system",
    "kubectl label namespace falco-system pod-security.kubernetes.io/enforce=privileged",
  ];
  const secret = secretCommand(pack.outputs);
  const actors = outputFiles(pack.outputs).map((file) => `kubectl apply -f ${file}`);
  switch (pack.deploy) {
    case "kustomize":
      return ["kubectl apply -k .", secret].join("\n");
    case "manifests":
      return [apply("falco-daemonset.yaml"), ...rules, secret, ...actors, apply("falcosidekick.yaml")].join(
        "\n",
      );
    case "operator":
      return [...namespace, ...rules, secret, ...actors, apply("operator/falco.yaml")].join("\n");
    case "helm":
      return [
        "helm repo add falcosecurity https://falcosecurity.github.io/charts",
        ...namespace,
        ...rules,
        secret,
        ...actors,
        "helm install falco falcosecurity/falco --version 9.1.0 -n falco-system -f falco/values-production.yaml",
      ].join("\n");
  }
}
