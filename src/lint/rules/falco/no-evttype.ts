import { falcoCodeRule } from "../../falco-code.ts";

export default falcoCodeRule(
  "falco/no-evttype",
  "LOAD_NO_EVTTYPE",
  "warning",
  "A rule listens to every event, which costs on each of them",
);
