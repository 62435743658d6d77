/**
 * falco.yaml has a key that the deployed version of Falco does not know: misspelt, removed, or of a later
 * version.
 *
 * ## Why
 *
 * Falco starts without it (it only notes that the configuration does not match its schema), and what the key
 * was to set keeps its default.
 *
 * ## Instead
 *
 * Write the key as Falco's schema has it: `json_output`, `buf_size_preset`.
 *
 * ## Notes
 *
 * Keys, and the versions that added and removed them, are those of the schema that Falco itself has since
 * 0.39. A falco.yaml that no deployment of the repository mounts is held against the newest version. `grpc`,
 * `grpc_output`, `engine.ebpf` and `engine.gvisor` were removed in Falco 0.44, `syscall_buf_size_preset` in
 * 0.38.
 *
 * Nothing is reported of keys that were removed and are switched off anyway (`enabled: false`). Where no version of Falco
 * is pinned, removed keys are reported in one finding: the file is likely to be written for an older Falco.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
