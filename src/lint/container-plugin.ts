import type { Diagnostic } from "../falco/index.ts";
import type { Ruleset } from "../stack/index.ts";

/**
 * The errors of a deployment's rules for fields of the container plugin, which it does not load. They have one cause,
 * which is the finding of `stack/container-plugin`.
 */
export function containerPluginErrors({ stack, result }: Ruleset): ReadonlySet<Diagnostic> {
  if (stack === undefined) return new Set();
  const errors = result.files.flatMap((file) => file.errors);
  return new Set(
    errors.filter(({ message }) => message.includes("the container plugin, which is not loaded")),
  );
}
