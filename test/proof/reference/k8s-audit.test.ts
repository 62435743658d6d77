import { expect, test } from "vitest";
import { completeRequest } from "../../../src/proof/reference/audit-request.ts";
import type { Json } from "../../../src/proof/reference/json-path.ts";
import { auditFields } from "../../../src/proof/reference/k8s-audit.ts";
import recorded from "./k8saudit-0.18.0.json" with { type: "json" };

/** Audit events of the reference events, with the fields that the plugin's own code gave for each. */
const events = recorded as unknown as readonly {
  readonly event: Json;
  readonly fields: Record<string, unknown>;
}[];

test.each(events.map(({ event, fields }, index) => [index, event, fields] as const))(
  "the fields of event %i are those that the plugin gives",
  (_index, event, fields) => {
    const own = [...auditFields(event)].filter(
      // For any path that a rule asks for the plugin has an answer, which no record can hold.
      ([name]) => name.startsWith("ka.") && !name.startsWith("ka.req.volume.hostpath["),
    );
    expect(Object.fromEntries(own)).toEqual(fields);
  },
);

test("the json plugin's fields are there by pointer", () => {
  const fields = auditFields({
    auditID: "a",
    requestObject: { spec: { tls: [{ hosts: ["a/b"] }] }, "x/y~z": 1 },
  });
  expect(fields.get("jevt.value[/requestObject/spec/tls/0/hosts/0]")).toBe("a/b");
  expect(fields.get("jevt.value[/requestObject/spec/tls]")).toBe('[{"hosts":["a/b"]}]');
  expect(fields.get("jevt.value[/requestObject/x~1y~0z]")).toBe("1");
});

test("capabilities of a container are one text, as the plugin has them", () => {
  const containers = [{ name: "c", securityContext: { capabilities: { add: ["SYS_ADMIN", "NET_ADMIN"] } } }];
  const fields = auditFields({ auditID: "a", requestObject: { spec: { containers } } });
  expect(fields.get("ka.req.pod.containers.add_capabilities")).toEqual(['["SYS_ADMIN","NET_ADMIN"]']);
});

test.each([
  null,
  "text",
  [],
  { auditID: "a", requestObject: null },
  { auditID: "a", requestURI: "?%zz" },
] as Json[])("%j is no fault", (event) => {
  expect(() => auditFields(event)).not.toThrow();
});

test("a request says what every one does", () => {
  const reference = {
    apiGroup: "apps",
    resource: "deployments",
    namespace: "shop",
    name: "web",
    subresource: "scale",
  };
  expect(completeRequest({ verb: "patch", objectRef: reference })).toMatchObject({
    requestURI: "/apis/apps/v1/namespaces/shop/deployments/web/scale",
    responseStatus: { code: 200 },
    level: "Metadata",
  });
  expect(completeRequest({ verb: "create", objectRef: { resource: "namespaces", name: "a" } })).toMatchObject(
    {
      requestURI: "/api/v1/namespaces",
      responseStatus: { code: 201 },
    },
  );
});
