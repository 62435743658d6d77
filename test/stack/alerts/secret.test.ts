import { expect, it } from "vitest";
import { maskSecrets } from "../../../src/stack/alerts/secret-shape.ts";
import { workspace } from "../workspace.ts";

const encoded = (text: string) => Buffer.from(text).toString("base64");
const webhook = `https://hooks.slack.com/services/${"T1B2".repeat(3)}/B${"3D4C".repeat(2)}/${"e5f6".repeat(6)}`;

const deployment = (data: Readonly<Record<string, string>>, env = "") => `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: falco, namespace: falco}
spec:
  template:
    metadata: {labels: {app: falco}}
    spec:
      containers:
        - name: falco
          image: falcosecurity/falco:0.44.1
          args: [falco, -o, json_output=true, -o, http_output.enabled=true, -o, "http_output.url=http://sidekick:2801"]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: sidekick, namespace: falco}
spec:
  template:
    metadata: {labels: {app: sidekick}}
    spec:
      containers:
        - name: falcosidekick
          image: falcosecurity/falcosidekick:2.34.1
          ports: [{containerPort: 2801}]
          envFrom: [{secretRef: {name: sidekick}}]
          env: [${env}]
---
apiVersion: v1
kind: Service
metadata: {name: sidekick, namespace: falco}
spec: {selector: {app: sidekick}, ports: [{port: 2801}]}
---
apiVersion: v1
kind: Secret
metadata: {name: sidekick, namespace: falco}
data: ${JSON.stringify(data)}
`;

const outputs = (data: Readonly<Record<string, string>>) =>
  workspace({ "all.yaml": deployment(data) }).stacks[0]!.sidekick?.outputs.map(({ name }) => name);

it("reads the data of a Secret decoded, so that an empty value switches nothing on", () => {
  expect(
    outputs({ SLACK_WEBHOOKURL: encoded(webhook), PAGERDUTY_ROUTINGKEY: encoded(""), TEAMS_WEBHOOKURL: "" }),
  ).toEqual(["slack"]);
  expect(outputs({ SLACK_WEBHOOKURL: "" })).toEqual([]);
});

it("assumes a Secret that is not in the repository only where the pod does not start without it", () => {
  const from = (optional: boolean) =>
    `{name: PAGERDUTY_ROUTINGKEY, valueFrom: {secretKeyRef: {name: other, key: key, optional: ${optional}}}}`;
  const end = (optional: boolean) => {
    const { stacks } = workspace({ "all.yaml": deployment({}, from(optional)) });
    const { status, assumed = false } = stacks[0]!.routes
      .find(({ channel }) => channel === "http")!
      .links.at(-1)!;
    return { status, assumed };
  };
  expect(end(false)).toEqual({ status: "ok", assumed: true });
  expect(end(true)).toEqual({ status: "unknown", assumed: false });
});

it("hides a secret in a quoted file, encoded or not", () => {
  expect(maskSecrets(`url: ${encoded(webhook)}`)).toBe(`url: ${"*".repeat(encoded(webhook).length)}`);
  expect(maskSecrets(`sum: ${encoded("nothing that anybody would want to hide")}`)).not.toContain("*");
});
