import type { Location } from "../../src/project/source-text.ts";
import { linksFor } from "../../src/stack/alerts/route.ts";
import type { RulesContent } from "../../src/stack/config/rules-files.ts";
import type { Stack } from "../../src/stack/model/stack.ts";

/** One deployment as lines that a person can compare with its manifests. */
export function summary(stack: Stack): string[] {
  const { falcoVersion, rulesFiles, plugins, priority, json, engine, routes } = stack;
  return [
    `${stack.name} (${stack.kind}) in ${stack.namespace ?? "any namespace"}`,
    falcoVersion.state === "known"
      ? `Falco ${falcoVersion.value} from ${where(falcoVersion.evidence)}`
      : `Falco unknown: ${falcoVersion.why}`,
    ...(stack.config.state === "unknown" ? [`config unknown: ${stack.config.why}`] : []),
    ...rulesFiles.loaded.map(({ path, content }) => `loads ${path}: ${contentText(content)}`),
    ...rulesFiles.missing.map(({ path }) => `misses ${path}`),
    ...rulesFiles.more.map(({ why }) => `cannot tell: ${why}`),
    `engine ${engine.kind}, plugins ${plugins.map(({ name }) => name).join(" ")}`,
    `priority ${priority.minimum} from ${where(priority.location)}, ${json.on ? "JSON" : "text"}`,
    ...routes.map((route) => {
      const gap = linksFor(route, undefined).find(({ status }) => status !== "ok");
      const minimum = route.minimum === undefined ? "" : ` from ${route.minimum.priority}`;
      return `to ${route.receiver}${minimum}: ${gap === undefined ? "ok" : `${gap.status} ${gap.id}: ${gap.sentence}`}`;
    }),
  ];
}

function contentText(content: RulesContent): string {
  switch (content.kind) {
    case "source":
      return content.source.name;
    case "upstream":
      return `${content.artifact} ${content.version.state === "known" ? content.version.value : "?"}`;
    case "empty":
      return "nothing";
    case "unknown":
      return content.why;
  }
}

function where({ text, span }: Location): string {
  const { file, start } = text.locate(span);
  return `${file}:${start.line}`;
}
