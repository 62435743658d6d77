import { knownValue } from "../evidence/index.ts";
import type { Stack } from "../model/index.ts";
import type { StartFailure } from "./start-failure.ts";

/** Plugins that Falco is to load and cannot, for which it ends. */
export function missingPlugins({ plugins, config }: Stack): StartFailure[] {
  if (config.state === "unknown") return [];
  return plugins.flatMap(({ name, location, configured, library }) => {
    if (!configured)
      return [
        {
          location,
          sentence: `load_plugins names "${name}", which has no item under plugins, so Falco does not start.`,
          help: "Add the item under plugins, or remove the name.",
        },
      ];
    if (knownValue(library) !== false) return [];
    return [
      {
        location,
        sentence: `The library of the plugin "${name}" is neither in the image nor installed, so Falco does not start.`,
        help: `Install it with falcoctl in an init container: falcoctl artifact install ${name}:<version>.`,
      },
    ];
  });
}
