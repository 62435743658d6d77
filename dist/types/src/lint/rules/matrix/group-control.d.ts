/**
 * The matrix maps rules to a heading of a framework, such as PCI DSS 10.2 or SOC 2 CC6, instead of one of the
 * controls below it.
 *
 * ## Why
 *
 * An auditor tests controls. A heading holds controls that a rule covers and others that it does not, so it
 * is never counted.
 *
 * ## Instead
 *
 * Map the rules to the controls below the heading.
 *
 * ## Notes
 *
 * Some headings of today were requirements of an older edition with another meaning: 10.6 was log review in
 * PCI DSS v3.2.1 and is time synchronisation in 4.0.1. The message then names what the old one is today.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
