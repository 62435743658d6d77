/**
 * A pattern, an assignment or a path in brackets is taken for the very name that it spells.
 *
 * ## Why
 *
 * The argument in the brackets of `proc.env`, of labels and of query parameters is a literal name.
 * `*` is a star, `$HOME` is a variable whose name begins with a dollar, `app=web` is a label with an equals
 * sign in its name. Falco loads it silently, and no such name is ever there. `json.value` and `jevt.value`
 * take a JSON pointer, where only `/` goes down: `$.a.b` and `a.b` look for a key of that very name. In
 * `ka.req.volume.hostpath` only a `*` at the very end stands for anything.
 *
 * ## Instead
 *
 * Write the name alone in the brackets, and compare the value: `proc.env[HOME] = /root`,
 * `container.label[app] = web`, `json.value[/a/b]`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd), and read in the sources of the container, json and
 * k8saudit plugins. A key of JSON that has a dot in its name is written with the slash in front,
 * `json.value[/log.level]`, to say that it is meant.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
