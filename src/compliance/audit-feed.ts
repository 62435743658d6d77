import {
  type Compiled,
  type CompiledCheck,
  CompileError,
  compile,
  EvaluationError,
  Event,
  type FieldValue,
  type LoadResult,
  type RuleDefinition,
  vocabularyFor,
} from "../falco/index.ts";
import type { Location } from "../project/index.ts";
import {
  type Attribute,
  type AuditedRequest,
  type AuditPolicy,
  type AuditStage,
  anything,
  auditLevels,
  auditStages,
  type Recording,
  recordingsOf,
  withoutSubresources,
} from "../stack/index.ts";

/** A kind of request that a rule looks for and cannot see, because of what the API server records of it. */
export interface BlindSpot {
  readonly verb: string;
  /** With its subresource, as in `pods/exec`. */
  readonly resource: string;
  /** Why, as the end of a sentence about the audit policy. */
  readonly why: string;
  /** The rule of the policy that decides, or the policy where none fits. */
  readonly at: Location;
}

export interface AuditVision {
  /** Whether the rule can fire on some request. */
  readonly canFire: boolean;
  /** Empty for a rule that names no resources or no verbs. */
  readonly blind: readonly BlindSpot[];
}

/** What each rule sees under each policy, which deployments that load the same files and lint rules share. */
const visions = new WeakMap<RuleDefinition, Map<AuditPolicy, AuditVision | undefined>>();

/**
 * What a rule on audit events can see of the requests that it looks for, under an audit policy. Checks that the policy does not
 * decide are taken to come out either way, so that what is said not to be seen is not.
 *
 * @returns undefined where that cannot be found out: the condition does not compile, or takes too long
 */
export function auditVision(
  rule: RuleDefinition,
  result: LoadResult,
  policy: AuditPolicy,
): AuditVision | undefined {
  const known = visions.get(rule) ?? new Map<AuditPolicy, AuditVision | undefined>();
  visions.set(rule, known);
  if (!known.has(policy)) known.set(policy, visionOf(rule, result, policy));
  return known.get(policy);
}

function visionOf(
  rule: RuleDefinition,
  { engine, lists }: LoadResult,
  policy: AuditPolicy,
): AuditVision | undefined {
  if (rule.external || rule.resolved === undefined) return undefined;
  try {
    const compiled = compile(rule.resolved, vocabularyFor(engine.fields, engine.events, [rule.source]));
    const open = new Set(lists.filter(({ external }) => external).map(({ name }) => name));
    return new Sight(compiled, open, policy).vision();
  } catch (error) {
    if (error instanceof CompileError || error instanceof TooLong) return undefined;
    throw error;
  }
}

class TooLong extends Error {}

/** Evaluations of one condition under one policy. */
const maxEvaluations = 50_000;

const dimensions = ["resource", "verb", "subresource", "namespace", "user"] as const;
type Dimension = (typeof dimensions)[number];

/** Fields of the parts of a request that an audit policy looks at, and of the stage. */
const partOfField: Readonly<Record<string, Dimension | "stage">> = {
  "ka.verb": "verb",
  "ka.stage": "stage",
  "ka.user.name": "user",
  "ka.target.resource": "resource",
  "ka.target.subresource": "subresource",
  "ka.target.namespace": "namespace",
  "/verb": "verb",
  "/stage": "stage",
  "/user/username": "user",
  "/objectRef/resource": "resource",
  "/objectRef/subresource": "subresource",
  "/objectRef/namespace": "namespace",
};

/** Fields that begin like those of the request's body and are read from elsewhere. Source: `extract.go` of the plugin k8saudit. */
const notFromBody: ReadonlySet<string> = new Set([
  "ka.req.configmap.name",
  "ka.req.binding.subject.has_name",
]);

type Subject = Dimension | "stage" | "request" | "response" | undefined;

function subjectOf({ left }: CompiledCheck): Subject {
  const { field } = left;
  if (field === undefined) return undefined;
  const { name, argument = "" } = field;
  const isJson = name === "jevt.value" || name === "json.value";
  const part = partOfField[isJson ? argument : name];
  if (part !== undefined) return part;
  if (isJson) {
    if (/^\/requestObject(?:\/|$)/.test(argument)) return "request";
    return /^\/responseObject(?:\/|$)/.test(argument) ? "response" : undefined;
  }
  if (name.startsWith("ka.req.") && !notFromBody.has(name)) return "request";
  return name.startsWith("ka.resp.") || name === "ka.target.pod.name" ? "response" : undefined;
}

type Outcome = boolean | undefined;

/** What is settled of an audit event; what is absent here may be anything. */
interface View {
  readonly parts: Partial<Readonly<Record<Dimension, Attribute | "none">>>;
  readonly stage?: AuditStage;
  readonly hasRequest?: boolean;
  readonly hasResponse?: boolean;
}

