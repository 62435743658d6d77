export {
  type Choices,
  deployTools,
  directoryProblem,
  frameworksOf,
  listOf,
  namespaceProblem,
  oneOf,
  outputsOf,
  type PackChoices,
  pathsOf,
  pathsProblem,
  platforms,
  refuse,
  registriesProblem,
  type Start,
  starts,
} from "./choices.ts";
export { schemaUrl } from "./configuration.ts";
export { usualOutputs } from "./outputs.ts";
export { openPoints, planFiles } from "./plan.ts";
export { ask, confirmOverwrite } from "./questions.ts";
export { type Survey, surveyLines, surveyOf } from "./survey.ts";
