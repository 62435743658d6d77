import { readProject, Text } from "../project/index.ts";
import { upstreamDetections } from "../proof/index.ts";
import { type Ruleset, reload } from "../stack/index.ts";
import { type Detector, detectorOf } from "./act.ts";

/** Whether a ruleset has a rule that the Falco project publishes, without its text. */
export function isPublished({ result }: Ruleset, name: string): boolean {
  return result.rules.some((rule) => rule.name === name && rule.external && rule.loaded);
}

/**
 * The ruleset with a rule of the same name before its files that fires on every event, so that exceptions of the published rule
 * can be loaded and evaluated. It does not load where files change what only the published text has, such as an exception of its own.
 */
export function withPlaceholder(ruleset: Ruleset, name: string): Ruleset {
  const published = ruleset.definitions.get(name)!;
  const text = [
    `- rule: ${JSON.stringify(name)}`,
    "  desc: Has the name of a published rule.",
    // A sample event has no number, so this holds on each.
    "  condition: not evt.num = 0",
    "  output: Event",
    "  priority: EMERGENCY",
    "  warn_evttypes: false",
    `  source: ${JSON.stringify(published.source)}`,
    "",
  ].join("\n");
  const [source] = readProject({ texts: [new Text("published.yaml", text)], skipped: [] }).sources;
  return reload(ruleset, [source!, ...ruleset.sources]);
}

/**
 * Tells whether a published rule fires on a scenario, by the record of what it detects, and whether an exception of the ruleset
 * hides it. Which event of the scenario it fires on is not recorded, so each counts as one that it does.
 */
export function publishedDetectorOf(name: string): Detector {
  const recorded = upstreamDetections().get(name) ?? new Set();
  const passes = detectorOf(name);
  return (ruleset, scenario) =>
    recorded.has(scenario.id.replace(/#\d+\.\d+$/, "")) && passes(ruleset, scenario);
}
