import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readProject, Text } from "../../../src/project/index.ts";
import { auditPolicies, recordingsOf } from "../../../src/stack/config/audit-policy.ts";

interface Recorded {
  readonly policy: object;
  readonly requests: readonly {
    readonly user: string;
    readonly groups?: readonly string[];
    readonly verb: string;
    readonly namespace?: string;
    readonly resource?: string;
    readonly subresource?: string;
    /** What k8s.io/apiserver 0.37.2 comes to. */
    readonly level: string;
    readonly omitted?: readonly string[];
  }[];
}

const cases: readonly Recorded[] = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "audit-levels.json"), "utf8"),
);

const policyOf = (policy: object) => {
  const text = JSON.stringify({ apiVersion: "audit.k8s.io/v1", kind: "Policy", ...policy });
  return auditPolicies(readProject({ texts: [new Text("policy.yaml", text)], skipped: [] }));
};

const is = (value = "") => ({ is: value });

describe("an audit policy", () => {
  it.each(cases.map((one, index) => [index, one] as const))(
    "records what the API server records: policy %i",
    (_, { policy, requests }) => {
      const [read] = policyOf(policy);
      for (const request of requests) {
        const { user, verb, namespace, resource, subresource, level, omitted = [] } = request;
        const possible = recordingsOf(read!, {
          user: is(user),
          verb: is(verb),
          namespace: is(namespace),
          resource: resource === undefined ? undefined : is(resource),
          subresource: is(subresource),
        }).map((recording) => [recording.level, [...new Set(recording.omitted)].sort()]);
        expect(possible, JSON.stringify(request)).toContainEqual([level, omitted]);
        // Groups of users, URLs and resources of extensions alone leave it open.
        const isOpen = /userGroups|nonResourceURLs/.test(JSON.stringify(policy)) || resource === "widgets";
        if (!isOpen) expect(possible, JSON.stringify(request)).toHaveLength(1);
      }
    },
  );

  it.each([{ rules: [] }, {}, { rules: [{ level: "metadata" }] }, { rules: [{}] }, { rules: ["Metadata"] }])(
    "that the API server does not start with is not read: %j",
    (policy) => {
      expect(policyOf(policy)).toEqual([undefined]);
    },
  );
});

it("is read once where several files say the same", () => {
  const text = (level: string) =>
    JSON.stringify({ apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level }] });
  const texts = [text("Metadata"), text("Request"), `${text("Metadata")}\n`].map(
    (content, index) => new Text(`policy-${index}.yaml`, content),
  );
  const policies = auditPolicies(readProject({ texts, skipped: [] }));
  expect(policies.map((policy) => [policy?.rules[0]?.level, policy?.location.text.file])).toEqual([
    ["Metadata", "policy-0.yaml"],
    ["Request", "policy-1.yaml"],
  ]);
});
