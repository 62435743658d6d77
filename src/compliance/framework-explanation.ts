import { allFrameworks } from "./control-explanation.ts";
import type { ControlCoverage, Runtime } from "./coverage.ts";
import { coverageBy, type Evidence } from "./effective-coverage.ts";
import type { Framework } from "./framework.ts";

/** What there is to say of one framework, here and in general. */
export interface FrameworkExplanation extends Pick<Framework, "id" | "name" | "version"> {
  /** Counted controls of each class. */
  readonly classes: Readonly<Record<Runtime, number>>;
  /** The controls that a detector can see, or the monitoring can show, in the catalog's order. */
  readonly controls: readonly {
    readonly id: string;
    readonly title: string;
    readonly runtime: Runtime;
    /** Undefined where the matrix does not ask for it. */
    readonly coverage: ControlCoverage | undefined;
  }[];
  /** Whether the matrix uses it. */
  readonly used: boolean;
}

/**
 * Explains the framework that an id or a name means: `soc2`, `PCI DSS`.
 *
 * @returns undefined when none is called so
 */
export async function explainFramework(
  written: string,
  evidence: Evidence,
): Promise<FrameworkExplanation | undefined> {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const asked = plain(written);
  const framework = (await allFrameworks(evidence.compliance)).find(
    ({ id, name }) => plain(id) === asked || plain(name) === asked,
  );
  if (framework === undefined) return undefined;
  const coverage = coverageBy(evidence.stacks, evidence).frameworks.find(({ id }) => id === framework.id);
  const covered = new Map(coverage?.controls.map((control) => [control.id, control]));
  const counted = [...framework.controls.values()].filter(({ group, counted }) => !group && counted);
  const classes = { detect: 0, partial: 0, support: 0, none: 0 };
  for (const { runtime } of counted) classes[runtime]++;
  const { id, name, version } = framework;
  return {
    id,
    name,
    version,
    classes,
    controls: counted
      .filter(({ runtime }) => runtime !== "none")
      .map((control) => ({
        id: control.id,
        title: control.title,
        runtime: control.runtime,
        coverage: covered.get(control.id),
      })),
    used: coverage !== undefined,
  };
}
