import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { ControlCoverage } from "../../src/compliance/index.ts";

const folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
afterAll(() => rmSync(folder, { recursive: true }));

const manifests = (rules: string): string => `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: falco, namespace: falco}
spec:
  selector: {matchLabels: {app: falco}}
  template:
    metadata: {labels: {app: falco}}
    spec:
      containers:
        - name: falco
          image: falcosecurity/falco:0.44.1
          securityContext: {privileged: true}
          volumeMounts:
            - {name: proc, mountPath: /host/proc}
            - {name: config, mountPath: /etc/falco}
            - {name: rules, mountPath: /etc/falco/rules.d}
      volumes:
        - {name: proc, hostPath: {path: /proc}}
        - {name: config, configMap: {name: falco}}
        - {name: rules, configMap: {name: falco-rules}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: falco, namespace: falco}
data:
  falco.yaml: |
    rules_files: [/etc/falco/rules.d]
    json_output: true
    http_output: {enabled: true, url: "https://alerts.example.com/falco"}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: falco-rules, namespace: falco}
data:
  rules.yaml: |
${rules.trimEnd().replace(/^(?=.)/gm, "    ")}
`;

function rule(name: string, condition: string): string {
  return `- rule: ${name}\n  desc: A rule.\n  condition: ${condition}\n  output: "${name} (process=%proc.name)"\n  priority: CRITICAL\n`;
}

