import { describe, expect, it } from "vitest";
import { summary } from "../summary.ts";
import { workspace } from "../workspace.ts";

const falco = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: falco}
spec:
  selector: {matchLabels: {app: falco}}
  template:
    metadata: {labels: {app: falco}}
    spec:
      containers:
        - name: falco
          image: falcosecurity/falco:0.44.1
          args: [-o, json_output=true, -o, http_output.enabled=true, -o, "http_output.url=http://relay:2801"]
`;
const relay = (namespace: string) => `apiVersion: v1
kind: Service
metadata: {name: relay${namespace}}
spec: {selector: {app: relay}, ports: [{port: 2801}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: relay${namespace}}
spec:
  selector: {matchLabels: {app: relay}}
  template:
    metadata: {labels: {app: relay}}
    spec:
      containers:
        - name: relay
          image: falcosecurity/falcosidekick:2.31.1
          ports: [{containerPort: 2801}]
          env: [{name: SLACK_WEBHOOKURL, value: "https://hooks.example.com/a"}]
`;
const application = (name: string, namespace: string, more = "") => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: ${name}, namespace: argocd}
spec:
  destination: {namespace: ${namespace}}
  source: {repoURL: https://git.example.com/a, path: ./sensor${more}}
`;
const kustomization = (spec: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: sensor, namespace: flux-system}
spec: {path: ./sensor, ${spec}}
`;

const apart = 'to relay: broken service: The Service "relay" is in namespace alerts, not in security.';

function told(files: Readonly<Record<string, string>>): string[] {
  return workspace(files).stacks.flatMap((stack) => [
    `in ${stack.namespace}`,
    ...summary(stack).filter((line) => /^to (?:relay|Slack)/.test(line)),
  ]);
}

describe("an Application of Argo CD", () => {
  it("puts objects of its folder that name no namespace into its own", () => {
    const files = { "sensor/falco.yaml": falco, "sensor/relay.yaml": relay("") };
    expect(told({ ...files, "app.yaml": application("falco", "security") })).toEqual([
      "in security",
      "to Slack from debug: ok",
    ]);
  });

  it("leaves those that name one, so that alerts to a Service of another namespace do not arrive", () => {
    const files = { "sensor/falco.yaml": falco, "sensor/relay.yaml": relay(", namespace: alerts") };
    expect(told(files)).toContain("to Slack from debug: ok");
    const [namespace, ...routes] = told({ ...files, "app.yaml": application("falco", "security") });
    expect(namespace).toBe("in security");
    expect(routes).toEqual([apart]);
  });

  it("does the same with what a kustomization of the folder makes", () => {
    const files = {
      "sensor/kustomization.yaml": "resources: [falco.yaml, relay.yaml]\n",
      "sensor/falco.yaml": falco,
      "sensor/relay.yaml": relay(", namespace: alerts"),
      "app.yaml": application("falco", "security"),
    };
    expect(told(files)).toEqual(["in security", apart]);
  });

  it("goes below its folder only where it says so", () => {
    const files = { "sensor/deep/falco.yaml": falco };
    const deep = application("falco", "security", ", directory: {recurse: true}");
    expect(told({ ...files, "app.yaml": application("falco", "security") })[0]).toBe("in undefined");
    expect(told({ ...files, "app.yaml": deep })[0]).toBe("in security");
  });

  it("decides nothing where another one puts the folder elsewhere, or its name is a template", () => {
    const files = { "sensor/falco.yaml": falco };
    const two = `${application("a", "one")}---\n${application("b", "two")}`;
    expect(told({ ...files, "apps.yaml": two })[0]).toBe("in undefined");
    expect(told({ ...files, "apps.yaml": application("a", "'{{ .name }}'") })[0]).toBe("in undefined");
  });
});

describe("a Kustomization of Flux", () => {
  it("moves all objects of its folder into its targetNamespace", () => {
    const files = { "sensor/a/falco.yaml": falco, "sensor/relay.yaml": relay(", namespace: alerts") };
    expect(told({ ...files, "flux.yaml": kustomization("targetNamespace: security") })).toEqual([
      "in security",
      "to Slack from debug: ok",
    ]);
  });

  it("changes the kustomization of its folder before it is built", () => {
    const patch =
      'patches: [{patch: "[{op: remove, path: /spec/template/spec/containers/0/args}]", target: {kind: DaemonSet}}]';
    const files = {
      "sensor/kustomization.yaml": "namespace: other\nresources: [falco.yaml, relay.yaml]\n",
      "sensor/falco.yaml": falco,
      "sensor/relay.yaml": relay(""),
    };
    expect(told({ ...files, "flux.yaml": kustomization("targetNamespace: security") })).toEqual([
      "in security",
      "to Slack from debug: ok",
    ]);
    expect(told({ ...files, "flux.yaml": kustomization(patch) })).toEqual(["in other"]);
  });
});
