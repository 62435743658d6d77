import type { Inspection } from "../check.ts";
import type { Choices } from "./choices.ts";
import { configurationText } from "./configuration.ts";
import { matrixText, type Proposals, proposalsFor } from "./matrix-file.ts";
import { addresses, secretKeys } from "./outputs.ts";
import { type NewFile, packFiles } from "./pack.ts";
import type { Survey } from "./survey.ts";
import { workflowText } from "./workflow.ts";

/** The files that a start consists of. */
export async function planFiles(
  choices: Choices,
  inspection: Inspection,
  survey: Survey,
): Promise<NewFile[]> {
  const { compliance, rulesets, detections } = inspection.model;
  const files: NewFile[] = [
    { file: "falcoverage.yaml", text: configurationText(choices) },
    { file: ".github/workflows/falcoverage.yml", text: workflowText(survey.branch) },
  ];
  if (choices.start === "pack") return [...files, ...packFiles(choices)];
  if (survey.matrices.length > 0) return files;
  const none: Proposals = () => new Map();
  const proposals = choices.start === "empty" ? none : proposalsFor(compliance, rulesets, detections);
  const text = await matrixText(choices.frameworks, compliance, proposals);
  return [...files, { file: "falcoverage-matrix.yaml", text }];
}

/** What somebody still has to say or to do, a line each. */
export function openPoints(choices: Choices): string[] {
  const { start, pack } = choices;
  if (start !== "pack") return [];
  const { directory, registries, data, outputs, namespace } = pack;
  const local = `${directory}/falco/falco-rules-local.yaml`;
  const paths = Object.entries(data).flatMap(([key, value]) => (value === undefined ? [key] : []));
  const secrets = secretKeys(outputs);
  return [
    ...(registries.length === 0 ? [`registries: where your images come from (${local})`] : []),
    ...paths.map((key) => `${key}: where this data is (${local} and falcoverage.yaml)`),
    ...(secrets.length === 0 ? [] : [`Secret ${namespace}/falcosidekick-secrets: ${secrets.join(", ")}`]),
    ...responsePoint(choices),
    ...addresses(outputs).map((address) => `${address}: is it called so in your cluster?`),
  ];
}

/** Controls that ask for an automatic response, which the pack has only with Falco Talon; by framework. */
const responseControls: Readonly<Record<string, string>> = {
  fedramp: "FedRAMP IR-4(1), SI-7(5)",
  "nist-csf": "NIST CSF RS.MI-01",
};

function responsePoint({ frameworks, pack }: Choices): string[] {
  const controls = frameworks.flatMap((id) => responseControls[id] ?? []);
  if (pack.outputs.includes("talon") || controls.length === 0) return [];
  return [`an automatic response, for ${controls.join("; ")}: --outputs ...,talon has Falco Talon mark pods`];
}
