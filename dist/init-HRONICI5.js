import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{inspect}from"./chunk-VV36GN4Z.js";import{repository,version}from"./chunk-WWH6AXJU.js";import"./chunk-YHUUTNGD.js";import"./chunk-DERWSRVE.js";import"./chunk-ONXIQI3T.js";import"./chunk-Q6T6HKON.js";import"./chunk-3F6O7AVM.js";import"./chunk-SW6AX6SG.js";import"./chunk-OTUEEEBH.js";import"./chunk-RCB3GWR3.js";import{frameworkIds,loadFramework}from"./chunk-D57CWYAU.js";import{UsageError,nearest,require_dist}from"./chunk-QHELS3FC.js";import"./chunk-R4726WFO.js";import{__toESM}from"./chunk-DRWACEDY.js";var import_yaml=__toESM(require_dist(),1);import{existsSync,mkdirSync,writeFileSync}from"node:fs";import path from"node:path";var configFile="falcoverage.yaml",matrixFile="falcoverage-matrix.yaml",workflowFile=".github/workflows/falcoverage.yml";async function initCommand(flags,terminal){let root=terminal.cwd(),{model}=await inspect([],{root}),{compliance,rulesets}=model,ids=wantedFrameworks(flags.frameworks,compliance),hasMatrix=compliance.matrices.length>0,files=[[configFile,configText()],...hasMatrix?[]:[[matrixFile,await matrixText(ids,compliance)]],[workflowFile,workflowText()]];for(let[file,content]of files){let target=path.join(root,file);if(existsSync(target)){terminal.stdout.write(`kept     ${file} (it is there already)
`);continue}mkdirSync(path.dirname(target),{recursive:!0}),writeFileSync(target,content,{flag:"wx"}),terminal.stdout.write(`created  ${file}
`)}hasMatrix&&terminal.stdout.write(`kept     ${compliance.matrices.map(({source})=>source.file).join(", ")}
`);let rules=rulesets.reduce((sum,{result})=>sum+result.rules.length,0);return terminal.stdout.write(`
Found ${rules} Falco rule${rules===1?"":"s"}. Next: falcoverage check
`),0}function wantedFrameworks(written,{tags}){if(written===void 0){let named=new Set(tags.map(({tag})=>tag.framework));return named.size>0?frameworkIds.filter(id=>named.has(id)):frameworkIds}let ids=written.split(",").map(id=>id.trim());for(let id of ids){if(frameworkIds.includes(id))continue;let near=nearest(id,frameworkIds);throw new UsageError(`There is no framework "${id}": ${near===void 0?`use ${frameworkIds.join(", ")}.`:`did you mean "${near}"?`}`)}return ids}function configText(){return`# yaml-language-server: $schema=${schemaUrl("config")}
version: 1
# The rung from which a control counts as covered: mapped, valid, enabled, deployed, routed or proven.
level: routed
# The mildest finding that fails the check: error, warning, notice or never.
fail-on: error
# min-coverage: 80
# rules:
#   falco/example-rule: off
`}async function matrixText(ids,compliance){let used=new Map(compliance.frameworks.map(one=>[one.framework.id,one])),frameworks=[],controls={};for(let id of ids){let framework=used.get(id)?.framework??await loadFramework(id);if(framework===void 0)continue;frameworks.push({id,version:framework.version,...framework.defaultBaseline===void 0?{}:{baseline:framework.defaultBaseline}});let rules=new Map;for(let{used:of,lookup,rule}of compliance.tags)of?.framework!==framework||lookup?.kind!=="control"&&lookup?.kind!=="ambiguous"||rules.set(lookup.control.id,(rules.get(lookup.control.id)??new Set).add(rule));controls[id]=Object.fromEntries([...framework.controls.keys()].filter(control=>rules.has(control)).map(control=>[control,{rules:[...rules.get(control)].sort()}]))}let body=(0,import_yaml.stringify)({version:1,frameworks,controls},{lineWidth:0});return`# yaml-language-server: $schema=${schemaUrl("matrix")}
# Which Falco rules cover which controls.
${body}`}function schemaUrl(name){return`${repository}/raw/main/schemas/${name}.schema.json`}function workflowText(){let[owner,name]=repository.split("/").slice(-2);return`name: falcoverage
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  pull-requests: write
jobs:
  falcoverage:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: ${owner}/${name}@v${version.split(".")[0]}
`}export{initCommand};