class Sight {
  readonly #root: Compiled;
  readonly #openLists: ReadonlySet<string>;
  readonly #policy: AuditPolicy;
  readonly #named: ReadonlyMap<Dimension | "stage", ReadonlySet<string>>;
  #evaluations = 0;

  constructor(root: Compiled, openLists: ReadonlySet<string>, policy: AuditPolicy) {
    this.#root = root;
    this.#openLists = openLists;
    this.#policy = policy;
    this.#named = valuesNamed(root);
  }

  vision(): AuditVision {
    const blind = new Map<string, BlindSpot>();
    const seen = new Set<string>();
    let isBlind = true;
    for (const parts of this.#assignments()) {
      const spot = spotOf(parts);
      const name = spot && `${spot.verb} ${spot.resource}`;
      const recordings = recordingsOf(this.#policy, requestOf(parts));
      if (this.#isSeen(parts, recordings)) {
        isBlind = false;
        if (name !== undefined) seen.add(name);
      } else if (spot !== undefined && name !== undefined && !blind.has(name))
        blind.set(name, { ...spot, ...this.#reason(spot, parts, recordings) });
    }
    // What is seen in one namespace, or of one user, is not blind.
    for (const name of seen) blind.delete(name);
    return { canFire: !isBlind, blind: [...blind.values()] };
  }

  /** Every kind of request on which the condition may be true, were everything recorded. */
  *#assignments(): Iterable<View["parts"]> {
    const assign = function* (
      sight: Sight,
      parts: View["parts"],
      [first, ...rest]: readonly Dimension[],
    ): Iterable<View["parts"]> {
      if (sight.#evaluate(sight.#root, { parts }) === false) return;
      if (first === undefined) yield parts;
      else
        for (const value of sight.#valuesOf(first, parts))
          yield* assign(sight, { ...parts, [first]: value }, rest);
    };
    yield* assign(this, {}, dimensions);
  }

  /** Values that a policy or the condition can tell apart. */
  #valuesOf(dimension: Dimension, { resource }: View["parts"]): readonly (Attribute | "none")[] {
    const named = this.#named.get(dimension) ?? new Set<string>();
    const other: Attribute = { not: dimension === "subresource" ? new Set([...named, ""]) : named };
    if (resource === "none" && (dimension === "subresource" || dimension === "namespace")) return ["none"];
    const key = dimension === "namespace" ? "namespaces" : "users";
    const isDecided = dimension !== "namespace" && dimension !== "user";
    // What no rule of the policy asks for need not be told apart.
    if (!isDecided && this.#policy.rules.every((rule) => rule[key].length === 0)) return [anything];
    const isFlat = dimension === "subresource" && isNamed(resource) && withoutSubresources.has(resource.is);
    if (isFlat) return ["none"];
    const values: (Attribute | "none")[] = [...[...named].map((is) => ({ is })), other];
    return dimension === "resource" || dimension === "subresource" ? [...values, "none"] : values;
  }

  #isSeen(parts: View["parts"], recordings: readonly Recording[]): boolean {
    return recordings.some(
      ({ level, omitted }) =>
        level !== "None" &&
        stagesOf(parts).some((stage) => {
          // Bodies are not there yet when a request is received.
          const isRead = stage !== "RequestReceived";
          const view = {
            parts,
            stage,
            hasRequest: isRead && level !== "Metadata",
            hasResponse: isRead && level === "RequestResponse",
          };
          return !omitted.includes(stage) && this.#evaluate(this.#root, view) !== false;
        }),
    );
  }

  /** Why nothing is seen, of the recording that has most. */
  #reason(
    { verb, resource }: Pick<BlindSpot, "verb" | "resource">,
    parts: View["parts"],
    recordings: readonly Recording[],
  ): Pick<BlindSpot, "why" | "at"> {
    const best = recordings.reduce((a, b) =>
      auditLevels.indexOf(b.level) > auditLevels.indexOf(a.level) ? b : a,
    );
    const at = best.rule?.location ?? this.#policy.location;
    const act = `"${verb}" of ${resource}`;
    if (best.level === "None") return { why: `does not record ${act}`, at };
    if (this.#isSeen(parts, [{ ...best, omitted: [] }]))
      return { why: `omits the stages of ${act} that the rule looks at`, at };
    const body = best.level === "Metadata" ? "without the request's body" : "without the response's body";
    return { why: `records ${act} at ${best.level}, ${body}`, at };
  }

  #evaluate(root: Compiled, view: View): Outcome {
    if (++this.#evaluations > maxEvaluations) throw new TooLong();
    return this.#outcome(root, view);
  }

  #outcome(node: Compiled, view: View): Outcome {
    switch (node.kind) {
      case "and":
      case "or": {
        const decisive = node.kind === "or";
        let isOpen = false;
        for (const child of node.children) {
          const outcome = this.#outcome(child, view);
          if (outcome === decisive) return decisive;
          isOpen ||= outcome === undefined;
        }
        return isOpen ? undefined : !decisive;
      }
      case "not": {
        const outcome = this.#outcome(node.child, view);
        return outcome === undefined ? undefined : !outcome;
      }
      case "check":
        return this.#check(node, view);
    }
  }

  #check(check: CompiledCheck, { parts, stage, hasRequest, hasResponse }: View): Outcome {
    const subject = subjectOf(check);
    if (subject === undefined || this.#isOpen(check)) return undefined;
    if (subject === "request") return hasRequest === false ? absent(check) : undefined;
    if (subject === "response") return hasResponse === false ? absent(check) : undefined;
    if (subject === "stage") return stage === undefined ? undefined : test(check, stage);
    const part = parts[subject];
    if (part === undefined) return undefined;
    if (part === "none") return test(check, undefined);
    if ("is" in part) return test(check, part.is);
    if (!valuesIn(check)?.every((value) => part.not.has(value))) return undefined;
    const outcome = test(check, unlikely);
    // Cluster-wide objects have no namespace.
    return subject === "namespace" && outcome !== test(check, undefined) ? undefined : outcome;
  }

  #isOpen({ check }: CompiledCheck): boolean {
    if (check.kind === "exists") return false;
    if (check.right.kind === "transformation") return true;
    const values = check.right.kind === "list" ? check.right.values : [check.right];
    return values.some(({ text, quoted }) => !quoted && this.#openLists.has(text));
  }
}

/** A value that no condition names. */
const unlikely = "\u0001";

/** The outcome of a check of a field without a value, which the plugin gives as an empty list for some. */
function absent(check: CompiledCheck): Outcome {
  const outcome = test(check, undefined);
  return check.left.field?.list === true && test(check, []) !== outcome ? undefined : outcome;
}

function test(check: CompiledCheck, value: FieldValue | undefined): Outcome {
  try {
    return check.test(new Event(value === undefined ? new Map() : new Map([[check.left.field!.key, value]])));
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}

/** The values that a check compares with for equality; undefined for one that compares otherwise. */
function valuesIn({ check }: CompiledCheck): readonly string[] | undefined {
  if (check.kind === "exists") return [];
  if (!["=", "==", "!=", "in", "intersects"].includes(check.operator)) return undefined;
  if (check.right.kind === "transformation") return undefined;
  return (check.right.kind === "list" ? check.right.values : [check.right]).map(({ text }) => text);
}

function valuesNamed(root: Compiled): ReadonlyMap<Dimension | "stage", ReadonlySet<string>> {
  const named = new Map<Dimension | "stage", Set<string>>();
  const visit = (node: Compiled): void => {
    if (node.kind === "not") visit(node.child);
    else if (node.kind !== "check") for (const child of node.children) visit(child);
    else {
      const subject = subjectOf(node);
      if (subject === undefined || subject === "request" || subject === "response") return;
      const values = named.get(subject) ?? new Set();
      named.set(subject, values);
      for (const value of valuesIn(node) ?? []) values.add(value);
    }
  };
  visit(root);
  return named;
}

function requestOf({ verb, user, namespace, resource, subresource }: View["parts"]): AuditedRequest {
  const known = (part: Attribute | "none" | undefined): Attribute =>
    part === "none" ? { is: "" } : (part ?? anything);
  return {
    verb: known(verb),
    user: known(user),
    namespace: known(namespace),
    resource: resource === "none" ? undefined : known(resource),
    subresource: known(subresource),
  };
}

/** Verbs and subresources of requests that go on, for which alone there is a stage at their start. Source: kube-apiserver. */
const longRunning: ReadonlySet<string> = new Set(["watch", "proxy", "attach", "exec", "log", "portforward"]);

function stagesOf({ verb, subresource }: View["parts"]): readonly AuditStage[] {
  const isShort = [verb, subresource].every(
    (part) => part === "none" || (part !== undefined && "is" in part && !longRunning.has(part.is)),
  );
  return isShort ? auditStages.filter((stage) => stage !== "ResponseStarted") : auditStages;
}

/** The resource and verb of requests, where the condition names both; a subresource that it does not name is no spot of its own. */
function spotOf({
  verb,
  resource,
  subresource,
}: View["parts"]): Pick<BlindSpot, "verb" | "resource"> | undefined {
  if (!isNamed(verb) || !isNamed(resource)) return undefined;
  if (subresource === "none") return { verb: verb.is, resource: resource.is };
  return isNamed(subresource) ? { verb: verb.is, resource: `${resource.is}/${subresource.is}` } : undefined;
}

function isNamed(part: Attribute | "none" | undefined): part is { readonly is: string } {
  return part !== undefined && part !== "none" && "is" in part;
}
