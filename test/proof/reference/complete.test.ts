import { describe, expect, test } from "vitest";
import { completeEvent } from "../../../src/proof/reference/complete.ts";

/** The fields that follow from those that are written. */
function complete(written: Record<string, string | readonly string[]>): Record<string, unknown> {
  return Object.fromEntries(completeEvent(written));
}

describe("what follows from what is written", () => {
  test("a program: its name as Linux keeps it, and its command line", () => {
    expect(
      complete({
        "evt.type": "execve",
        "proc.exepath": "/usr/bin/containerd-shim-runc-v2",
        "proc.args": "-id x",
      }),
    ).toMatchObject({
      "proc.name": "containerd-shim",
      "proc.exe": "containerd-shim-runc-v2",
      "proc.cmdline": "containerd-shim -id x",
      "proc.exeline": "containerd-shim-runc-v2 -id x",
      "evt.arg.filename": "/usr/bin/containerd-shim-runc-v2",
    });
  });

  test("a script is named by itself, and run by its interpreter", () => {
    expect(
      complete({ "evt.type": "execve", "proc.exepath": "/usr/bin/python3", "proc.name": "certbot" }),
    ).toMatchObject({
      "proc.name": "certbot",
      "proc.exepath": "/usr/bin/python3",
      "proc.cmdline": "certbot",
    });
  });

  test("ancestors: each by its distance, the parent by its own names", () => {
    expect(
      complete({ "proc.exepath": "/bin/nc", "proc.aexepath": ["/bin/bash", "/usr/sbin/sshd"] }),
    ).toMatchObject({
      "proc.pname": "bash",
      "proc.pexepath": "/bin/bash",
      "proc.aname": ["bash", "sshd"],
      "proc.aname[0]": "nc",
      "proc.aname[2]": "sshd",
      "proc.aexepath[2]": "/usr/sbin/sshd",
    });
  });

  test("a connection: both ends, seen from the client and from the server", () => {
    const name = "10.0.0.1:40000->203.0.113.7:443";
    expect(complete({ "evt.type": "connect", "fd.name": name, "evt.res": "EINPROGRESS" })).toMatchObject({
      "fd.type": "ipv4",
      "fd.typechar": "4",
      "fd.cip": "10.0.0.1",
      "fd.sport": "443",
      "fd.lip": "10.0.0.1",
      "fd.rip": "203.0.113.7",
      "evt.rawres": -115,
      "evt.failed": true,
    });
    expect(complete({ "evt.type": "accept4", "fd.name": name })).toMatchObject({
      "fd.lip": "203.0.113.7",
      "fd.rip": "10.0.0.1",
      "fd.is_server": true,
    });
    expect(complete({ "evt.type": "connect", "fd.name": "[2001:db8::1]:1->[2001:db8::2]:2" })).toMatchObject({
      "fd.type": "ipv6",
      "fd.sip": "2001:db8::2",
    });
  });

  test("a file that is opened: how, and what it is called", () => {
    const flags = "O_TRUNC|O_CREAT|O_WRONLY|O_F_CREATED";
    expect(
      complete({ "evt.type": "openat", "fd.name": "/etc/cron.d/x", "evt.arg.flags": flags }),
    ).toMatchObject({
      "evt.is_open_write": true,
      "evt.is_open_read": false,
      "evt.is_open_create": true,
      "fd.directory": "/etc/cron.d",
      "fd.filename": "x",
      "fd.num": 7,
      "evt.rawres": 7,
    });
  });

  test("a file that cannot be opened has no descriptor", () => {
    const fields = complete({ "evt.type": "openat", "fd.name": "/etc/shadow", "evt.res": "EACCES" });
    expect(fields).toMatchObject({ "evt.rawres": -13, "evt.failed": true });
    expect(fields).not.toHaveProperty("fd.num");
  });

  test("a host has no image, a container has the rights that its runtime gives", () => {
    expect(complete({ "evt.type": "kill" })).toMatchObject({ "container.id": "host" });
    const container = {
      "evt.type": "kill",
      "container.id": "3ad7d3c2a8b1",
      "container.image.repository": "nginx",
    };
    expect(complete(container)["thread.cap_effective"]).not.toContain("CAP_SYS_ADMIN");
    expect(complete({ ...container, "container.privileged": "true" })["thread.cap_effective"]).toContain(
      "CAP_SYS_ADMIN",
    );
    expect(complete({ ...container, "user.uid": "1000" })["thread.cap_effective"]).toBe("");
  });

  test("what is written stays", () => {
    expect(
      complete({ "evt.type": "execve", "proc.exepath": "/bin/sh", "proc.cmdline": "sh (deleted)" }),
    ).toMatchObject({
      "proc.cmdline": "sh (deleted)",
    });
  });

  test("events of other sources come back as they are", () => {
    expect(complete({ "evt.source": "okta", "okta.actor.name": "alice" })).toEqual({
      "evt.source": "okta",
      "okta.actor.name": "alice",
    });
  });
});
