import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { items, parseYaml, Text } from "../src/project/index.ts";
import { definitionHash } from "../src/stack/upstream/definition-hash.ts";

/*
 * Makes src/stack/upstream/data/definition-hashes.json: for every definition that a published rules file of the Falco
 * project ever had, a hash of it and the releases that have it. Copies in other repositories are recognised by these.
 *
 *   npx tsx scripts/upstream-definitions.ts CHECKOUT_OF_FALCO CHECKOUT_OF_RULES CHECKOUT_OF_PLUGINS
 */

const [falcoCheckout, rulesCheckout, pluginsCheckout] = process.argv.slice(2);
if (falcoCheckout === undefined || rulesCheckout === undefined || pluginsCheckout === undefined) {
  process.stderr.write(
    "usage: upstream-definitions.ts FALCO RULES PLUGINS (checkouts with history and tags)\n",
  );
  process.exit(2);
}

/** One file in one repository, under the tags that release it. */
interface Origin {
  readonly checkout: string;
  readonly path: string;
  /** What stands before the version in a tag. */
  readonly tagPrefixes: readonly string[];
  /** What people call the release: the version of Falco, or that of the file itself. */
  readonly label: (version: string) => string;
}

interface File {
  readonly name: string;
  /** From the oldest to the newest. */
  readonly origins: readonly Origin[];
}

const ofFalco = (name: string): Origin => ({
  checkout: falcoCheckout,
  path: `rules/${name}`,
  tagPrefixes: ["", "v"],
  label: (version) => `Falco ${version}`,
});
const ofRules = (artifact: string, path: string): Origin => ({
  checkout: rulesCheckout,
  path,
  tagPrefixes: [`${artifact}-`],
  label: (version) => version,
});
const ofPlugin = (plugin: string, name: string): Origin => ({
  checkout: pluginsCheckout,
  path: `plugins/${plugin}/rules/${name}`,
  tagPrefixes: [`${plugin}-`, `plugins/${plugin}/v`],
  label: (version) => version,
});

const files: readonly File[] = [
  {
    name: "falco_rules.yaml",
    origins: [ofFalco("falco_rules.yaml"), ofRules("falco-rules", "rules/falco_rules.yaml")],
  },
  {
    name: "falco-incubating_rules.yaml",
    origins: [ofRules("falco-incubating-rules", "rules/falco-incubating_rules.yaml")],
  },
  {
    name: "falco-sandbox_rules.yaml",
    origins: [ofRules("falco-sandbox-rules", "rules/falco-sandbox_rules.yaml")],
  },
  {
    name: "falco-deprecated_rules.yaml",
    origins: [
      ofRules("falco-deprecated-rules", "rules/falco-deprecated_rules.yaml"),
      ofRules("falco-deprecated-rules", "archive/falco-deprecated_rules.yaml"),
    ],
  },
  {
    name: "application_rules.yaml",
    origins: [
      ofFalco("application_rules.yaml"),
      ofRules("application-rules", "archive/application_rules.yaml"),
    ],
  },
  {
    name: "k8s_audit_rules.yaml",
    origins: [ofFalco("k8s_audit_rules.yaml"), ofPlugin("k8saudit", "k8s_audit_rules.yaml")],
  },
  { name: "k8s_audit_rules_gke.yaml", origins: [ofPlugin("k8saudit-gke", "k8s_audit_rules_gke.yaml")] },
  {
    name: "aws_cloudtrail_rules.yaml",
    origins: [ofFalco("aws_cloudtrail_rules.yaml"), ofPlugin("cloudtrail", "aws_cloudtrail_rules.yaml")],
  },
  { name: "github.yaml", origins: [ofPlugin("github", "github.yaml")] },
  { name: "okta_rules.yaml", origins: [ofFalco("okta_rules.yaml"), ofPlugin("okta", "okta_rules.yaml")] },
  { name: "gcp_auditlog_rules.yaml", origins: [ofPlugin("gcpaudit", "gcp_auditlog_rules.yaml")] },
];

