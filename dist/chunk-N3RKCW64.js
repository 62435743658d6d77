import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{repository}from"./chunk-XWJ4TO25.js";import{require_dist}from"./chunk-GGNGG3LO.js";import{__toESM}from"./chunk-SORVOMMK.js";var import_yaml=__toESM(require_dist(),1);function schemaUrl(name){return`${repository}/raw/main/schemas/${name}.schema.json`}function configurationText(choices){return`# yaml-language-server: $schema=${schemaUrl("config")}
version: 1
# The rung from which a control counts as covered: mapped, valid, enabled, deployed, routed or proven.
level: routed
# The mildest finding that fails the check: error, warning, notice or never.
fail-on: error
# min-coverage: 80
# rules:
#   falco/example-rule: off
${choices.start==="pack"?organisationText(choices):""}`}function organisationText({pack:{namespace,registries,data,platform}}){let paths=Object.entries(data),known=Object.fromEntries(paths.filter(([,value])=>value!==void 0)),open=paths.filter(([,value])=>value===void 0).map(([key])=>key),organisation={"approved-images":registries.length>0?registries:["registry.k8s.io"],...known,...platform!==void 0&&{platforms:[platform]}};return`# What the reference events cannot know of you. The rules learn the same from falco-rules-local.yaml.
${(0,import_yaml.stringify)({organisation},{lineWidth:0,flowCollectionPadding:!1})}${open.map(key=>`  # PLACEHOLDER ${key}: [/srv/example], or [] where there is no such data
`).join("")}assume:
  # Made by hand, as the README of the policies says; the repository must not hold it.
  secrets: [${namespace}/falcosidekick-secrets]
`}export{schemaUrl,configurationText};
