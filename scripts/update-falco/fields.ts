import { type Checkout, SourceError } from "./checkout.ts";
import { entriesOf, namesOf, readTable, textOf, type Value } from "./table.ts";

/** A field of the core engine, as in `fields.json`. */
export interface FieldRow {
  readonly name: string;
  readonly type: string;
  readonly flags?: readonly string[];
  /** Whether events of every source have it. */
  readonly generic?: true;
}

const folder = "userspace/libsinsp";

/** The fields of a release of libs: the tables of the checks that it registers. */
export function readFields(libs: Checkout, version: string): FieldRow[] {
  const registry = libs.read(version, `${folder}/filter_check_list.cpp`);
  const checks = [...registry.matchAll(/add_filter_check\([^;]*?sinsp_filter_check_(\w+)\b/g)];
  if (checks.length === 0) throw new SourceError(`libs ${version}: no check of fields is registered`);
  return checks.flatMap(([, check]) => fieldsOf(libs, version, check!));
}

function fieldsOf(libs: Checkout, version: string, check: string): FieldRow[] {
  const path = `${folder}/sinsp_filtercheck_${check}.cpp`;
  const where = `libs ${version}: ${path}`;
  const rows = readTable(libs.read(version, path), "filtercheck_field_info NAME[] = {", where);
  return rows.map(({ value }) => {
    const [type, flags, , name] = entriesOf(value, where);
    const kept = namesOf(flags?.value, where).flatMap((flag) =>
      flag === "EPF_NONE" ? [] : [withoutPrefix(flag, "EPF_", where)],
    );
    return {
      name: textOf(name?.value, where),
      type: typeOf(type?.value, where),
      ...(kept.length > 0 && { flags: kept }),
      ...(check === "gen_event" && { generic: true }),
    };
  });
}

/** A type as the engine prints it. */
export function typeOf(value: Value | undefined, where: string): string {
  const type = withoutPrefix(namesOf(value, where)[0]!, "PT_", where);
  return type === "DYN" ? "DYNAMIC" : type;
}

/** A constant's name without what the names of its kind start with. */
export function withoutPrefix(name: string, prefix: string, where: string): string {
  if (!name.startsWith(prefix)) throw new SourceError(`${where}: \`${name}\` does not start with ${prefix}`);
  return name.slice(prefix.length);
}
