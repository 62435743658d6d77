import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { profiles, signalFiles } from "../../src/proof/reference/builtin.ts";
import { expand } from "../../src/proof/reference/template.ts";

interface Request {
  readonly verb?: string;
  readonly user?: { readonly username?: string; readonly groups?: readonly string[] };
  readonly objectRef?: {
    readonly apiGroup?: string;
    readonly resource?: string;
    readonly subresource?: string;
  };
  readonly requestURI?: string;
  readonly requestObject?: unknown;
}

interface PolicyRule {
  readonly level: "None" | "Metadata" | "Request" | "RequestResponse";
  readonly users?: readonly string[];
  readonly userGroups?: readonly string[];
  readonly verbs?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
  readonly resources?: readonly { readonly group?: string; readonly resources?: readonly string[] }[];
}

const folder = path.join(import.meta.dirname, "../../policies");
const policy = parse(readFileSync(path.join(folder, "falco/k8s-audit/audit-policy.yaml"), "utf8")) as {
  readonly rules: readonly PolicyRule[];
};

/** The level of the first rule that fits, as the API server decides. */
function levelOf(request: Request): PolicyRule["level"] {
  return policy.rules.find((rule) => fits(rule, request))?.level ?? "None";
}

function fits(
  { users, userGroups, verbs, nonResourceURLs, resources }: PolicyRule,
  request: Request,
): boolean {
  const { verb = "", user = {}, objectRef, requestURI = "" } = request;
  if (users !== undefined && !users.includes(user.username ?? "")) return false;
  if (userGroups !== undefined && !userGroups.some((group) => user.groups?.includes(group))) return false;
  if (verbs !== undefined && !verbs.includes(verb)) return false;
  if (nonResourceURLs !== undefined)
    return (
      objectRef?.resource === undefined &&
      nonResourceURLs.some((url) =>
        url.endsWith("*") ? requestURI.startsWith(url.slice(0, -1)) : requestURI === url,
      )
    );
  if (resources === undefined) return true;
  if (objectRef?.resource === undefined) return false;
  const { apiGroup = "", resource, subresource } = objectRef;
  const name = subresource === undefined ? resource : `${resource}/${subresource}`;
  return resources.some(
    ({ group = "", resources: names }) => group === apiGroup && (names === undefined || names.includes(name)),
  );
}

const attacks = signalFiles.flatMap(({ signal, profiles: own, attacks: acts = [] }) =>
  acts.flatMap(({ name, events }) => {
    const requests = events
      .map((event) => expand(event, { ...profiles, ...own }).audit as Request | undefined)
      .filter((request) => request !== undefined);
    return requests.length === 0 ? [] : [{ act: `${name} (${signal})`, requests }];
  }),
);

describe("the audit policy of the reference pack", () => {
  it("is held against the attacks of every signal on the audit log", () => {
    const audited = readdirSync(path.join(folder, "signals")).filter((file) => file.startsWith("k8s-"));
    expect(attacks.length).toBeGreaterThan(audited.length * 12);
  });

  it.each(attacks)("logs enough of: $act", ({ requests }) => {
    for (const request of requests) {
      const level = levelOf(request);
      expect(level, JSON.stringify(request.objectRef)).not.toBe("None");
      // Of secrets and tokens nobody wants the content in a log.
      const isSecret = /^(?:secrets|serviceaccounts)$/.test(request.objectRef?.resource ?? "");
      if (request.requestObject !== undefined && !isSecret)
        expect(level, JSON.stringify(request.objectRef)).toMatch(/^Request/);
    }
  });
});
