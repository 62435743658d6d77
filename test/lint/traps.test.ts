import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { evaluate, type FieldValues } from "../../src/falco/evaluate/evaluate.ts";
import { type Edit, type LintRule, lint, lintRules } from "../../src/lint/index.ts";
import { edited } from "./edits.ts";
import { modelFrom } from "./model.ts";

const connection: FieldValues = {
  "fd.type": "ipv4",
  "fd.cip": "10.0.0.7",
  "fd.sip": "203.0.113.9",
  "fd.cport": 49152,
  "fd.sport": 23,
};
const file: FieldValues = { "fd.name": "/etc/passwd", "fd.num": 3 };
const process: FieldValues = {
  "proc.name": "bash",
  "proc.pname": "bash",
  "proc.aname": ["bash", "sshd", "systemd"],
  "proc.apid": [7, 1],
  "proc.env": ["HOME=/root"],
};

/** What a condition comes to: true, false, or `crash`: the engine throws or ends. */
type Outcome = boolean | "crash";

/** By rule: conditions that say the opposite of what they seem to, the event, and what they come to. */
const claims: Readonly<Record<string, readonly [condition: string, event: FieldValues, Outcome][]>> = {
  "fd-ip-in-never-matches": [
    ["fd.ip in (10.0.0.7, 203.0.113.9)", connection, false],
    ["not fd.ip in (10.0.0.7, 203.0.113.9)", connection, true],
    ["(fd.cip in (203.0.113.9) or fd.sip in (203.0.113.9))", connection, true],
  ],
  "fd-net-in-first-only": [
    ["fd.net in (192.168.0.0/16, 10.0.0.0/8)", connection, false],
    ["fd.net in (10.0.0.0/8, 192.168.0.0/16)", connection, true],
    ["(fd.cnet in (192.168.0.0/16, 10.0.0.0/8) or fd.snet in (192.168.0.0/16))", connection, true],
  ],
  "fd-net-intersects-misses": [
    ["fd.net intersects (10.0.0.0/8)", connection, false],
    ["(fd.cnet in (10.0.0.0/8) or fd.snet in (10.0.0.0/8))", connection, true],
  ],
  "intersects-throws": [
    ["fd.ip intersects (10.0.0.7)", connection, "crash"],
    ["fd.port intersects (23)", connection, "crash"],
    ["fd.proto intersects (telnet)", connection, "crash"],
    ["(fd.cport in (22, 23) or fd.sport in (22, 23))", connection, true],
  ],
  "empty-list-crashes": [
    ["fd.net in ()", connection, "crash"],
    ["fd.net intersects ()", { "fd.type": "ipv4", "fd.sip": "0.0.0.0", "fd.sport": 22 }, "crash"],
    ["proc.aname = anyof ()", process, "crash"],
  ],
  "apid-in-never-matches": [
    ["proc.apid in (1, 7)", process, false],
    ["proc.apid intersects (1, 7)", process, false],
    ["(proc.apid = 1 or proc.apid = 7)", process, true],
  ],
  "rawarg-in-never-matches": [
    ["evt.rawarg.res in (0)", { "evt.rawarg.res": 0 }, false],
    ["evt.rawarg.res = 0", { "evt.rawarg.res": 0 }, true],
  ],
  "modifier-ignored": [
    ["fd.port = anyof (22, 23)", connection, false],
    ["(fd.port = 22 or fd.port = 23)", connection, true],
    ["proc.aname = anyof (login, sshd)", process, false],
  ],
  "network-anyof-never-matches": [
    ["fd.cnet = anyof (10.0.0.0/8)", connection, false],
    ["fd.cnet != allof (10.0.0.0/8)", connection, true],
    ["fd.cnet in (10.0.0.0/8)", connection, true],
  ],
  "transformed-list-never-matches": [
    [
      "tolower(ka.req.pod.containers.image) intersects (nginx)",
      { "ka.req.pod.containers.image": ["nginx"] },
      false,
    ],
    ["tolower(ka.req.pod.containers.image) in (nginx)", { "ka.req.pod.containers.image": ["nginx"] }, false],
    [
      'join(",", tolower(ka.req.pod.containers.image)) contains nginx',
      { "ka.req.pod.containers.image": ["NGINX"] },
      true,
    ],
  ],
  "in-transformed-never-matches": [
    ["proc.name in tolower(proc.pname)", process, false],
    ["proc.name = tolower(proc.pname)", process, true],
    ["proc.name in val(proc.pname)", process, true],
  ],
  "combined-left-crashes": [
    ['concat(proc.pname, "") = val(proc.name)', process, "crash"],
    ['concat(proc.pname, "") in val(proc.name)', process, false],
    ['proc.name = concat(proc.pname, "")', process, true],
  ],
  "join-missing-number-crashes": [
    ['join("-", (proc.name, fd.num)) = x', process, "crash"],
    ['fd.num exists and join("-", (proc.name, fd.num)) = x', process, false],
  ],
  "join-raw-value": [
    ['join(":", (proc.name, fd.sport)) = "bash:443"', { ...process, "fd.sport": 443 }, false],
    ['join(":", (proc.name, proc.pid)) = "bash:443"', { ...process, "proc.pid": 443 }, true],
  ],
  "ancestors-joined": [
    ['concat(proc.aname, "-x") = "sshd-x"', process, false],
    ['concat(proc.aname, "-x") = "bash sshd systemd-x"', process, true],
  ],
  "ancestor-not-equal": [
    ["proc.aname != sshd", process, true],
    ["not proc.aname = sshd", process, false],
  ],
  "number-wraps": [
    ["fd.sport = 65559", connection, true],
    ["user.uid = 4294967296", { "user.uid": 0 }, true],
    ["proc.vmsize < -1", { "proc.vmsize": 4096 }, true],
    ["fd.sport = ''", { ...connection, "fd.sport": 0 }, true],
  ],
  "text-order": [
    ["proc.name > 9", { "proc.name": "10" }, false],
    ["proc.name > 5", process, true],
  ],
  "network-length-wraps": [
    ["fd.cnet in (192.168.0.0/256)", connection, true],
    ["fd.cnet in (10.0.0.0/288)", connection, false],
  ],
  "network-host-bits": [["fd.cnet = 10.9.9.9/8", connection, true]],
  "compared-with-na": [
    ['k8s.pod.name = "<NA>"', {}, false],
    ['k8s.pod.name != "<NA>"', {}, false],
    ["not k8s.pod.name exists", {}, true],
  ],
  "either-end-exists": [
    ["fd.ip exists", file, true],
    ["fd.net exists", file, true],
    ["fd.port exists", file, true],
    ["(fd.cip exists or fd.sip exists)", file, false],
  ],
  "regex-whole-value": [
    ["fd.name regex '^/etc/'", file, false],
    ["fd.name regex '^/etc/.*'", file, true],
    ["fd.name regex 'passwd$'", file, false],
  ],
  "regex-posix-class": [
    ["proc.name regex '[:alpha:]+'", process, false],
    ["proc.name regex '[[:alpha:]]+'", process, true],
  ],
  "regex-backspace": [["proc.name regex '\\bbash\\b'", process, false]],
  "modifier-mixed-up": [
    ["proc.name != anyof (bash, zsh)", process, true],
    ["proc.name = allof (bash, zsh)", process, false],
    ["proc.name = oneof (bash, bash)", process, false],
  ],
  "list-in-means-every": [
    ["ka.req.pod.containers.image in (xmrig)", { "ka.req.pod.containers.image": ["xmrig", "nginx"] }, false],
    [
      "ka.req.pod.containers.image intersects (xmrig)",
      { "ka.req.pod.containers.image": ["xmrig", "nginx"] },
      true,
    ],
  ],
  "not-equal-absent": [
    ["k8s.ns.name != kube-system", {}, false],
    ["not k8s.ns.name = kube-system", {}, true],
  ],
  "b64-trailing-nul": [
    ["b64(evt.buffer) = hello", { "evt.buffer": "aGVsbG8=" }, false],
    ["b64(evt.buffer) in (hello)", { "evt.buffer": "aGVsbG8=" }, false],
    ["b64(evt.buffer) endswith lo", { "evt.buffer": "aGVsbG8=" }, false],
    ["b64(evt.buffer) != hello", { "evt.buffer": "aGVsbG8=" }, true],
    ["b64(evt.buffer) startswith hello", { "evt.buffer": "aGVsbG8=" }, true],
    ["len(b64(evt.buffer)) = 6", { "evt.buffer": "aGVsbG8=" }, true],
  ],
  "operator-glued": [["proc.name includes", { "proc.name": "cludes" }, true]],
  "in-without-parentheses": [["proc.name in bash", process, true]],
  "evt-res-number": [
    ["evt.res = 0", { "evt.res": "SUCCESS", "evt.rawres": 0 }, false],
    ["evt.res != -1", { "evt.res": "EPERM", "evt.rawres": -1 }, true],
    ["evt.rawres = 0", { "evt.res": "SUCCESS", "evt.rawres": 0 }, true],
  ],
  "list-emptied-by-escape": [['proc.name in ("ba\\sh")', { "proc.name": "ba\\sh" }, false]],
  "empty-list": [
    ["proc.name in ()", process, false],
    ["proc.name startswith anyof ()", process, false],
    ["proc.name != allof ()", process, false],
  ],
  "modifier-as-text": [
    ["proc.name = anyof and proc.pname exists", { ...process, "proc.name": "anyof" }, true],
  ],
  "matches-everything": [
    ["fd.name pmatch (/)", file, true],
    ["proc.name startswith ''", process, true],
    ["proc.name contains ''", { "proc.name": "" }, true],
  ],
  "wildcard-is-literal": [
    ["fd.name in (/etc/*)", file, false],
    ["fd.name = /etc/*", file, false],
    ["fd.name glob /etc/*", file, true],
  ],
  "case-non-ascii": [
    ["fd.name icontains Ä", { "fd.name": "/ä" }, false],
    ["tolower(fd.name) = /ä", { "fd.name": "/Ä" }, false],
  ],
};

