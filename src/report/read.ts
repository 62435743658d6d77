import path from "node:path";
import { readNamed, UsageError } from "../project/index.ts";
import type { Report } from "./report.ts";

const maxBytes = 256 * 1024 * 1024;

/**
 * Reads a report that `check --format json` wrote.
 *
 * @throws UsageError when the file cannot be read, or is not such a report
 */
export async function readReport(root: string, file: string): Promise<Report> {
  const data = parse(file, read(root, file));
  const version = (data as { version?: unknown } | null)?.version;
  if (typeof version === "number" && version !== 1)
    throw refused(file, `is a report of version ${version}, and this falcoverage reads version 1`);
  // The largest of the schemas, and most checks read no report.
  const { default: isReport } = await import("../../schemas/report.schema.json?validator");
  if (isReport(data)) return data as Report;
  const [error] = isReport.errors ?? [];
  throw refused(
    file,
    `is not a report of this falcoverage (${error?.instancePath || "/"} ${error?.message})`,
  );
}

function read(root: string, file: string): string {
  const read = readNamed(path.resolve(root, file), maxBytes);
  if (read.kind === "text") return read.content;
  throw refused(file, read.kind === "missing" ? "is not there" : `is ${read.reason}`);
}

function parse(file: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw refused(file, "is not JSON");
  }
}

function refused(file: string, why: string): UsageError {
  return new UsageError(`${file} ${why}: make it with \`falcoverage check --format json --output FILE\`.`);
}
