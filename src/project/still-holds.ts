import { Day } from "./day.ts";
import { entriesOf, isThere, readRegular, stampOf, targetOf } from "./disk.ts";
import { type Digest, type Observation, type Question, recordQuestions } from "./observation.ts";

/**
 * Whether every question still has the answer that it had.
 *
 * @param trustsStamps whether a file is not read again where the file system says that it was not touched
 * @param digest the one that the answers were recorded with
 */
export async function stillHold(
  observations: readonly Observation[],
  trustsStamps: boolean,
  digest: Digest,
): Promise<boolean> {
  for (const { question, answer, stamp } of observations) {
    const isUntouched =
      trustsStamps && stamp !== undefined && question.ask === "file" && stampOf(question.path) === stamp;
    if (isUntouched) continue;
    const again = await recordQuestions(digest, async () => ask(question));
    if (again.observations?.[0]?.answer !== answer) return false;
  }
  return true;
}

function ask(question: Question): void {
  switch (question.ask) {
    case "file":
      readRegular(question.path, question.maxBytes, question.root);
      break;
    case "folder":
      entriesOf(question.path);
      break;
    case "target":
      targetOf(question.path);
      break;
    case "entry":
      isThere(question.path);
      break;
    case "over":
      Day.today().isAfter(question.day);
  }
}
