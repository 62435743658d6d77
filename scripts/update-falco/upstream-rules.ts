import { createHash } from "node:crypto";
import { type Checkout, compareReleases, SourceError } from "./checkout.ts";
import { type Definitions, RulesReader } from "./rules-file.ts";

/** A published rules file with its versions, as in `upstream-rules.json`. */
export interface RulesArtifact {
  /** Name under which falcoctl installs it. */
  readonly name: string;
  /** File name in /etc/falco where it is installed. */
  readonly file: string;
  readonly newest: string;
  /** SHA-256 of the file by version, as Falco's metrics tell it of the files that it loaded. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Versions that define something else than the one before. */
  readonly versions: readonly ({ readonly since: string } & Definitions)[];
}

const maturities = ["falco", "falco-incubating", "falco-sandbox"];
/** Plugins with rules, and the oldest version of each that a covered Falco loads. */
const withRules: readonly (readonly [plugin: string, file: string, oldest: string])[] = [
  ["k8saudit", "k8s_audit_rules.yaml", "0.7.0"],
  ["cloudtrail", "aws_cloudtrail_rules.yaml", "0.9.0"],
  ["github", "github.yaml", "0.7.0"],
  ["okta", "okta_rules.yaml", "0.7.0"],
  ["gcpaudit", "gcp_auditlog_rules.yaml", "0.1.0"],
];

/** What the rules files of the Falco project define, for the versions that Falco 0.37 and newer bring. */
export function readUpstreamRules(rules: Checkout, plugins: Checkout): RulesArtifact[] {
  return [
    ...maturities.map((name) =>
      readArtifact(rules, `${name}-rules`, `rules/${name}_rules.yaml`, `${name}-rules-`, "3.0.0"),
    ),
    ...withRules.map(([name, file, oldest]) =>
      readArtifact(plugins, `${name}-rules`, `plugins/${name}/rules/${file}`, `plugins/${name}/v`, oldest),
    ),
  ];
}

function readArtifact(
  checkout: Checkout,
  name: string,
  path: string,
  tagPrefix: string,
  oldest: string,
): RulesArtifact {
  const tagged = checkout
    .versions(tagPrefix)
    .filter(
      (version) => compareReleases(version, oldest) >= 0 && checkout.has(`${tagPrefix}${version}`, path),
    );
  const newest = tagged.at(-1);
  if (newest === undefined) throw new SourceError(`${name}: no release from ${oldest} on has ${path}`);
  const versions: ({ since: string } & Definitions)[] = [];
  const hashes: Record<string, string> = {};
  for (const since of tagged) {
    const text = checkout.read(`${tagPrefix}${since}`, path);
    hashes[since] = createHash("sha256").update(text).digest("hex");
    const definitions = new RulesReader(`${name} ${since}`).read(text);
    const { since: _, ...last } = versions.at(-1) ?? { since };
    if (JSON.stringify(last) !== JSON.stringify(definitions)) versions.push({ since, ...definitions });
  }
  return { name, file: path.slice(path.lastIndexOf("/") + 1), newest, hashes, versions };
}
