import { ErrorCodes, type Location, ResponseError, type TextEdit } from "vscode-languageserver";
import { isName } from "../falco/index.ts";
import { toFileEdit } from "../project/index.ts";
import type { Feature } from "./feature.ts";
import { rangeOf } from "./ranges.ts";
import { contextAtPosition, type PositionContext } from "./requests.ts";
import { uriOf } from "./workspaces.ts";
import { definitionsOf, type Name, nameAt, namesIn, occurrencesOf, rulesFilesFor } from "./written-names.ts";

/** From the name of a rule, a macro or a list to where it is defined, used, and to another name for it everywhere. */
export const navigation: Feature = (connection, workspaces) => {
  const found = async (
    params: Parameters<typeof contextAtPosition>[1],
  ): Promise<{ readonly context: PositionContext; readonly name: Name } | undefined> => {
    const context = await contextAtPosition(workspaces, params);
    const name = context && nameAt(context.analysis, context.file, context.offset);
    return context && name && { context, name };
  };
  const located = ({ workspace }: PositionContext, names: readonly Name[]): Location[] =>
    names.map(({ at, source }) => ({ uri: uriOf(workspace.folder, source.file), range: rangeOf(at) }));

  connection.onDefinition(async (params) => {
    const at = await found(params);
    return at && located(at.context, definitionsOf(at.context.analysis, at.name));
  });
  connection.onReferences(async (params) => {
    const at = await found(params);
    if (at === undefined) return undefined;
    const { includeDeclaration } = params.context;
    const names = occurrencesOf(at.context.analysis, at.name);
    return located(
      at.context,
      names.filter(({ role }) => includeDeclaration || role !== "definition"),
    );
  });
  connection.onDocumentHighlight(async (params) => {
    const at = await found(params);
    return (
      at &&
      occurrencesOf(at.context.analysis, at.name)
        .filter(({ source }) => source.file === at.context.file)
        .map(({ at: location }) => ({ range: rangeOf(location) }))
    );
  });
  connection.onPrepareRename(async (params) => {
    const at = await found(params);
    if (at === undefined) return undefined;
    if (definitionsOf(at.context.analysis, at.name).length === 0) throw refused(notHere(at.name));
    return { range: rangeOf(at.name.at), placeholder: at.name.name };
  });
  connection.onRenameRequest(async (params) => {
    const at = await found(params);
    if (at === undefined) return undefined;
    const problem = renameProblem(at.context, at.name, params.newName);
    if (problem !== undefined) throw refused(problem);
    const changes: Record<string, TextEdit[]> = {};
    for (const name of occurrencesOf(at.context.analysis, at.name)) {
      const edit = renamed(name, params.newName);
      if (edit === undefined)
        throw refused(`${name.source.file} writes the name in a form that cannot hold the new one.`);
      const uri = uriOf(at.context.workspace.folder, name.source.file);
      changes[uri] = [...(changes[uri] ?? []), edit];
    }
    return { changes };
  });
};

function refused(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, message);
}

function notHere({ kind, name }: Name): string {
  return `No rules file of this folder defines the ${kind} "${name}", so its name is not yours to change.`;
}

/** Why a name cannot become another one. */
function renameProblem({ analysis }: PositionContext, name: Name, newName: string): string | undefined {
  if (definitionsOf(analysis, name).length === 0) return notHere(name);
  if (name.kind !== "rule" && !isName(newName))
    return `The name of a ${name.kind} begins with a letter and has only letters, digits and "_".`;
  if (newName.trim() === "" || /[\n\r]/.test(newName)) return "A rule needs a name on one line.";
  const taken = rulesFilesFor(analysis, name.source)
    .flatMap(namesIn)
    .some((other) => other.kind === name.kind && other.name === newName && other.role === "definition");
  return taken ? `There is a ${name.kind} "${newName}" already.` : undefined;
}

/** Text that YAML reads as itself without quotes, in a list between brackets too. */
const plainName = /^[A-Za-z][\w ./()+&-]*$/;

function renamed({ at, source, item }: Name, newName: string): TextEdit | undefined {
  const isToken = at.text === item?.condition;
  const written = isToken || plainName.test(newName) ? newName : JSON.stringify(newName);
  const edit = toFileEdit(
    { text: at.text, span: at.span, replacement: written },
    at.text === source.text ? source.documents : [],
  );
  return edit && { range: rangeOf(edit), newText: edit.replacement };
}
