import validateSignal from "../../schemas/signal.schema.json?validator=all";
import {
  at,
  type Location,
  nearest,
  ofKind,
  type Project,
  type Source,
  toData,
  validateNode,
} from "../project/index.ts";
import {
  type Organisation,
  type Profiles,
  problemsOf,
  readCorpora,
  type SignalCorpus,
  type SignalFile,
} from "./reference/index.ts";

/** Something wrong with a file of reference events. */
export interface SignalProblem extends Location {
  readonly message: string;
}

/** A file of reference events of the user's own. */
export interface OwnSignals {
  readonly source: Source;
  /** Undefined where the file does not follow its format: then nothing of it counts. */
  readonly file: SignalFile | undefined;
  readonly problems: readonly SignalProblem[];
}

/** The reference events to measure by, and the files that add to those of the product. */
export interface ReferenceEvents {
  readonly corpora: ReadonlyMap<string, SignalCorpus>;
  readonly own: readonly OwnSignals[];
}

/** Two revisions share the files that are the same in both. */
const read = new WeakMap<Source, OwnSignals>();

/**
 * The reference events that come with the product, and those of the repository.
 *
 * @param organisation the values that stand for the organisation's own in them
 */
export async function readReferenceEvents(
  project: Project,
  organisation: Organisation,
): Promise<ReferenceEvents> {
  const { profiles, signalFiles } = await import("./reference/builtin.ts");
  const own = ofKind(project, "signal").map((source) => {
    const signals = read.get(source) ?? readOwn(source, profiles);
    read.set(source, signals);
    return signals;
  });
  const files = [...signalFiles, ...own.flatMap(({ file }) => file ?? [])];
  return { corpora: readCorpora(files, profiles, organisation), own };
}

function readOwn(source: Source, shared: Profiles): OwnSignals {
  const [document] = source.documents;
  const root = document?.root;
  if (root === undefined) return { source, file: undefined, problems: [] };
  const broken = validateNode(root, validateSignal);
  if (broken.length > 0 || (document?.errors.length ?? 0) > 0)
    return { source, file: undefined, problems: broken };
  const file = toData(root) as SignalFile;
  const problems = problemsOf(file, shared).map(({ path, message, name, known }) => {
    const node = at(root, ...path) ?? root;
    const near = name === undefined ? undefined : nearest(name, known);
    return {
      text: node.text,
      span: node.span,
      message: near === undefined ? message : `${message} Did you mean \`${near}\`?`,
    };
  });
  return { source, file: problems.length > 0 ? undefined : file, problems };
}