function git(checkout: string, ...args: string[]): string {
  return execFileSync("git", ["-C", checkout, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
}

interface Release {
  readonly label: string;
  readonly time: number;
}

const numbers = (version: string): number[] => version.split(".").map(Number);

/** Releases in the order of their versions. */
function releasesOf({ checkout, tagPrefixes, label }: Origin): Release[] {
  const lines = git(checkout, "tag", "--list", "--format=%(refname:short) %(creatordate:unix)").split("\n");
  const found = lines.flatMap((line) => {
    const [tag = "", time] = line.split(" ");
    const prefix = tagPrefixes.find(
      (candidate) => /^\d+\.\d+\.\d+$/.test(tag.slice(candidate.length)) && tag.startsWith(candidate),
    );
    return prefix === undefined ? [] : [{ version: tag.slice(prefix.length), time: Number(time) }];
  });
  found.sort((a, b) => {
    const [left, right] = [numbers(a.version), numbers(b.version)];
    return left.map((part, i) => part - right[i]!).find((difference) => difference !== 0) ?? 0;
  });
  return found.map(({ version, time }) => ({ label: label(version), time }));
}

/** Every text that the file had, with the time of its commit. */
function revisionsOf({ checkout, path }: Origin): { content: string; time: number }[] {
  const lines = git(checkout, "log", "--format=%H %ct", "HEAD", "--", path).split("\n").filter(Boolean);
  return lines.flatMap((line) => {
    const [commit, time] = line.split(" ");
    try {
      return [{ content: git(checkout, "show", `${commit}:${path}`), time: Number(time) }];
    } catch {
      return [];
    }
  });
}

/** For each hash the first and the last release that has it, as indices. */
function read({ name, origins }: File) {
  const releases: string[] = [];
  const spans = new Map<string, [first: number, last: number]>();
  const seen = new Set<string>();
  for (const origin of origins) {
    const own = releasesOf(origin);
    const offset = releases.length;
    const revisions = revisionsOf(origin);
    const newest = Math.max(...revisions.map(({ time }) => time));
    // A file that was given up is in no release after that.
    const kept = own.filter(({ time }, i) => i === 0 || own[i - 1]!.time <= newest || time <= newest);
    for (const { content, time } of revisions) {
      if (seen.has(content)) continue;
      seen.add(content);
      const next = kept.findIndex((release) => release.time >= time);
      const index = offset + (next === -1 ? kept.length - 1 : next);
      for (const { root } of parseYaml(new Text(name, content)))
        for (const item of items(root)) {
          const hash = definitionHash(item);
          const span = spans.get(hash);
          spans.set(
            hash,
            span === undefined ? [index, index] : [Math.min(span[0], index), Math.max(span[1], index)],
          );
        }
    }
    releases.push(...kept.map(({ label }) => label));
  }
  return { name, releases, definitions: grouped(spans) };
}

/** Hashes by the releases that have them, one after the other: they all have the same length. */
function grouped(spans: ReadonlyMap<string, readonly [number, number]>): Record<string, string> {
  const groups = new Map<string, string[]>();
  for (const [hash, [first, last]] of spans) {
    const key = `${first}-${last}`;
    groups.set(key, [...(groups.get(key) ?? []), hash]);
  }
  const entries = [...groups].map(([key, hashes]) => [key, hashes.sort().join("")] as const);
  const order = ([key]: readonly [string, string]): number => {
    const [first = 0, last = 0] = key.split("-").map(Number);
    return first * 1000 + last;
  };
  return Object.fromEntries(entries.sort((a, b) => order(a) - order(b)));
}

const table = files.map(read);
for (const { name, releases, definitions } of table) {
  const count = Object.values(definitions).join("").length / 11;
  process.stdout.write(`${name}: ${count} definitions in ${releases.length} releases\n`);
}
writeFileSync("src/stack/upstream/data/definition-hashes.json", `${JSON.stringify(table, undefined, 1)}\n`);
