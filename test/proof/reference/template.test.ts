import { describe, expect, test } from "vitest";
import { expand, fieldsOf, fill, kindOfEvent, TemplateError } from "../../../src/proof/reference/template.ts";

const profiles = {
  pod: {
    "container.id": "3ad7d3c2a8b1",
    "proc.vpid": 1,
    "proc.aexepath": ["/usr/bin/containerd-shim-runc-v2"],
  },
  web: { like: "pod", "proc.exepath": "/usr/sbin/nginx", "proc.args": "-g daemon off;" },
  session: { "proc.tty": 34816, "proc.vpid": 214, "proc.aexepath": ["/bin/bash"] },
  person: { audit: { user: { username: "alice" }, userAgent: "kubectl" } },
  round: { like: "about" },
  about: { like: ["round"] },
};

describe("profiles", () => {
  test("give their fields, and the event's own win", () => {
    expect(expand({ like: "web", "evt.type": "openat" }, profiles)).toMatchObject({
      "proc.exepath": "/usr/sbin/nginx",
      "proc.vpid": 1,
      "evt.type": "openat",
    });
  });

  test("another program is a child of the profile's, without its arguments", () => {
    const child = expand({ like: ["web"], "proc.exepath": "/bin/sh" }, profiles);
    expect(child["proc.aexepath"]).toEqual(["/usr/sbin/nginx", "/usr/bin/containerd-shim-runc-v2"]);
    expect(child).not.toHaveProperty("proc.args");
    expect(child).not.toHaveProperty("proc.vpid");
  });

  test("what the runtime starts is a main process", () => {
    const entrypoint = expand(
      { like: ["web"], "proc.exepath": "/bin/sh", "proc.aexepath": ["/usr/bin/containerd-shim-runc-v2"] },
      profiles,
    );
    expect(entrypoint["proc.vpid"]).toBe(1);
  });

  test("a session in a pod is no child of its main process", () => {
    expect(expand({ like: ["web", "session"], "proc.exepath": "/bin/cat" }, profiles)).toMatchObject({
      "proc.aexepath": ["/bin/bash"],
      "proc.vpid": 214,
    });
  });

  test("audit events are put together key by key", () => {
    expect(expand({ like: "person", audit: { verb: "get" } }, profiles).audit).toEqual({
      user: { username: "alice" },
      userAgent: "kubectl",
      verb: "get",
    });
  });

  test.each([
    [{ like: "nobody" }, "There is no profile `nobody`."],
    [{ like: "constructor" }, "There is no profile `constructor`."],
    [{ like: "round" }, "The profiles name each other in a circle."],
  ])("%j is refused", (template, message) => {
    expect(() => expand(template, profiles)).toThrow(new TemplateError(message));
  });
});

test("parameters are filled in wherever they stand, and other uses of the signs are left alone", () => {
  const texts = new Map([["database-port", "5432"]]);
  expect(
    fill({ "fd.name": "10.0.0.1:1->10.0.0.2:${database-port}", args: ["${DB}", "$database-port"] }, texts),
  ).toEqual({
    "fd.name": "10.0.0.1:1->10.0.0.2:5432",
    args: ["${DB}", "$database-port"],
  });
});

describe("a line of Falco's output", () => {
  const line = {
    rule: "Terminal shell in container",
    source: "syscall",
    output_fields: { "evt.type": "execve", "proc.name": "bash" },
  };

  test("is an event with the fields that Falco gave, and no more", () => {
    expect([...fieldsOf({ json: line })]).toEqual([
      ["evt.type", "execve"],
      ["proc.name", "bash"],
    ]);
    expect(kindOfEvent({ json: JSON.stringify(line) })).toEqual({ source: "syscall", type: "execve" });
  });

  test("that is no line has no fields", () => {
    expect([...fieldsOf({ json: "{" })]).toEqual([]);
  });
});
