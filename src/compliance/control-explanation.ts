import { ruleNames } from "../stack/index.ts";
import type { Signal } from "./catalog.ts";
import type { Compliance } from "./compliance.ts";
import { type Lookup, lookUp } from "./control-id.ts";
import type { ControlCoverage, Runtime } from "./coverage.ts";
import { coverageBy, type Evidence } from "./effective-coverage.ts";
import { type Control, type Framework, frameworkIds, loadFramework, loadVocabulary } from "./framework.ts";
import { Suggester, type Suggestion } from "./suggestion.ts";
import type { ComplianceTag } from "./tags.ts";

interface Title {
  readonly id: string;
  readonly title: string;
}

/** What there is to say of one control, here and in general. */
export interface ControlExplanation extends Title {
  readonly framework: Pick<Framework, "id" | "name" | "version" | "url">;
  /** Its ancestors, from the top. */
  readonly above: readonly Title[];
  /** For a heading, the controls right below it. */
  readonly below: readonly (Title & { readonly runtime: Runtime })[];
  readonly runtime: Runtime;
  readonly why: string;
  /** The part of a `partial` control that a detector shows. */
  readonly part: string | undefined;
  /** Ids of the edition before that lead here, or that the id itself once was. */
  readonly before: {
    readonly version: string;
    readonly ids: readonly string[];
    readonly was: string | undefined;
  };
  /** Events of which any one is evidence. */
  readonly signals: readonly Signal[];
  /** What the monitoring must have, all of it. */
  readonly properties: readonly { readonly id: string; readonly definition: string }[];
  /** Undefined where the matrix does not ask for the control. */
  readonly coverage: ControlCoverage | undefined;
  /** Rules of the repository that would cover it; only where none does. */
  readonly suggestions: readonly Suggestion[];
  /** Controls of other frameworks that the same events or properties show, those that share most first. */
  readonly crosswalk: readonly {
    readonly framework: string;
    readonly controls: readonly (Title & { readonly shared: number })[];
  }[];
  /** Other frameworks in which the id that was written is a control too. */
  readonly also: readonly string[];
}

/**
 * Explains the control that an id means: `CC6.8`, `pci-dss:10.2.1.1`, `Art. 32`, or a tag such as `SOC2_CC6.8`.
 *
 * @returns undefined when it is the id of no control
 */
export async function explainControl(
  written: string,
  evidence: Evidence,
): Promise<ControlExplanation | undefined> {
  const { compliance } = evidence;
  const frameworks = await allFrameworks(compliance);
  const [found, ...others] = candidates(written, frameworks, compliance.tagReader.read(written));
  if (found === undefined) return undefined;
  const { framework, control } = found;
  const { properties, signals: known } = await loadVocabulary();
  const signals = new Map(known.map((signal) => [signal.id, signal]));
  const loaded = ruleNames(evidence.rulesets);

  const coverage = coverageBy(evidence.stacks, evidence)
    .frameworks.find(({ id }) => id === framework.id)
    ?.controls.find(({ id }) => id === control.id);
  const isOpen = control.signals.length > 0 && (coverage === undefined || coverage.rules.length === 0);

  return {
    framework: { id: framework.id, name: framework.name, version: framework.version, url: framework.url },
    id: control.id,
    title: control.title,
    above: above(framework, control),
    below: [...framework.controls.values()]
      .filter(({ parent }) => control.group && parent === control.id)
      .map(({ id, title, runtime }) => ({ id, title, runtime })),
    runtime: coverage?.runtime ?? control.runtime,
    why: coverage?.why ?? control.why,
    part: control.part,
    before: before(framework, control),
    signals: control.signals.flatMap((id) => signals.get(id) ?? []),
    properties: properties.filter(({ id }) => control.properties.includes(id)),
    coverage,
    suggestions: isOpen ? new Suggester(compliance, signals, loaded).for(control) : [],
    crosswalk: frameworks
      .filter((other) => other !== framework)
      .map((other) => ({ framework: other.id, controls: sharing(control, other) }))
      .filter(({ controls }) => controls.length > 0),
    also: others.map((other) => other.framework.id),
  };
}

/** Frameworks of the repository and of the program, those in use first. */
export async function allFrameworks({ frameworks }: Compliance): Promise<Framework[]> {
  const used = frameworks.map(({ framework }) => framework);
  const ids = new Set(used.map(({ id }) => id));
  const others = await Promise.all(frameworkIds.filter((id) => !ids.has(id)).map(loadFramework));
  return [...used, ...others.filter((framework) => framework !== undefined)];
}

interface Found {
  readonly framework: Framework;
  readonly control: Control;
}

function candidates(
  written: string,
  frameworks: readonly Framework[],
  tag: ComplianceTag | undefined,
): Found[] {
  const [, prefix, rest] = /^([\w.-]+)[:\s]\s*(\S.*)$/.exec(written) ?? [];
  const named = frameworks.find(({ id }) => id === (tag?.framework ?? prefix?.toLowerCase()));
  const id = named === undefined ? written : (tag?.controlId ?? rest ?? written);
  const found = (named === undefined ? frameworks : [named]).flatMap((framework) => {
    const control = meant(framework, lookUp(framework, id));
    return control === undefined ? [] : [{ framework, control }];
  });
  // An id as its framework writes it comes before one that is only read as such: Art. 32 is of the GDPR, which others have as 32.
  const isExact = ({ control }: Found) => Number(control.id === id);
  return found.toSorted((a, b) => isExact(b) - isExact(a));
}

/** The control that a look-up leads to; of an id of an older edition, today's. */
function meant(framework: Framework, lookup: Lookup): Control | undefined {
  if ("control" in lookup) return lookup.control;
  const [successor] = lookup.kind === "retired" ? lookup.previous.successors : [];
  return successor === undefined ? undefined : framework.controls.get(successor);
}

function above(framework: Framework, control: Control): Title[] {
  const titles: Title[] = [];
  const seen = new Set([control.id]);
  for (let id = control.parent; id !== undefined && !seen.has(id); ) {
    seen.add(id);
    const parent = framework.controls.get(id);
    if (parent === undefined) break;
    titles.unshift({ id: parent.id, title: parent.title });
    id = parent.parent;
  }
  return titles;
}

function before(framework: Framework, control: Control): ControlExplanation["before"] {
  const previous = [...framework.previous.values()];
  const same = framework.previous.get(control.id);
  return {
    version: framework.previousVersion ?? "the edition before",
    ids: previous.filter(({ successors }) => successors.includes(control.id)).map(({ id }) => id),
    was: same?.today === "reused" ? (same.was ?? "something else") : undefined,
  };
}

/** The five controls of a framework that share most with a control. */
function sharing(control: Control, { controls }: Framework) {
  const words = new Set([...control.signals, ...control.properties]);
  return [...controls.values()]
    .map(({ id, title, signals, properties }) => ({
      id,
      title,
      shared: [...signals, ...properties].filter((word) => words.has(word)).length,
    }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, 5);
}
