import ignore from "ignore";
import type { Config, RuleSettings } from "./config.ts";

type RuleSetting = RuleSettings[string];

/** What the configuration says of lint rules. */
interface SettingsOfRules {
  /**
   * Of a rule in a file: the last of the overrides that has a word on it there, else the settings of all files. The rule's own id
   * goes before its category.
   */
  readonly of: (rule: string, file: string) => RuleSetting | undefined;
  /** Whether no file can have findings of a rule. */
  readonly isOff: (rule: string) => boolean;
}

export function ruleSettings(config: Config): SettingsOfRules {
  const overrides = (config.overrides ?? []).toReversed().map(({ files, rules }) => ({
    patterns: ignore().add([...files]),
    rules,
  }));
  const general = config.rules ?? {};
  return {
    of: (rule, file) => {
      for (const { patterns, rules } of overrides) {
        const setting = settingOf(rule, rules);
        if (setting !== undefined && ignore.isPathValid(file) && patterns.ignores(file)) return setting;
      }
      return settingOf(rule, general);
    },
    isOff: (rule) =>
      settingOf(rule, general) === "off" &&
      overrides.every(({ rules }) => (settingOf(rule, rules) ?? "off") === "off"),
  };
}

function settingOf(rule: string, rules: RuleSettings): RuleSetting | undefined {
  const keys = [rule, `${rule.split("/")[0]}/*`];
  const key = keys.find((candidate) => Object.hasOwn(rules, candidate));
  return key === undefined ? undefined : rules[key];
}
