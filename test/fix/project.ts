import { applyFixes, type Files, type Fixed } from "../../src/fix/index.ts";
import { type Finding, lint, lintRules } from "../../src/lint/index.ts";
import { modelFrom } from "../lint/model.ts";

/** Rules about texts of rules files; those about whole deployments say other things of other files. */
const rules = lintRules.filter(({ id }) => !id.startsWith("kubernetes/"));

export async function readingOf(files: Files) {
  const model = await modelFrom(Object.fromEntries(files));
  return { findings: lint(model, rules).findings, rulesets: model.rulesets };
}

/** Applies the fixes to files that are given by name. */
export async function fixed(
  given: Readonly<Record<string, string>>,
  { unsafe = false, only }: { readonly unsafe?: boolean; readonly only?: (finding: Finding) => boolean } = {},
): Promise<Fixed & { readonly texts: Readonly<Record<string, string>> }> {
  const files = new Map(Object.entries(given));
  const result = await applyFixes(files, {
    unsafe,
    read: async (changed) => {
      const reading = await readingOf(new Map([...files, ...changed]));
      return only === undefined ? reading : { ...reading, findings: reading.findings.filter(only) };
    },
  });
  return { ...result, texts: Object.fromEntries([...files, ...result.files]) };
}
