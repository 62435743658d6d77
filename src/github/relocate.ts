import type { Checked } from "../result.ts";

/**
 * The same outcome with paths from the repository's top folder, as GitHub wants them, where a folder in it was
 * checked on its own.
 *
 * @param folder that was checked, from the repository's top, with `/`; empty for the top itself
 */
export function relocate(checked: Checked, folder: string): Checked {
  if (folder === "") return checked;
  const { report, context } = checked;
  const prefix = `${folder}/`;
  return {
    ...checked,
    report: withPrefix(report, prefix),
    context: {
      ...context,
      source: (file) => (file.startsWith(prefix) ? context.source(file.slice(prefix.length)) : undefined),
    },
  };
}

/** A report is plain data, in which every path is called `file`. */
function withPrefix<T>(data: T, prefix: string): T {
  const moved = (value: unknown, key: string): unknown => {
    if (key === "file" && typeof value === "string") return prefix + value;
    if (Array.isArray(value)) return value.map((item) => moved(item, ""));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, moved(field, name)]));
  };
  return moved(data, "") as T;
}
