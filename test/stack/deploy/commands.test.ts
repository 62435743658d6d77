import { describe, expect, it } from "vitest";
import { summary } from "../summary.ts";
import { stacksOf, workspace } from "../workspace.ts";

const values = "driver: {kind: modern_ebpf}\nfalco: {json_output: true}\n";
const rules = `- rule: Payroll opened
  desc: A file of the payroll was opened.
  condition: evt.type = openat and fd.name startswith /srv/payroll
  output: Payroll opened (command=%proc.cmdline)
  priority: WARNING
`;

/** The first two lines of the summary of each deployment. */
function heads(files: Record<string, string>): string[][] {
  return stacksOf(files).map((stack) => summary(stack).slice(0, 2));
}

const pinned = "Falco 0.37.1 from ";

describe("a command of Helm", () => {
  it.each([
    [
      "scripts/install.sh",
      "#!/bin/sh\nhelm upgrade --install sensor falcosecurity/falco \\\n  --namespace security --version 4.2.5 \\\n  -f config/falco.yaml\n",
      3,
    ],
    [
      "Makefile",
      "CHART ?= 4.2.5\nfalco:\n\thelm install sensor falcosecurity/falco -n security --version $(CHART) -f config/falco.yaml\n",
      3,
    ],
    [
      ".github/workflows/deploy.yml",
      "on: push\nenv:\n  CHART: 4.2.5\njobs:\n  a:\n    steps:\n      - run: |\n          helm repo add falcosecurity https://falcosecurity.github.io/charts && helm upgrade --install sensor falcosecurity/falco \\\n            -n security --version ${{ env.CHART }} --values=./config/falco.yaml\n",
      9,
    ],
    [
      "deploy/install.sh",
      'V="${V:-4.2.5}"\nHERE=$(dirname "$0")\nhelm install -f "$HERE/../config/falco.yaml" --version "$V" --namespace=security sensor oci://ghcr.io/x/falco\n',
      3,
    ],
    [
      "main.tf",
      'resource "helm_release" "falco" {\n  name = "sensor"\n  namespace = "security"\n  chart = "falco"\n  version = "4.2.5"\n  set {\n    name = "tty"\n    value = true\n  }\n  values = [file("${path.module}/config/falco.yaml")]\n}\n',
      5,
    ],
  ])("pins the chart of the values that it names: %s", (file, script, line) => {
    expect(heads({ [file]: script, "config/falco.yaml": values })).toEqual([
      ["config/falco.yaml: security/sensor-falco (helm) in security", `${pinned}${file}:${line}`],
    ]);
  });

  it("lays what is set over the values, and a file of rules into them", () => {
    const [stack, ...others] = stacksOf({
      "install.sh":
        "helm install falco falcosecurity/falco -f v.yaml --version 4.2.5 --set driver.kind=ebpf,falco.priority=error --set-file 'customRules.own\\.yaml=rules/own.yaml' --set falcosidekick.enabled=true --set falcosidekick.config.slack.webhookurl=$HOOK\n",
      "v.yaml": values,
      "rules/own.yaml": rules,
    });
    expect(others).toEqual([]);
    expect(summary(stack!)).toEqual(
      expect.arrayContaining([
        "engine ebpf, plugins ",
        "priority error from install.sh:1, JSON",
        expect.stringMatching(/^loads \/etc\/falco\/rules\.d\/own\.yaml: rules\/own\.yaml/),
        expect.stringMatching(/^to Slack/),
      ]),
    );
  });

  it.each([
    ["a comment", "# helm install falco falcosecurity/falco --version 4.2.5 -f v.yaml\n"],
    ["another chart", "helm install falco a/prometheus --version 4.2.5 -f v.yaml\n"],
    ["another values file", "helm install falco falcosecurity/falco --version 4.2.5 -f /tmp/other.yaml\n"],
    [
      "a version that is made when it runs",
      'helm install falco falcosecurity/falco --version "$(newest)" -f v.yaml\n',
    ],
    [
      "a variable with two values",
      "V=4.2.5\nV=9.1.0\nhelm install falco falcosecurity/falco --version $V -f v.yaml\n",
    ],
    [
      "two commands that differ",
      "helm install falco a/falco --version 4.2.5 -f v.yaml\nhelm upgrade falco a/falco --version 9.1.0 -f v.yaml\n",
    ],
  ])("pins nothing: %s", (_, script) => {
    expect(heads({ "install.sh": script, "v.yaml": values })).toEqual([
      ["v.yaml: falco (helm) in any namespace", expect.stringMatching(/^Falco unknown/)],
    ]);
  });

  it("leaves the configuration open where values are not in the repository", () => {
    const [stack] = stacksOf({
      "install.sh": "helm install falco falcosecurity/falco -f v.yaml -f /tmp/secret.yaml\n",
      "v.yaml": values,
    });
    expect(stack?.config.state).toBe("unknown");
  });

  it("is read in linear time", () => {
    const hostile = [
      "helm install ".repeat(20_000),
      `helm install falco a/falco -f v.yaml --set ${"{".repeat(60_000)}`,
      `kubectl ${"-a -b ".repeat(20_000)}`,
      `V=${"a=".repeat(40_000)}`,
      `helm install falco ${'"'.repeat(50_001)}`,
      `resource "helm_release" "a" {\n${'name = "x" value = "y" '.repeat(5000)}`.repeat(20),
    ];
    const begin = process.cpuUsage();
    for (const text of hostile) workspace({ "a.sh": text, "a.tf": text, "v.yaml": values });
    expect((process.cpuUsage(begin).user ?? 0) / 1e6).toBeLessThan(6);
  });
});

describe("a ConfigMap that a script makes of a rules file", () => {
  const pod = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: falco, namespace: falco}
spec:
  template:
    spec:
      containers:
        - name: falco
          image: falcosecurity/falco:0.44.1
          args: [/usr/bin/falco, -r, /etc/falco/own]
          volumeMounts: [{name: own, mountPath: /etc/falco/own}]
      volumes: [{name: own, configMap: {name: own-rules}}]
`;
  const loads = (script: string) =>
    summary(stacksOf({ "falco.yaml": pod, "rules/own.yaml": rules, "create.sh": script })[0]!).filter(
      (line) => line.includes("/etc/falco/own"),
    );

  it("is mounted", () => {
    for (const command of [
      "kubectl create configmap own-rules --from-file=rules/own.yaml -n falco --dry-run=client -o yaml | kubectl apply -f -\n",
      "kubectl -n falco create cm own-rules \\\n  --from-file own.yaml=rules/own.yaml\n",
    ])
      expect(loads(command)).toEqual([expect.stringMatching(/own\.yaml: rules\/own\.yaml/)]);
  });

  it("is not where the script makes another one, in another namespace, or of what is not there", () => {
    for (const command of [
      "kubectl create configmap others --from-file=rules/own.yaml -n falco\n",
      "kubectl create configmap own-rules --from-file=rules/own.yaml -n shop\n",
      "kubectl create configmap own-rules --from-file=rules/other.yaml -n falco\n",
      "# kubectl create configmap own-rules --from-file=rules/own.yaml -n falco\n",
    ])
      expect(loads(command).join()).not.toMatch(/rules\/own\.yaml/);
  });
});
