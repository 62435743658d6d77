import type { RuleDefinition } from "../falco/index.js";
import { type EventFeed } from "../proof/index.js";
import { type Ruleset, type Stack } from "../stack/index.js";
import type { Blocker } from "./coverage.js";
/** What the Falco of a deployment sees of system calls: `base_syscalls` of falco.yaml, and `-A`. */
export declare function kernelFeed({ config, command }: Stack): EventFeed;
/** What keeps a rule of a deployment from getting any event that it listens to; null where nothing does. */
export declare function feedBlocker({ stack }: Ruleset, rule: RuleDefinition | undefined): Blocker | null;