describe.each(Object.entries(claims))("falco/%s", (id, cases) => {
  it("is a rule", () => {
    expect(lintRules.map((rule) => rule.id)).toContain(`falco/${id}`);
  });

  it.each(cases)("%s", (condition, event, outcome) => {
    const { result, error } = evaluate(condition, event);
    expect(error === undefined ? result : "crash", error).toBe(outcome);
  });
});

describe("fixes", () => {
  // What Falco itself refuses is no trap: a file that does not load may have errors that no fix removes.
  const isTrap = (rule: LintRule) => !("falcoCode" in rule && rule.severity === "error");
  const fixable = lintRules.filter((rule) => rule.fixable && rule.id.startsWith("falco/") && isTrap(rule));

  it.each(fixable.map(({ id }) => id))("%s", async (id) => {
    const bad = readFileSync(path.join(import.meta.dirname, "rules", id, "bad.yaml"), "utf8");
    const before = await findings(bad, id);
    const edits = before.flatMap(({ fix }) => fix?.edits ?? []);
    expect(edits).not.toEqual([]);
    const fixed = applied(bad, edits);
    // Only what has no fix is left, and Falco still reads the file.
    expect((await findings(fixed, id)).filter(({ fix }) => fix !== undefined)).toEqual([]);
    expect(await findings(fixed, "falco/compile-condition")).toEqual([]);
  });
});

