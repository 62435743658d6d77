/**
 * A rules file, a manifest or a configuration holds a character that nobody sees.
 *
 * ## Why
 *
 * A list item with a zero-width space in it matches nothing, and looks right. A character that turns the direction of
 * reading shows a reviewer another condition than the one that Falco loads.
 *
 * ## Instead
 *
 * Delete it. Where a value needs the character, write it as an escape in double quotes, such as `"\u200b"`.
 *
 * ## Notes
 *
 * Marks that scripts such as Arabic, Hebrew or Hindi need within their words, and those within emoji, are left alone.
 * Source: Boucher and Anderson, "Trojan Source: Invisible Vulnerabilities" (CVE-2021-42574).
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
