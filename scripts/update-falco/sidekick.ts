import { type Checkout, SourceError } from "./checkout.ts";
import { entriesOf, readTable } from "./table.ts";

/** An output of falcosidekick, as in `falcosidekick.json`; names and keys in lower case. */
export interface OutputRow {
  readonly output: string;
  readonly keys: readonly string[];
}

export interface Sidekick {
  readonly version: string;
  /** Keys that belong to no output. */
  readonly settings: readonly string[];
  readonly outputs: readonly OutputRow[];
}

/** Parts of the configuration that are no outputs. */
const general = new Set(["mutualtlsclient", "prometheus", "tlsclient", "tlsserver"]);

/**
 * The newest release of falcosidekick. Sources: the types of its configuration, and the defaults that it sets, as a
 * variable of the environment counts only where a key has one.
 */
export function readSidekick(sidekick: Checkout): Sidekick {
  const version = sidekick.versions("").at(-1);
  if (version === undefined) throw new SourceError("falcosidekick: no release is tagged");
  const where = `falcosidekick ${version}`;
  const config = sidekick.read(version, "config.go");
  const calls = callKeys(config);
  const families = new Set(calls.filter((key) => key.length === 3).map(([family]) => family));
  const types = typeKeys(sidekick.read(version, "types/types.go"), `${where}: types/types.go`);
  const known = new Set(types.map(([first]) => first));
  const defaults = [...tableKeys(config, `${where}: config.go`), ...calls];
  const outputs = new Map<string, Set<string>>();
  const settings = new Set<string>();
  for (const key of [...types, ...defaults.filter(([first]) => known.has(first))]) {
    const depth = families.has(key[0]!) ? 2 : 1;
    if (key.length <= depth || general.has(key[0]!)) settings.add(key.join("."));
    else {
      const output = key.slice(0, depth).join(".");
      outputs.set(output, (outputs.get(output) ?? new Set()).add(key.slice(depth).join(".")));
    }
  }
  return {
    version,
    settings: [...settings].sort(),
    outputs: [...outputs]
      .map(([output, keys]) => ({ output, keys: [...keys].sort() }))
      .sort((a, b) => (a.output < b.output ? -1 : 1)),
  };
}

/** Keys of the tables of defaults, as paths. */
function tableKeys(source: string, where: string): string[][] {
  const table = (name: string, type: string) => readTable(source, `var ${name} = ${type}{`, where);
  const outputs = (name: string) => table(name, "map[string]map[string]any");
  const shared = table("commonHttpOutputDefaults", "map[string]any").map(({ key }) => key!.toLowerCase());
  const keysOf = (name: string, more: readonly string[]) =>
    outputs(name).flatMap(({ key, value }) => {
      const own = entriesOf(value, where).map((entry) => entry.key!.toLowerCase());
      return [...own, ...more].map((name) => [key!.toLowerCase(), name]);
    });
  return [...keysOf("httpOutputDefaults", shared), ...keysOf("outputDefaults", [])];
}

/** Keys that calls of the configuration library set or read. */
function callKeys(source: string): string[][] {
  const calls = source.matchAll(/\bv\.(?:SetDefault|GetString(?:Slice|MapString))\("([\w.]+)"/g);
  return [...calls].map(([, key]) => key!.toLowerCase().split("."));
}

/** Keys of the type `Configuration`; fields of types that no configuration file can hold are the program's own. */
function typeKeys(source: string, where: string): string[][] {
  const structs = new Map(
    [...source.matchAll(/^type (\w+) struct \{\n([\s\S]*?)^\}/gm)].map(([, name, body]) => [name!, body!]),
  );
  const keysOf = (type: string): string[][] =>
    (structs.get(type) ?? "").split("\n").flatMap((line) => {
      const [, name, fieldType] = /^\t(\w+) +(\S+)/.exec(line) ?? [];
      // Falcosidekick itself fills lists, from the text of the key without that ending.
      if (name === undefined || fieldType === undefined || name.endsWith("List")) return [];
      if (fieldType.startsWith('`mapstructure:",squash"`')) return keysOf(name);
      if (structs.has(fieldType)) return keysOf(fieldType).map((rest) => [name.toLowerCase(), ...rest]);
      return /^(?:string|bool|u?int\d*|time\.Duration|\[\]string|map\[.*)$/.test(fieldType)
        ? [[name.toLowerCase()]]
        : [];
    });
  if (!structs.has("Configuration")) throw new SourceError(`${where}: there is no type Configuration`);
  return keysOf("Configuration");
}
