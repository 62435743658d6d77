import { applyFixes, type Fixable, withFixes } from "../../src/fix/index.ts";
import { type Checked, read } from "./check.ts";
import type { Input, PlaygroundFile } from "./protocol.ts";

/** The files that the fix of one finding changes. */
export function fixOne({ findings }: Checked, { files }: Input, fingerprint: string): PlaygroundFile[] {
  const found = findings.find(
    (finding): finding is Fixable => finding.fingerprint === fingerprint && finding.fix !== undefined,
  );
  return found === undefined ? [] : changed(withFixes([found], textsOf(files)));
}

/** The files that all fixes change which are proven to change no rule. */
export async function fixAll(input: Input): Promise<PlaygroundFile[]> {
  const { files } = await applyFixes(textsOf(input.files), {
    unsafe: false,
    read: async (texts) => {
      const now = input.files.map(({ name, text }) => ({ name, text: texts.get(name) ?? text }));
      const { findings, ruleset } = await read({ ...input, files: now });
      return { findings, rulesets: [ruleset] };
    },
  });
  return changed(files);
}

function textsOf(files: readonly PlaygroundFile[]): Map<string, string> {
  return new Map(files.map(({ name, text }) => [name, text]));
}

function changed(texts: ReadonlyMap<string, string>): PlaygroundFile[] {
  return [...texts].map(([name, text]) => ({ name, text }));
}
