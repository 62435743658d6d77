import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { HelmCase } from "../../../../scripts/helm-cases.ts";
import { lintRules, type Model } from "../../../../src/lint/index.ts";
import { summary } from "../../summary.ts";
import { type Workspace, workspace } from "../../workspace.ts";

// What we conclude from values of the official charts, held against what we conclude from the manifests that Helm made
// of them. `scripts/record-helm.ts` has recorded those.

interface Recorded extends HelmCase {
  /** Numbers in the list of resources. */
  readonly resources?: readonly number[];
  readonly refused?: string;
}

const file = new URL("./recorded.json", import.meta.url);
const record = JSON.parse(readFileSync(file, "utf8")) as { resources: unknown[]; cases: Recorded[] };

type More = Readonly<Record<string, string>>;

function modelled({ chart, release, namespace, values, parent }: Recorded, more: More = {}): Workspace {
  if (parent !== undefined) {
    const dependency = { name: "falco", version: chart, ...(parent === "falco" ? {} : { alias: parent }) };
    return workspace({
      ...more,
      "security/Chart.yaml": stringify({
        apiVersion: "v2",
        name: "security",
        version: "1.0.0",
        dependencies: [dependency],
      }),
      "security/values.yaml": stringify({ [parent]: values }),
      "application.yaml": JSON.stringify({
        apiVersion: "argoproj.io/v1alpha1",
        kind: "Application",
        metadata: { name: release },
        spec: {
          destination: { namespace },
          source: { repoURL: "https://git.example.com/security", path: "security" },
        },
      }),
    });
  }
  return workspace({
    ...more,
    "release.yaml": JSON.stringify({
      apiVersion: "helm.toolkit.fluxcd.io/v2",
      kind: "HelmRelease",
      metadata: { name: release, namespace },
      spec: { releaseName: release, chart: { spec: { chart: "falco", version: chart } }, values },
    }),
  });
}

function rendered({ resources = [] }: Recorded, more: More = {}): Workspace {
  return workspace({
    ...more,
    "rendered.yaml": resources.map((number) => JSON.stringify(record.resources[number])).join("\n---\n"),
  });
}

/** What values do not decide is reported of manifests alone: the mounts, the token, the permissions and the file system that the chart gives. */
const ofManifestsAlone = [
  "stack/priority-threshold",
  "stack/rbac",
  "stack/root-filesystem",
  "stack/token-mounted",
  "stack/writable-host-mount",
];
const stackRules = lintRules.filter(({ id }) => id.startsWith("stack/") && !ofManifestsAlone.includes(id));

/** Rungs, routes and findings, without the locations, which are other ones. */
function conclusions(found: Workspace): unknown {
  // The rules about a stack look at nothing else.
  const model = { ...found, outdated: [], copies: [] } as unknown as Model;
  return {
    stacks: found.stacks.map((stack) =>
      summary(stack)
        .slice(2)
        .map((line) =>
          line
            .replace(/ from (release|rendered|application|security\/\w+)\.yaml:\d+/g, "")
            .replace(/(?<=: ).*#/, ""),
        ),
    ),
    findings: stackRules
      .flatMap((rule) =>
        ("check" in rule ? [...rule.check(model)] : []).map(({ message }) => `${rule.id}: ${message}`),
      )
      .sort(),
  };
}

it.each(record.cases.map((recorded, index) => [index, recorded] as const))("case %i", (_, recorded) => {
  const own = modelled(recorded);
  if (recorded.refused === undefined) expect(conclusions(own)).toEqual(conclusions(rendered(recorded)));
  else {
    expect(own.stacks).toEqual([]);
    expect(own.applied.flatMap(({ refusals }) => refusals.map(({ message }) => message))).toEqual([
      expect.toSatisfy((message: string) => recorded.refused!.includes(message)),
    ]);
  }
});

const label = (key: string, value: string) => ({ [`app.kubernetes.io/${key}`]: value });

/** Policies that select by the labels that the charts give, of which a cluster lets some alerts through. */
const policies: readonly ((recorded: Recorded) => unknown)[] = [
  ({ release }) => ({
    podSelector: { matchLabels: { ...label("instance", release), ...label("component", "core") } },
    policyTypes: ["Ingress"],
    ingress: [],
  }),
  ({ release }) => ({
    podSelector: { matchLabels: label("component", "core") },
    ingress: [
      {
        from: [
          { podSelector: { matchLabels: { ...label("name", "falco"), ...label("instance", release) } } },
        ],
        ports: [{ port: 2801 }],
      },
    ],
  }),
  ({ release }) => ({
    podSelector: {
      matchExpressions: [{ key: "app.kubernetes.io/instance", operator: "In", values: [release] }],
    },
    policyTypes: ["Egress"],
    egress: [{ ports: [{ port: 53, protocol: "UDP" }] }],
  }),
  ({ namespace }) => ({
    podSelector: { matchLabels: { ...label("name", "falcosidekick"), ...label("component", "core") } },
    ingress: [
      {
        from: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } } }],
        ports: [{ port: "http" }],
      },
    ],
  }),
];

const routed = record.cases.filter(({ resources }, index) => resources !== undefined && index % 7 === 0);

describe("network policies that select by the labels of the charts", () => {
  const policy = (recorded: Recorded, index: number): More => ({
    "policy.yaml": JSON.stringify({
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata: { name: "alerts", namespace: recorded.namespace },
      spec: policies[index % policies.length]!(recorded),
    }),
  });

  it.each(routed.map((recorded, index) => [index, recorded] as const))("case %i", (index, recorded) => {
    const more = policy(recorded, index);
    expect(conclusions(modelled(recorded, more))).toEqual(conclusions(rendered(recorded, more)));
  });

  it("keep alerts from some", () => {
    const isKept = routed.filter((recorded, index) =>
      JSON.stringify(conclusions(modelled(recorded, policy(recorded, index)))).includes(
        'NetworkPolicy \\"alerts',
      ),
    );
    expect(isKept.length).toBeGreaterThan(5);
    expect(isKept.length).toBeLessThan(routed.length / 2);
  });
});
