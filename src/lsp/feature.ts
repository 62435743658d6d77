import type { Connection } from "vscode-languageserver";
import type { Workspaces } from "./workspaces.ts";

/** Adds one thing that the server does for an editor. */
export type Feature = (connection: Connection, workspaces: Workspaces) => void;
