import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule("falco/unused-list", "LOAD_UNUSED_LIST", "notice", "A list is not used");
