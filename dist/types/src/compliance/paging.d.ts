import { type Ruleset, type Stack } from "../stack/index.js";
/** Whether an output of a deployment, such as PagerDuty or Alertmanager, calls people at all. */
export declare function hasPagingRoute({ routes }: Stack): boolean;
/** Whether alerts of a rule call people: by an output that does; where the repository has none, from ERROR on. */
export declare function isPaging(ruleset: Ruleset, rule: string): boolean;
