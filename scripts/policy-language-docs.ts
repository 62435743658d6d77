import { readFileSync } from "node:fs";
import path from "node:path";
import { recordTypes, subjectFields } from "../src/policy/fields.ts";

/** The page of policies, with the fields that are declared and the example file. */
export function policyLanguageDocs(root: string): readonly (readonly [string, string])[] {
  const page = readFileSync(path.join(root, "docs/policies.md"), "utf8");
  const filled = page
    .replace(
      /(<!-- file: (\S+) -->\n)[\s\S]*?(<!-- end -->)/,
      (_, before: string, file: string, after: string) =>
        `${before}\n\`\`\`yaml\n${readFileSync(path.join(root, file), "utf8")}\`\`\`\n\n${after}`,
    )
    .replace(
      /(<!-- fields -->\n)[\s\S]*?(<!-- end -->)/,
      (_, before: string, after: string) => `${before}\n${tables()}\n${after}`,
    );
  return [["docs/policies.md", filled]];
}

function tables(): string {
  const kinds = Object.entries(subjectFields).map(([kind, fields]) => table(`\`${kind}\``, fields));
  const records = Object.entries(recordTypes).map(([name, fields]) =>
    table(`An item of \`list<${name}>\``, fields),
  );
  return [...kinds, ...records].join("\n");
}

function table(
  title: string,
  fields: Readonly<Record<string, { readonly type: string; readonly means: string }>>,
): string {
  const rows = Object.entries(fields).map(
    ([name, { type, means }]) => `| \`${name}\` | \`${type}\` | ${means} |`,
  );
  return `### ${title}\n\n| field | type | what it says |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}
