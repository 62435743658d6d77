import { expect, it } from "vitest";
import type { FieldValues } from "../../src/falco/index.ts";
import { contradictions } from "../../src/lint/event-contradictions.ts";
import { readReferenceEvents } from "../../src/proof/index.ts";

it("finds no contradiction in the reference events of any signal", async () => {
  const { corpora } = await readReferenceEvents({ sources: [], skipped: [] }, {});
  const found = [...corpora.values()].flatMap(({ signal, attacks, everyday }) =>
    [...attacks, ...everyday].flatMap(({ name, scenarios }) =>
      scenarios
        .flatMap(({ runs }) => runs.flat())
        .filter(({ source }) => source === "syscall")
        .flatMap(({ values }) => contradictions(Object.fromEntries(values) as FieldValues))
        .map((reason) => `${signal}, ${name}: ${reason}`),
    ),
  );
  expect(found).toEqual([]);
});

it.each([
  [{ "ka.req.pod.containers.add_capabilities": ["SYS_ADMIN"] }, 1],
  [{ "ka.req.pod.containers.add_capabilities": ['["SYS_ADMIN"]'] }, 0],
  [{ "ka.sourceips": ["10.0.0.1"] }, 1],
  [{ "evt.type": "truncate", "evt.arg.flags": "O_TRUNC" }, 0],
  [{ "evt.type": "unlinkat", "evt.arg.newpath": "/x" }, 1],
  [{ "evt.type": "execve", "fd.name": "/x" }, 1],
  [{ "evt.type": "execve", "fd.name": null }, 0],
  [{ "evt.type": "creat", "evt.is_open_write": "true" }, 1],
  [{ "evt.type": "connect", "evt.is_open_read": "false" }, 0],
  [{ "evt.type": "openat", "evt.arg.flags": "O_RDONLY", "evt.is_open_write": "true" }, 1],
  [{ "evt.type": "openat", "evt.arg.flags": "O_NOSUCH" }, 1],
  [{ "evt.type": "openat", "evt.rawres": "-13", "fd.num": "7" }, 1],
  [{ "evt.type": "openat", "evt.rawres": "-13", "evt.res": "SUCCESS" }, 1],
  [{ "evt.type": "connect", "evt.rawres": "-115", "evt.res": "EINPROGRESS", "evt.failed": "true" }, 0],
  [{ "evt.type": "openat", "fd.typechar": "f", "fd.sport": "443" }, 1],
  [{ "evt.type": "execve", "container.id": "host", "container.image.repository": "nginx" }, 1],
  [{ "evt.type": "execve", "container.id": "host", "container.name": "host" }, 0],
  [{ "evt.type": "execve", "proc.pname": "bash", "proc.aname": ["nginx", "systemd"] }, 1],
  [{ "evt.type": "execve", "proc.pname": "bash", "proc.aname": "nginx" }, 0],
  [{ "evt.type": "execve", "proc.pname": null, "proc.aname": "nginx" }, 1],
] as [FieldValues, number][])("finds in %j %i contradictions", (values, count) => {
  expect(contradictions(values)).toHaveLength(count);
});
