/**
 * falcosidekick does not know a variable, or a key of its configuration file.
 *
 * ## Why
 *
 * It goes on without it: an output that you think is on stays off, or its minimum priority is not the one you
 * wrote.
 *
 * ## Instead
 *
 * Write the name that falcosidekick has: `SLACK_WEBHOOKURL`, `SLACK_MINIMUMPRIORITY`.
 *
 * ## Notes
 *
 * Names are those of falcosidekick 2.34. Variables that resemble none of them are not reported.
 */

import { nearest } from "../../../project/index.ts";
import { isKnownKey, knownKeys, knownOutputs, sidekicks, variableNames } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";
import { didYouMean, writeInstead } from "../../spelling.ts";

const outputNames = new Set(knownOutputs.map(({ output }) => output.split(".")[0]!.toUpperCase()));
/** Prefixes that other programs in the container read, too. */
const shared = /^(?:AWS|AZURE|GOOGLE|GCP|OTEL|OTLP|KUBERNETES|HTTP|HTTPS|NO)_/;

const rule: LintRule = {
  id: "sidekick/unknown-setting",
  severity: "warning",
  confidence: "high",
  summary: "falcosidekick does not know a variable or key of its configuration",
  fixable: true,
  *check({ stacks }) {
    for (const { settings } of sidekicks(stacks)) {
      for (const { key, value, location } of settings) {
        // What is empty does nothing under any name; charts write all that they have.
        if (isKnownKey(key) || (value.kind === "text" && value.text === "")) continue;
        const isVariable = /^[A-Z0-9_]+$/.test(key);
        const near = nearest(key, isVariable ? variableNames : knownKeys);
        // A variable that resembles none of falcosidekick's may be meant for something else.
        if (isVariable && near === undefined && (shared.test(key) || !outputNames.has(key.split("_")[0]!)))
          continue;
        yield {
          at: location,
          message: `falcosidekick has no setting "${key}"${didYouMean(near)}`,
          help: "falcosidekick ignores it, so an output may stay off, or send more or less than it should.",
          ...writeInstead(isVariable ? near : undefined, location),
        };
      }
    }
  },
};

export default rule;
