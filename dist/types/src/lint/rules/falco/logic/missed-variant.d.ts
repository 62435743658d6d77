/**
 * A rule, or a macro, names a system call and not the newer ones that do the same: `open` and not `openat`,
 * `execve` and not `execveat`, `unlink` and not `unlinkat`.
 *
 * ## Why
 *
 * Which of them a program uses is left to its C library, and to anyone who wants to stay unseen. On current
 * systems `open` is hardly ever called.
 *
 * ## Instead
 *
 * Name all variants: `evt.type in (open, openat, openat2)`.
 *
 * ## Notes
 *
 * The events that count are those of the whole rule, its macros included. A macro is reported only where a
 * rule does miss the other one.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
