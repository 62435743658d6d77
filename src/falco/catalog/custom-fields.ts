import { nearest } from "../../project/index.ts";
import { isEvent, parameterAtStart, parameters } from "./events.ts";
import type { FieldFeatures } from "./features.ts";
import { argumentProblem, type FieldLookup, FieldProblem } from "./field-problem.ts";
import { type FieldInfo, indexedFields, keyedFields } from "./fields.ts";

/** Fields that need a key, and the rest of the name. */
const keyNeeded =
  /^(container\.mount(?:\.(?:source|dest|mode|rdwr|propagation))?|(?:k8s|mesos|marathon)\.[a-z]+\.label)(?!s)(.*)$/;

/** Fields of the core engine whose names the engine parses itself, beyond its table of fields. */
export class CustomFields {
  readonly #version: string;
  readonly #features: FieldFeatures;
  readonly #core: ReadonlyMap<string, FieldInfo>;

  constructor(version: string, features: FieldFeatures, core: ReadonlyMap<string, FieldInfo>) {
    this.#version = version;
    this.#features = features;
    this.#core = core;
  }

  /** Fields of the core engine whose names are longer than in the table. */
  find(name: string, argument: string | undefined): FieldLookup | undefined {
    return (
      this.#findByPrefix(name, argument) ??
      this.#findBracketed(name, argument) ??
      this.#findExact(name, argument)
    );
  }

  /** Fields whose names continue after the name in the table. */
  #findByPrefix(name: string, argument: string | undefined): FieldLookup | undefined {
    const has = (field: string) => this.#core.has(field);
    if (name.startsWith("evt.arg") && !name.startsWith("evt.args") && has("evt.arg"))
      return this.#findParameter("evt.arg", name, argument);
    if (name.startsWith("evt.rawarg") && has("evt.rawarg"))
      return this.#findParameter("evt.rawarg", name, argument);
    // The path of a `.src` or `.dst` parameter has no entry of its own in the table.
    if (
      (name === "evt.abspath.src" || name === "evt.abspath.dst") &&
      has("evt.abspath") &&
      argument === undefined
    )
      return { field: this.#core.get("evt.abspath")! };
    if (name.startsWith("evt.type.is") && has("evt.type.is")) return this.#findType(name, argument);
    if (name.startsWith("thread.cgroup") && !name.startsWith("thread.cgroups") && has("thread.cgroup"))
      return this.#findCgroup(name, argument);
    return undefined;
  }

  /** Fields that are in the table by name and take an argument. */
  #findExact(name: string, argument: string | undefined): FieldLookup | undefined {
    const exact = this.#core.get(name);
    if (name === "evt.around" && exact !== undefined) {
      if (argument !== undefined && isNumber(argument)) return { field: exact };
      return argumentProblem("argument", "`evt.around` takes the number of an event: `evt.around[100]`");
    }
    if (exact?.argument === undefined || argument === undefined) return undefined;
    if (name === "proc.args" && !this.#features.indexedProcessArguments) return undefined;
    const closes = argument.includes("]");
    if (keyedFields.has(name) && !closes) return { field: exact };
    if (indexedFields.has(name) && !closes && isNumber(argument)) return { field: exact };
    const takes = keyedFields.has(name) ? "a name without `]`" : "a number";
    // Of these, only this one complains about the number itself.
    const kind = name === "fd.types" ? "argument" : "unknown";
    return argumentProblem(
      kind,
      `\`${name}[...]\` takes ${takes}, as in \`${name}[${keyedFields.has(name) ? "HOME" : 1}]\``,
    );
  }

  /** Fields of containers and labels, which the core engine had before plugins did: they need a key. */
  #findBracketed(name: string, argument: string | undefined): FieldLookup | undefined {
    const [, base, rest = ""] = keyNeeded.exec(name) ?? [];
    const field = base === undefined ? undefined : this.#core.get(base);
    if (base === undefined || field === undefined) return undefined;
    const dotted = base.endsWith(".label") && rest.startsWith(".");
    if (dotted ? argument === undefined : rest === "" && argument !== undefined && !argument.includes("]"))
      return { field };
    if (rest === "" && argument === undefined) {
      // The engine overlooks that this one has none.
      if (base === "container.mount" && this.#features.bareContainerMount) return { field };
      return argumentProblem("argument", `\`${base}\` needs a name in brackets`);
    }
    return argumentProblem(
      dotted || rest === "" ? "unknown" : "argument",
      `nothing can follow \`${base}[...]\``,
    );
  }

  #findParameter(base: string, name: string, argument: string | undefined): FieldLookup {
    const field = this.#core.get(base)!;
    if (name === base && argument !== undefined && base === "evt.arg") {
      if (isNumber(argument.split("]", 1)[0]!)) {
        if (!argument.includes("]")) return { field };
        return argumentProblem("unknown", "`evt.arg[...]` takes the number of a parameter: `evt.arg[0]`");
      }
      return argumentProblem("argument", "`evt.arg[...]` takes the number of a parameter: `evt.arg[0]`");
    }
    if (name[base.length] !== ".")
      return argumentProblem("argument", `name a parameter of the event: \`${base}.flags\``);
    const rest = name.slice(base.length + 1);
    const parameter = parameterAtStart(rest);
    if (parameter === undefined) return parameterProblem("argument", base, rest);
    if (parameter.name !== rest || argument !== undefined) return parameterProblem("unknown", base, rest);
    return { field: base === "evt.rawarg" ? { ...field, type: parameter.type } : field };
  }

  /** `thread.cgroup.NAME` */
  #findCgroup(name: string, argument: string | undefined): FieldLookup {
    const base = "thread.cgroup";
    if (name[base.length] !== ".")
      return argumentProblem("argument", `name a subsystem: \`${base}.cpuacct\``);
    if (argument === undefined && /^[A-Za-z_]*$/.test(name.slice(base.length + 1)))
      return { field: this.#core.get(base)! };
    return argumentProblem("unknown", `the name of a subsystem is letters and \`_\`: \`${base}.cpuacct\``);
  }

  /** `evt.type.is.NAME` */
  #findType(name: string, argument: string | undefined): FieldLookup {
    const base = "evt.type.is";
    if (name[base.length] !== ".") return argumentProblem("argument", `name an event type: \`${base}.open\``);
    if (argument !== undefined) return argumentProblem("unknown", `\`${name}\` takes nothing in brackets`);
    const type = name.slice(base.length + 1);
    if (isEvent(this.#version, type)) return { field: this.#core.get(base)! };
    return argumentProblem(
      "unknown",
      `there is no event \`${type}\`; \`evt.type = ${type}\` takes system calls too`,
    );
  }
}

function parameterProblem(kind: "unknown" | "argument", base: string, name: string): FieldLookup {
  const describe = () => {
    const near = nearest(name, parameters.keys());
    const message = `no event has a parameter \`${name}\``;
    if (near === undefined) return { message };
    const suggestion = `${base}.${near}`;
    return { message: `${message}; did you mean \`${suggestion}\`?`, suggestion };
  };
  return { problem: new FieldProblem(kind, describe) };
}

/** Whether the engine reads the text as a number: blanks before it and a sign are fine. */
function isNumber(text: string): boolean {
  return /^[ \t\n\v\f\r]*[+-]?[0-9]+$/.test(text);
}