it("fixes a condition over several lines inside of a ConfigMap", async () => {
  const before = `apiVersion: v1
kind: ConfigMap
metadata: {name: rules}
data:
  rules.yaml: |
    - rule: Connection to a bad address
      desc: A connection to a bad address was made
      condition: >
        evt.type = connect and fd.ip in (198.51.100.7,
          203.0.113.9) and proc.name = nc
      output: A connection was made (command=%proc.cmdline)
      priority: NOTICE
`;
  const edits = (await findings(before, "falco/fd-ip-in-never-matches")).flatMap(
    ({ fix }) => fix?.edits ?? [],
  );
  const fixed = applied(before, edits);
  expect(fixed).toContain(`        evt.type = connect and (fd.cip in (198.51.100.7,
          203.0.113.9) or fd.sip in (198.51.100.7,
          203.0.113.9)) and proc.name = nc
`);
  expect(await findings(fixed, "falco/fd-ip-in-never-matches")).toEqual([]);
  expect(await findings(fixed, "falco/compile-condition")).toEqual([]);
});

it("offers no fix where the check is not written as a whole", async () => {
  const text = (condition: string, rest = "") => `- rule: Connection
  desc: A connection was made
  condition: ${condition}
  output: A connection was made (command=%proc.cmdline)
  priority: NOTICE
${rest}`;
  const escaped = text('"evt.type = execve and proc.name regex \\"^a\\""');
  expect((await findings(escaped, "falco/regex-whole-value")).map(({ fix }) => fix)).toEqual([undefined]);
  const exception = text(
    "evt.type = connect",
    "  exceptions: [{name: a, fields: [fd.ip, proc.name], comps: [in, =], values: [[[198.51.100.7], nc]]}]\n",
  );
  const found = await findings(exception, "falco/fd-ip-in-never-matches");
  expect(found.map(({ fix }) => fix)).toEqual([undefined]);
});

async function findings(text: string, id: string) {
  const rules = lintRules.filter((rule) => rule.id === id);
  return lint(await modelFrom({ "rules.yaml": text }), rules).findings;
}

function applied(text: string, edits: readonly Edit[]): string {
  return edited({ "rules.yaml": text }, edits)["rules.yaml"]!;
}
