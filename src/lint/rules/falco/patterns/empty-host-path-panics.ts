import { argumentRule } from "../../../field-arguments.ts";

export default argumentRule(
  {
    id: "falco/empty-host-path-panics",
    severity: "error",
    summary: '`ka.req.volume.hostpath[""]` ends the k8saudit plugin at the first event',
    fixable: false,
  },
  ({ name, argument, written }) =>
    name === "ka.req.volume.hostpath" && argument === ""
      ? {
          message: `\`${written}\` loads, and the plugin panics at the first event: it looks at the last character of a path that has none.`,
          help: "Name a path, as in `ka.req.volume.hostpath[/etc]`, or `[*]` for any.",
        }
      : undefined,
);
