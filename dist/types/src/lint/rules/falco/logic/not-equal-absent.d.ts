/**
 * `!=` is used on a field that is often not known yet: the name and image of a container, or what Kubernetes
 * calls it.
 *
 * ## Why
 *
 * Any check on a field without a value is false, `!=` too. In the first moments of a container, or when the
 * runtime did not answer, such a rule stays silent, which is when an attacker acts. `not f = x` is true then.
 *
 * ## Instead
 *
 * Negate the whole check: `not container.image.repository = registry.example.com/shop/web`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). It says nothing where the same condition asks whether
 * the field `exists`.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
