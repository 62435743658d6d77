import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "esbuild";

/**
 * Lets a bundle import names from the files that define them, where sources import them through the door of a folder.
 * When a bundle is split, all that a door leads to is loaded with it, however few names are asked for: the help would load
 * every lint rule.
 */
export const directImports: Plugin = {
  name: "direct-imports",
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => {
      const source = readFileSync(file, "utf8");
      const contents = source.replace(
        throughDoor,
        (statement, keyword: string, names: string, door: string) =>
          direct(file, statement, keyword, names, door),
      );
      return { contents, loader: "ts" };
    });
  },
};

const throughDoor = /^(import|export) \{([^}]*)\} from "(\.[^"]*\/index\.ts)";/gm;
const reExport = /^export \{([^}]*)\} from "(\.[^"]*)";/gm;

/** A name, and the name that it has where it is defined. */
interface Specifier {
  readonly name: string;
  readonly original: string;
}

function specifiers(list: string): Specifier[] {
  return list
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "" && !part.startsWith("type "))
    .map((part) => {
      const [original, name = original] = part.split(/\s+as\s+/);
      return { name: name!, original: original! };
    });
}

/** The statement as several, one for each file; the same where the door defines a name itself. */
function direct(file: string, statement: string, keyword: string, names: string, door: string): string {
  const target = path.resolve(path.dirname(file), door);
  if (!existsSync(target)) return statement;
  const own = specifiers(names).map(({ name, original }) => {
    const found = definitionOf(target, original);
    return `${keyword} { ${found.name} as ${name} } from ${JSON.stringify(found.file)};`;
  });
  // On one line, so that those below keep their numbers.
  return own.join(" ") + "\n".repeat(statement.split("\n").length - 1);
}

interface Definition {
  readonly file: string;
  readonly name: string;
}

function definitionOf(file: string, name: string): Definition {
  if (path.basename(file) !== "index.ts") return { file, name };
  const found = doorOf(file).get(name);
  return found === undefined ? { file, name } : definitionOf(found.file, found.name);
}

const doors = new Map<string, ReadonlyMap<string, Definition>>();

/** Where the names are from that a folder's `index.ts` exports. */
function doorOf(file: string): ReadonlyMap<string, Definition> {
  const known = doors.get(file);
  if (known !== undefined) return known;
  const names = new Map<string, Definition>();
  for (const [, list, from] of readFileSync(file, "utf8").matchAll(reExport)) {
    for (const { name, original } of specifiers(list!))
      names.set(name, { file: path.resolve(path.dirname(file), from!), name: original });
  }
  doors.set(file, names);
  return names;
}
