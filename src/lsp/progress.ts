import {
  type Connection,
  MessageType,
  ShowMessageNotification,
  type WorkDoneProgressServerReporter,
} from "vscode-languageserver";
import type { WorkspaceEvents } from "./editor-workspace.ts";

/**
 * Shows in the editor that all files are checked, and says once what keeps that from happening.
 *
 * @param supported whether the editor can show progress
 */
export function showsProgress(connection: Connection, supported: () => boolean): WorkspaceEvents["checking"] {
  let running: Promise<WorkDoneProgressServerReporter> | undefined;
  let reported: string | undefined;
  return (state, problem) => {
    if (state === "begun" && running === undefined && supported()) {
      running = connection.window.createWorkDoneProgress();
      void running.then((progress) => progress.begin("falcoverage", undefined, "Checking all files"));
    }
    if (state !== "done") return;
    void running?.then((progress) => progress.done());
    running = undefined;
    if (problem !== undefined && problem !== reported)
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Error,
        message: `falcoverage: ${problem.split("\n")[0]}`,
      });
    if (problem !== undefined) connection.console.error(problem);
    reported = problem;
  };
}
