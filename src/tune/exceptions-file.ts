import { identityFields } from "./identity.ts";
import type { ProposedException } from "./search.ts";

/** An exception with the name that it has in the file. */
export interface NamedException extends ProposedException {
  readonly name: string;
}

/** Names for exceptions that none of the rule has yet. */
export function named(
  exceptions: readonly ProposedException[],
  taken: ReadonlySet<string>,
): readonly NamedException[] {
  const names = new Set(taken);
  return exceptions.map((exception) => {
    const short = exception.fields.map((field) => identityFields.get(field)!.short);
    const base = `tuned_${[...new Set(short)].join("_")}`;
    let name = base;
    for (let number = 2; names.has(name); number++) name = `${base}_${number}`;
    names.add(name);
    return { ...exception, name };
  });
}

/** A rules file that adds exceptions to a rule, to be loaded after the file with the rule. Texts are quoted as JSON is, which YAML reads. */
export function exceptionsFile(rule: string, exceptions: readonly NamedException[]): string {
  const lines = exceptions.flatMap(({ name, fields, tuples }) => [
    `    - name: ${name}`,
    `      fields: [${fields.join(", ")}]`,
    `      comps: [${fields.map(() => '"="').join(", ")}]`,
    "      values:",
    ...tuples.map(
      (tuple) => `        - [${[...tuple.values()].map((value) => JSON.stringify(value)).join(", ")}]`,
    ),
  ]);
  return [
    `- rule: ${JSON.stringify(rule)}`,
    "  exceptions:",
    ...lines,
    "  override:",
    "    exceptions: append",
    "",
  ].join("\n");
}
