import { deploymentFeatures, newestVersion } from "../../falco/index.ts";
import { idleProgram, isMoving } from "../cluster/index.ts";
import type { FalcoCommand } from "../config/index.ts";
import { knownValue } from "../evidence/index.ts";
import type { Stack } from "../model/index.ts";
import type { StartFailure } from "./start-failure.ts";

/** Options that the deployed version does not know, at which it ends. */
export function unknownOptions({ command, falcoVersion, image }: Stack): StartFailure[] {
  // Behind a tag that moves there is the newest.
  const newest = image !== undefined && isMoving(image) ? newestVersion.falco : undefined;
  const version = knownValue(falcoVersion) ?? newest;
  if (version === undefined || !startsFalco(command)) return [];
  const { removedOptions, options } = deploymentFeatures(version);
  return [...command.flags].flatMap(([option, location]) => {
    const written = optionName(option);
    const removed = removedOptions.find((row) => row.option === option);
    if (removed !== undefined)
      return [
        {
          location,
          sentence: `Falco ${version} does not know ${written}, which was removed in ${removed.removedIn}, and does not start.`,
          help: `Use ${removed.instead}.`,
        },
      ];
    if (options.has(option)) return [];
    return [
      {
        location,
        sentence: `Falco ${version} does not know ${written}, and does not start.`,
        help: "Remove it, or write the setting in falco.yaml.",
      },
    ];
  });
}

/** What Falco does at an option in place of watching events. */
const does: ReadonlyMap<string, string> = new Map([
  ["h", "prints its help and ends"],
  ["help", "prints its help and ends"],
  ["version", "prints its version and ends"],
  ["config-schema", "prints a schema and ends"],
  ["rule-schema", "prints a schema and ends"],
  ["i", "prints the events that it ignores and ends"],
  ["L", "prints the rules and ends"],
  ["l", "prints a rule and ends"],
  ["list", "prints the fields and ends"],
  ["list-events", "prints the events and ends"],
  ["list-plugins", "prints the plugins and ends"],
  ["plugin-info", "prints what a plugin is and ends"],
  ["page-size", "prints the page size and ends"],
  ["support", "prints its settings and ends"],
  ["V", "validates rules files and ends"],
  ["validate", "validates rules files and ends"],
  ["dry-run", "starts without reading events"],
]);

/** Options with which Falco does something else than watch events, and Kubernetes restarts it again and again. */
export function endingOptions({ command }: Stack): StartFailure[] {
  if (!startsFalco(command)) return [];
  const help = "Remove the option from the container's command line.";
  const ending = [...command.flags].flatMap(([option, location]) => {
    const deed = does.get(option);
    if (deed === undefined) return [];
    const sentence = `With ${optionName(option)} Falco ${deed}, so no alert comes from it.`;
    return [{ location, sentence, help }];
  });
  const seconds = Number(command.duration?.text);
  if (command.duration !== undefined && seconds > 0) {
    const sentence = `With -M Falco ends after ${seconds} seconds, and sees nothing until Kubernetes starts it again.`;
    ending.push({ location: command.duration.location, sentence, help });
  }
  return ending;
}

/** A container that runs something else than Falco: a debugging aid, or an option where the image expects a program. */
export function otherProgram({ image, pod, falcoVersion }: Stack): StartFailure | undefined {
  const words = pod?.container.words ?? [];
  const [first] = words;
  if (first === undefined) return undefined;
  const idle = idleProgram(words, "falco");
  if (idle !== undefined)
    return {
      location: first.location,
      sentence: `The container runs "${idle}", and Falco never starts.`,
      help: "Write /usr/bin/falco as the container's command.",
    };
  const version = knownValue(falcoVersion);
  const official = image !== undefined && /(?:^|\/)falcosecurity\/falco$/.test(image.repository);
  if (!first.text.startsWith("-") || !official || version === undefined) return undefined;
  if (deploymentFeatures(version).imageEntrypoint) return undefined;
  return {
    location: first.location,
    sentence: `The image has no entrypoint, so that the container runs "${first.text}" as its program and does not start.`,
    help: "Write /usr/bin/falco before the options.",
  };
}

/** Whether the words are Falco's own options: a shell or another program in front may take them for itself. */
function startsFalco({ program, shell }: FalcoCommand): boolean {
  return shell === undefined && (program === undefined || /(?:^|\/)falco$/.test(program.text));
}

function optionName(option: string): string {
  return option.length === 1 ? `-${option}` : `--${option}`;
}
