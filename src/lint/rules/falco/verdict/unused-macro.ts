import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule("falco/unused-macro", "LOAD_UNUSED_MACRO", "notice", "A macro is not used");