interface Case {
  readonly rules: string;
  /** A mapping of frameworks to controls to names of rules, in YAML. */
  readonly controls: string;
  readonly frameworks: string;
  readonly config?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** The controls of a workspace with these rules, by id, at the rung \`proven\`. */
async function controlsOf({ rules, controls, frameworks, config = "", files = {} }: Case) {
  const root = mkdtempSync(path.join(folder, "workspace-"));
  const all = {
    "falco.yaml": manifests(rules),
    "matrix.yaml": `version: 1\nframeworks: ${frameworks}\ncontrols: ${controls}\n`,
    "falcoverage.yaml": `version: 1\n${config}`,
    ...files,
  };
  for (const [file, content] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
  const { report } = await check([], { root, level: "proven" });
  const found = new Map<string, ControlCoverage>();
  for (const framework of report.coverage.frameworks) {
    for (const control of framework.controls) found.set(control.id, control);
  }
  return { report, control: (id: string) => found.get(id)! };
}

const tests = (name: string, fires: string, silent: string): string =>
  `rules: [falco.yaml]\ntests:\n  - rule: ${name}\n    fires: [{name: it does, event: {${fires}}}]\n    silent: [{name: it does not, event: {${silent}}}]\n`;

describe("a rule covers a control only by what it detects", () => {
  const name = "Never Seen";
  const tagged = `${rule(name, "evt.type = execve and proc.name = zzz-never-exists")}  tags: [GDPR_Art.5, GDPR_Art.32, GDPR_Art.33]\n`;

  test("one that no attack meets, tested and tagged as it may be, covers nothing", async () => {
    const { report } = await controlsOf({
      rules: tagged,
      frameworks: "[{id: gdpr}]",
      controls: "{}",
      files: {
        "tests.yaml": tests(
          name,
          "evt.type: execve, proc.name: zzz-never-exists",
          "evt.type: execve, proc.name: bash",
        ),
      },
    });
    expect(report.coverage.totals).toMatchObject({ covered: 0 });
    for (const rung of ["valid", "routed", "proven"] as const)
      expect(report.coverage.totals.rungs[rung], rung).toBe(0);
    const named = report.coverage.frameworks[0]!.controls.filter(({ rules }) => rules.length > 0);
    expect(named.length).toBeGreaterThan(0);
    for (const { rung, blockedBy } of named.filter(({ runtime }) => runtime === "detect")) {
      expect(rung).toBe("mapped");
      expect(blockedBy?.reason).toMatch(
        /^"Never Seen" fires on no reference attack of what the control asks for: /,
      );
    }
  });

  test("one that detects something else covers nothing", async () => {
    const { control } = await controlsOf({
      rules: rule("Miner", "evt.type = execve and proc.name = xmrig"),
      frameworks: "[{id: soc2, selection: [CC6.2, CC6.8]}]",
      controls: "{soc2: {CC6.2: [Miner], CC6.8: [Miner]}}",
    });
    expect(control("CC6.8").rung).toBe("routed");
    expect(control("CC6.2").rung).toBe("mapped");
  });
});

const ownFramework = {
  frameworks: "[{id: own}]",
  files: {
    "framework.yaml":
      "framework: {id: own, name: Own, version: '1'}\ncontrols:\n  - {id: own-1, title: It is seen, runtime: detect, why: It is a process., signals: [own]}\n",
  },
};

describe("events that Falco does not capture detect nothing", () => {
  const signal = `signal: own
definition: It is done.
attacks:
  - {name: it is read, technique: T1059, events: [{like: web, evt.type: read, fd.name: /own}]}
  - {name: it is opened, technique: T1059, events: [{like: web, evt.type: openat, fd.name: /own}]}
`;
  const workspace = (condition: string, base: string) => ({
    ...ownFramework,
    rules: rule("Own", condition),
    controls: "{own: {own-1: [Own]}}",
    files: {
      ...ownFramework.files,
      "signal.yaml": signal,
      "falco.yaml": manifests(rule("Own", condition)).replace(
        "    json_output: true",
        `    json_output: true\n    base_syscalls: ${base}`,
      ),
    },
  });

  test("a rule on nothing else is not enabled", async () => {
    const one = await controlsOf(
      workspace("evt.type = openat and fd.name = /own", "{custom_set: ['!openat']}"),
    );
    expect(one.control("own-1")).toMatchObject({
      rung: "valid",
      blockedBy: {
        rung: "enabled",
        reason: expect.stringContaining('"Own" can never fire in falco/falco. `base_syscalls.custom_set`'),
      },
    });
  });

  test.each([
    ["{custom_set: ['!openat']}", ["it is read", "it is opened"]],
    ["{all: true, custom_set: ['!openat']}", ["it is opened"]],
    ["{all: false}", ["it is read"]],
    ["{all: true}", []],
  ])("with %s attacks on other events alone are detected", async (base, missed) => {
    const { report } = await controlsOf(
      workspace("evt.type in (read, openat, close) and fd.name = /own", base),
    );
    const [signals] = report.coverage.signals!;
    expect(signals!.attacks.flatMap(({ name, rules }) => (rules.length === 0 ? [name] : []))).toEqual(missed);
  });
});

describe("an alert pages", () => {
  const everyday = `signal: own
definition: It is done.
attacks: [{name: it, technique: T1059, events: [{like: web, evt.type: execve, proc.exepath: /own}]}]
everyday: [{name: their own, who: its owner, events: [{like: web, evt.type: execve, proc.exepath: /own}]}]
`;
  const sidekick = (env: string) => `---
apiVersion: v1
kind: Service
metadata: {name: falcosidekick, namespace: falco}
spec: {selector: {app: sidekick}, ports: [{port: 2801}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: falcosidekick, namespace: falco}
spec:
  selector: {matchLabels: {app: sidekick}}
  template:
    metadata: {labels: {app: sidekick}}
    spec:
      containers:
        - {name: falcosidekick, image: "falcosecurity/falcosidekick:2.32.0", ports: [{containerPort: 2801}], env: ${env}}
`;
  const pagesOf = async (env: string | undefined, priority = "CRITICAL") => {
    const text = rule("Own", "evt.type = execve and proc.name = own").replace("CRITICAL", priority);
    const deployed =
      env === undefined
        ? manifests(text)
        : manifests(text).replace("https://alerts.example.com/falco", "http://falcosidekick:2801") +
          sidekick(env);
    const { report } = await controlsOf({
      ...ownFramework,
      rules: text,
      controls: "{own: {own-1: [Own]}}",
      files: { ...ownFramework.files, "signal.yaml": everyday, "falco.yaml": deployed },
    });
    const [signal] = report.coverage.signals!;
    return [signal!.everyday[0]!.rules[0]?.pages, report.coverage.pagingAssumed];
  };

  test.each([
    ["whose output calls people", "[{name: PAGERDUTY_ROUTINGKEY, value: 8f3d2c1b}]", [true, undefined]],
    [
      "only above the minimum of that output",
      "[{name: PAGERDUTY_ROUTINGKEY, value: 8f3d2c1b}, {name: PAGERDUTY_MINIMUMPRIORITY, value: emergency}, {name: SLACK_WEBHOOKURL, value: 'https://hooks.slack.com/services/T0/B0/x1'}]",
      [false, undefined],
    ],
    [
      "by its priority where no output calls people",
      "[{name: SLACK_WEBHOOKURL, value: 'https://hooks.slack.com/services/T0/B0/x1'}]",
      [true, true],
    ],
    ["by its priority where no falcosidekick is known", undefined, [true, true]],
    [
      "where Alertmanager takes an alert that is urgent",
      "[{name: ALERTMANAGER_HOSTPORT, value: 'http://alertmanager:9093'}]",
      [true, undefined],
    ],
  ])("%s", async (_, env, expected) => {
    expect(await pagesOf(env)).toEqual(expected);
  });

  test("not where Alertmanager takes a warning, which its own routes keep from people", async () => {
    const env = "[{name: ALERTMANAGER_HOSTPORT, value: 'http://alertmanager:9093'}]";
    expect(await pagesOf(env, "WARNING")).toEqual([false, undefined]);
  });
});

test("all values of the organisation count: of attacks each, of everyday events any", async () => {
  const signal = `signal: own
definition: It is done.
attacks: [{name: it, technique: T1059, events: [{like: web, evt.type: execve, container.image.repository: "\${approved-image}/x"}]}]
everyday: [{name: it, who: us, events: [{like: web, evt.type: execve, container.image.repository: "\${approved-image}/x"}]}]
`;
  const { report } = await controlsOf({
    ...ownFramework,
    rules: "",
    controls: "{own: {own-1: [Own]}}",
    config: "organisation: {approved-images: [a.example.com, b.example.com]}\n",
    files: {
      ...ownFramework.files,
      "signal.yaml": signal,
      "falco.yaml": manifests(
        rule("Own", "evt.type = execve and container.image.repository startswith b.example.com"),
      ).replace(
        "    json_output: true",
        "    load_plugins: [container]\n    plugins: [{name: container, library_path: libcontainer.so}]\n    json_output: true",
      ),
    },
  });
  const [measured] = report.coverage.signals!;
  expect(measured!.attacks[0]!.rules).toEqual([]);
  expect(measured!.everyday[0]!.rules.map(({ name }) => name)).toEqual(["Own"]);
});

describe("regulated data", () => {
  const paths = (where: string) =>
    rule(
      "Records Read",
      `evt.type in (open, openat, openat2) and evt.is_open_read = true and fd.name startswith ${where}`,
    );
  const workspace = (where: string, organisation: string) => ({
    rules: paths(where),
    frameworks: "[{id: hipaa}]",
    controls: '{hipaa: {"164.312(a)(1)": [Records Read]}}',
    config: organisation === "" ? "" : `organisation: {phi-paths: [${organisation}]}\nmin-breadth: 0\n`,
    files: {
      "tests.yaml": tests(
        "Records Read",
        `evt.type: openat, evt.is_open_read: true, fd.name: ${where}/1`,
        "evt.type: openat, evt.is_open_read: true, fd.name: /other",
      ),
    },
  });

  test("in a path that the rules do not watch is not protected", async () => {
    const { control } = await controlsOf(workspace("/does-not-exist", "/srv/clinic"));
    expect(control("164.312(a)(1)").rung).toBe("mapped");
  });

  test("in the path that they watch is", async () => {
    const { control } = await controlsOf(workspace("/srv/clinic", "/srv/clinic"));
    expect(control("164.312(a)(1)").rung).toBe("proven");
  });

  test("in two paths of which they watch one is not detected", async () => {
    const { control } = await controlsOf(workspace("/srv/clinic", "/srv/clinic, /srv/lab"));
    expect(control("164.312(a)(1)").rung).toBe("mapped");
  });

  test("in a path that is only a placeholder blocks the control", async () => {
    const { control } = await controlsOf(workspace("/srv/phi", ""));
    const { rung, blockedBy } = control("164.312(a)(1)");
    expect(rung).toBe("routed");
    expect(blockedBy).toMatchObject({
      rung: "proven",
      reason: expect.stringContaining(
        "The path /srv/phi is a placeholder: set `organisation: {phi-paths: [...]}`",
      ),
    });
  });
});

describe("breadth", () => {
  const miner = {
    rules: rule("Miner", "evt.type = execve and proc.name = xmrig"),
    frameworks: "[{id: pci-dss}]",
    controls: '{pci-dss: {"5.2.2": [Miner]}}',
    files: {
      "tests.yaml": tests("Miner", "evt.type: execve, proc.name: xmrig", "evt.type: execve, proc.name: bash"),
    },
  };

  test("is the share of the attacks, and below the least one a control is not proven", async () => {
    const { control, report } = await controlsOf(miner);
    const { rung, breadth, signals, blockedBy } = control("5.2.2");
    expect(rung).toBe("routed");
    expect(breadth!.detected).toBeGreaterThan(0);
    expect(breadth!.detected).toBeLessThan(breadth!.attacks);
    expect(breadth!.percent).toBe(Math.floor((breadth!.detected * 100) / breadth!.attacks));
    const missed = signals!.flatMap(({ missed }) => missed);
    expect(missed.length).toBe(breadth!.attacks - breadth!.detected);
    expect(blockedBy?.reason).toMatch(
      /^Its rules detect \d+ of \d+ reference attacks \(\d+%\), and 50% are required: of /,
    );
    const cryptominer = report.coverage.signals!.find(({ id }) => id === "cryptominer")!;
    expect(cryptominer.attacks.some(({ rules }) => rules.includes("Miner"))).toBe(true);
  });

  test("has a least one that is the reader's to set", async () => {
    const { control } = await controlsOf({ ...miner, config: "min-breadth: 1\n" });
    expect(control("5.2.2").rung).toBe("proven");
  });

  test("grows by the attacks of one's own, in one's own words", async () => {
    const { control, report } = await controlsOf({
      rules: rule("Vault Dumped", "evt.type = execve and proc.cmdline contains dump-vault"),
      frameworks: "[{id: house}]",
      controls: "{house: {H1: [Vault Dumped]}}",
      config: "frameworks: [house.yaml]\n",
      files: {
        "house.yaml":
          "framework: {id: house, name: House, version: 1}\ncontrols:\n  - {id: H1, title: The vault, runtime: detect, shows: that the vault is dumped, does_not_show: by whom, signals: [vault-dump]}\n",
        "vault.yaml": `signal: vault-dump
definition: The vault is dumped.
attacks:
  - name: by its own tool
    technique: T1555
    events: [{like: [web, exec-session], evt.type: execve, proc.exepath: /usr/bin/vaultctl, proc.args: dump-vault}]
  - name: as an alert of last year showed
    technique: T1555
    events:
      - json: '{"source": "syscall", "output_fields": {"evt.type": "execve", "proc.cmdline": "sh -c dump-vault"}}'
everyday:
  - name: the nightly backup
    who: the vault's operator
    events: [{like: backup-job, evt.type: execve, proc.exepath: /usr/bin/vaultctl, proc.args: dump-vault --encrypted}]
`,
      },
    });
    expect(report.findings.filter((finding) => /^(?:matrix|signals)\//.test(finding.rule))).toEqual([]);
    expect(control("H1")).toMatchObject({
      why: "Shows that the vault is dumped; does not show by whom.",
      breadth: { attacks: 2, detected: 2, percent: 100 },
    });
    expect(report.coverage.signals).toMatchObject([
      { id: "vault-dump", everyday: [{ rules: [{ name: "Vault Dumped", priority: "Critical" }] }] },
    ]);
  });
});

test("a part of a control is counted apart", async () => {
  const { report, control } = await controlsOf({
    rules: rule("Miner", "evt.type = execve and proc.name = xmrig"),
    frameworks: "[{id: house}]",
    controls: "{house: {H1: [Miner], H2: [Miner]}}",
    config: "frameworks: [house.yaml]\nmin-breadth: 0\n",
    files: {
      "house.yaml":
        "framework: {id: house, name: House, version: 1}\ncontrols:\n  - {id: H1, title: Miners, runtime: detect, shows: miners, signals: [cryptominer]}\n  - {id: H2, title: Waste, runtime: partial, part: of power, shows: miners, does_not_show: lamps, signals: [cryptominer]}\n",
      "tests.yaml": tests("Miner", "evt.type: execve, proc.name: xmrig", "evt.type: execve, proc.name: bash"),
    },
  });
  expect(control("H2")).toMatchObject({ runtime: "partial", part: "of power", rung: "proven" });
  expect(report.coverage.frameworks[0]!.totals).toMatchObject({
    detect: { total: 1, covered: 1 },
    partial: { total: 1, covered: 1 },
  });
  expect(report.coverage.totals.total).toBe(1);
});
