import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{confirm,isCancel,multiselect,select,text}from"./chunk-UCP2CMHA.js";import{inspect}from"./chunk-7A5TSQ2S.js";import"./chunk-NUCVGTUA.js";import{policiesIn,readPolicy,repository,version}from"./chunk-UXFHIKJK.js";import"./chunk-7LOKM6P7.js";import"./chunk-SWP3CBLG.js";import"./chunk-DPNMS5GZ.js";import"./chunk-IDSAQMZP.js";import"./chunk-ESFJNYCY.js";import"./chunk-PQDXQWM2.js";import"./chunk-WZCP3JIZ.js";import"./chunk-KBSGTTC3.js";import"./chunk-TCXLVW7L.js";import"./chunk-GNI6WFCZ.js";import"./chunk-2IWDB6LU.js";import"./chunk-KVWGFTA4.js";import"./chunk-YEBKXH7M.js";import{Detections,frameworkHeads,frameworkIds,loadFramework,upstreamDetections}from"./chunk-CRHPLMVS.js";import{ownRuleNames}from"./chunk-ZCPMMWDQ.js";import"./chunk-U2NLEMOS.js";import{UsageError,nearest,require_dist}from"./chunk-LIE63P5W.js";import"./chunk-R4726WFO.js";import{__toESM}from"./chunk-SORVOMMK.js";import{existsSync as existsSync2,mkdirSync,writeFileSync}from"node:fs";import path2 from"node:path";var minimum=(name,value)=>({name:`${name}_MINIMUMPRIORITY`,value}),outputs={slack:{title:"Slack: everything that is reported",settings:[{name:"SLACK_WEBHOOKURL",secret:"SLACK_WEBHOOK_URL"},minimum("SLACK","notice"),{name:"SLACK_OUTPUTFORMAT",value:"text"},{name:"SLACK_MESSAGEFORMAT",value:"*{{ .Priority }}* {{ .Rule }} on {{ .Hostname }}"}]},teams:{title:"Microsoft Teams: everything that is reported",settings:[{name:"TEAMS_WEBHOOKURL",secret:"TEAMS_WEBHOOK_URL"},minimum("TEAMS","notice")]},pagerduty:{title:"PagerDuty: what must wake somebody",settings:[{name:"PAGERDUTY_ROUTINGKEY",secret:"PAGERDUTY_ROUTING_KEY"},minimum("PAGERDUTY","critical")]},opsgenie:{title:"Opsgenie: what must wake somebody",settings:[{name:"OPSGENIE_APIKEY",secret:"OPSGENIE_API_KEY"},minimum("OPSGENIE","critical")]},loki:{title:"Loki: a store that keeps the alerts as evidence",settings:[{name:"LOKI_HOSTPORT",value:"http://loki.monitoring.svc.cluster.local:3100"},{name:"LOKI_FORMAT",value:"json"},minimum("LOKI","notice")],port:3100},elasticsearch:{title:"Elasticsearch: a store that keeps the alerts as evidence",settings:[{name:"ELASTICSEARCH_HOSTPORT",value:"http://elasticsearch.monitoring.svc.cluster.local:9200"},{name:"ELASTICSEARCH_INDEX",value:"falco"},minimum("ELASTICSEARCH","notice")],port:9200},alertmanager:{title:"Alertmanager: routes by framework and priority",settings:[{name:"ALERTMANAGER_HOSTPORT",value:"http://alertmanager-operated.monitoring.svc.cluster.local:9093"},minimum("ALERTMANAGER","notice")],port:9093}},outputNames=Object.keys(outputs),usualOutputs=["slack","pagerduty","loki"];function outputTitle(name){return outputs[name].title}function settingsOf(names){return names.flatMap(name=>outputs[name].settings)}function secretKeys(names){return settingsOf(names).flatMap(setting=>"secret"in setting?[setting.secret]:[])}function addresses(names){return settingsOf(names).flatMap(setting=>"value"in setting&&setting.name.endsWith("_HOSTPORT")?[setting.value]:[])}function envItems(names,indent){return settingsOf(names).flatMap(setting=>[`- name: ${setting.name}`,..."secret"in setting?["  valueFrom:","    secretKeyRef:","      name: falcosidekick-secrets",`      key: ${setting.secret}`]:[`  value: ${/[*{:]/.test(setting.value)?`'${setting.value}'`:setting.value}`]]).map(line2=>`${" ".repeat(indent)}${line2}
`).join("")}function egressItems(names){let ports=names.flatMap(name=>outputs[name].port??[]);return ports.length===0?"":`    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: monitoring
      ports:
${ports.map(port=>`        - port: ${port}
          protocol: TCP
`).join("")}`}function secretCommand(names){return["kubectl create secret generic falcosidekick-secrets -n falco-system",...secretKeys(names).map(key=>`  --from-literal=${key}='...'`)].join(` \\
`)}var starts=["empty","existing","pack"],deployTools=["helm","kustomize","operator","manifests"],platforms=["eks","gke","aks","openshift","bare"];function oneOf(option,value,allowed){let found=allowed.find(one=>one===value);if(found!==void 0)return found;let near=nearest(value,allowed);throw new UsageError(`--${option} ${value} is not known: ${near===void 0?`use ${allowed.join(", ")}.`:`did you mean "${near}"?`}`)}function listOf(written){return written.split(",").map(value=>value.trim()).filter(value=>value!=="")}function frameworksOf(written){let ids=listOf(written);if(ids.length===0)throw new UsageError(`--frameworks names none: use ${frameworkIds.join(", ")}.`);for(let id of ids){if(frameworkIds.includes(id))continue;let near=nearest(id,frameworkIds);throw new UsageError(`There is no framework "${id}": ${near===void 0?`use ${frameworkIds.join(", ")}.`:`did you mean "${near}"?`}`)}return ids}function namespaceProblem(value){return/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(value)?void 0:`"${value}" is no name of a namespace: lower-case letters, digits and hyphens, at most 63.`}function pathsProblem(written){if(written.trim()==="none")return;let wrong=listOf(written).find(one=>!/^\/[^\s"'[\]{}%*?\\]+$/.test(one));return wrong===void 0?void 0:`"${wrong}" is no absolute path, such as /srv/records.`}function registriesProblem(written){let wrong=listOf(written).find(one=>!/^[a-z0-9][a-z0-9.-]*(:\d+)?(\/[a-z0-9._-]+)*$/.test(one));return wrong===void 0?void 0:`"${wrong}" is no registry, such as registry.acme.io or ghcr.io/acme.`}function directoryProblem(value){return value.split("/").every(part=>/^[\w][\w.-]*$/.test(part))?void 0:`"${value}" is no folder of this repository, such as runtime-security.`}function refuse(option,problem){if(problem!==void 0)throw new UsageError(`--${option}: ${problem}`)}function pathsOf(written){if(!(written===void 0||written.trim()===""))return written.trim()==="none"?[]:listOf(written)}function outputsOf(written){return listOf(written).map(one=>oneOf("outputs",one,outputNames))}var import_yaml=__toESM(require_dist(),1);function schemaUrl(name){return`${repository}/raw/main/schemas/${name}.schema.json`}function configurationText(choices){return`# yaml-language-server: $schema=${schemaUrl("config")}
version: 1
# The rung from which a control counts as covered: mapped, valid, enabled, deployed, routed or proven.
level: routed
# The mildest finding that fails the check: error, warning, notice or never.
fail-on: error
# min-coverage: 80
# rules:
#   falco/example-rule: off
${choices.start==="pack"?organisationText(choices):""}`}function organisationText({pack:{namespace,registries,data}}){let paths=Object.entries(data),known=Object.fromEntries(paths.filter(([,value])=>value!==void 0)),open2=paths.filter(([,value])=>value===void 0).map(([key])=>key),organisation={"approved-images":registries.length>0?registries:["registry.k8s.io"],...known};return`# What the reference events cannot know of you. The rules learn the same from falco-rules-local.yaml.
${(0,import_yaml.stringify)({organisation},{lineWidth:0,flowCollectionPadding:!1})}${open2.map(key=>`  # PLACEHOLDER ${key}: [/srv/example], or [] where there is no such data
`).join("")}assume:
  # Made by hand, as the README of the policies says; the repository must not hold it.
  secrets: [${namespace}/falcosidekick-secrets]
`}var import_yaml2=__toESM(require_dist(),1);async function matrixText(ids,compliance,proposals){let frameworks=[],controls={},document=new import_yaml2.Document({});for(let id of ids){let framework=compliance.frameworks.find(one=>one.framework.id===id)?.framework??await loadFramework(id);if(framework===void 0)continue;let baseline=framework.defaultBaseline;frameworks.push({id,version:framework.version,...baseline!==void 0&&{baseline}});let named={};for(let control of framework.controls.values()){let rules=[...proposals(framework,control.id)].sort(([a],[b])=>a<b?-1:1);if(control.group||rules.length===0)continue;let names=rules.map(([name,signals])=>{let node=document.createNode(name);return signals.length>0&&(node.comment=` ${signals.join(", ")}`),node});named[control.id]={rules:names}}controls[id]=named}return document.contents=document.createNode({version:1,frameworks,controls}),document.commentBefore=[` yaml-language-server: $schema=${schemaUrl("matrix")}`," Which Falco rules cover which controls. After a rule are the signals by which it was proposed: kinds of attacks of"," which it detects some. Read each before you rely on it."].join(`
`),document.toString({lineWidth:0})}function proposalsFor(compliance,rulesets,detections){let bySignal=new Map;for(let[signal,corpus]of detections.corpora){let attacks=corpus.attacks.flatMap(({scenarios})=>scenarios),rules=new Set;for(let ruleset of rulesets)for(let name of ruleset.rules.keys()){let fires=detections.of(ruleset,name,corpus);attacks.some(scenario=>fires.has(scenario))&&rules.add(name)}bySignal.set(signal,rules)}return(framework,id)=>{let found=new Map;for(let signal of framework.controls.get(id)?.signals??[])for(let rule of bySignal.get(signal)??[])found.set(rule,[...found.get(rule)??[],signal]);for(let rule of taggedFor(compliance,framework.id,id))found.set(rule,found.get(rule)??[]);return found}}function taggedFor({tags},framework,id){return tags.flatMap(({used,lookup,rule})=>used?.framework.id===framework&&lookup!==void 0&&"control"in lookup&&lookup.control.id===id?[rule]:[])}function withFrameworks(text2,ids){let document=(0,import_yaml2.parseDocument)(text2),keep=new Set(ids),frameworks=document.get("frameworks");frameworks.items=frameworks.items.filter(item=>(0,import_yaml2.isMap)(item)&&keep.has(String(item.get("id"))));let controls=document.get("controls");return controls.items=controls.items.filter(({key})=>keep.has(key.value)),document.toString({lineWidth:0})}var listNames={"phi-paths":"fcv_phi_paths","cardholder-paths":"fcv_cardholder_paths","personal-data-paths":"fcv_personal_data_paths"};function localRules({namespace,registries,data}){let keys=Object.keys(listNames),body=[`- required_engine_version: 0.57.0
`,...[registries.length===0?open("fcv_approved_images","registries: where your images come from","registry.example.com"):override("fcv_approved_images",registries),...keys.map(key=>{let paths=data[key];return paths===void 0?open(listNames[key],`${key}: where this data is`,"/srv/example"):paths.length===0?`# There is no such data, so ${listNames[key]} stays as it is.
`:override(listNames[key],paths)})]].join(`
`);return`# What differs here from the compliance rules. It is loaded after them, so an update of the rules leaves it alone.
apiVersion: v1
kind: ConfigMap
metadata:
  name: falco-rules-local
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: falco
    app.kubernetes.io/part-of: runtime-security
data:
  90-local.yaml: |
${body.replace(/^(?=.)/gm,"    ")}`}function override(list,values){return`- list: ${list}
  items: [${values.map(value=>JSON.stringify(value)).join(", ")}]
  override:
    items: append
`}function open(list,what,example){return`# PLACEHOLDER ${what}.
${override(list,[example]).replace(/^(?=.)/gm,"# ")}`}function packReadme(pack){let{platform,directory}=pack;return`# Runtime security with Falco

| path | what it is |
| --- | --- |
| \`falco/\` | the sensor, its rules and the routes of its alerts |
| \`falco/falco-rules-local.yaml\` | what differs here from the compliance rules: data, registries, exceptions |
${platform===void 0?"":`| \`falco/platforms/${platform}/\` | what this platform may do on its nodes |
`}| \`falco/k8s-audit/\` | audit policy and webhook configuration for the API server |
| \`matrix.yaml\` | which rules answer which control |
| \`tests/\` | for each rule the events on which it fires, and near misses on which it does not |
| \`runbooks/\` | what to do when a rule fires |
| \`monitoring/\` | alerts on the sensor itself, a dashboard |
| \`logging/\` | configurations of log shippers, and how long to keep the alerts |

\`falcoverage check\` says what it covers. Search for \`PLACEHOLDER\` here and in \`falcoverage.yaml\` for what is still
open.

## Deploy

\`\`\`bash
cd ${directory}
${commands(pack)}
\`\`\`

The rules on the Kubernetes audit log need the API server's events: see \`falco/k8s-audit/\`.

## Two weeks later

Write exceptions for what is normal here into \`falco/falco-rules-local.yaml\`: always with the image or the namespace in
addition to the process. An exception that silences the last rule of a control is a finding in the pull request.
`}function commands(pack){let apply=file=>`kubectl apply -f falco/${file}`,rules=[apply("falco-rules-compliance.yaml"),...pack.platform===void 0?[]:[apply(`platforms/${pack.platform}/rules.yaml`)],apply("falco-rules-local.yaml")],namespace=["kubectl create namespace falco-system","kubectl label namespace falco-system pod-security.kubernetes.io/enforce=privileged"],secret=secretCommand(pack.outputs);switch(pack.deploy){case"kustomize":return["kubectl apply -k .",secret].join(`
`);case"manifests":return[apply("falco-daemonset.yaml"),...rules,secret,apply("falcosidekick.yaml")].join(`
`);case"operator":return[...namespace,...rules,secret,apply("operator/falco.yaml")].join(`
`);case"helm":return["helm repo add falcosecurity https://falcosecurity.github.io/charts",...namespace,...rules,secret,"helm install falco falcosecurity/falco --version 9.1.0 -n falco-system -f falco/values-production.yaml"].join(`
`)}}var packNamespace="falco-system",deployments={manifests:["falco/falco-daemonset.yaml","falco/falcosidekick.yaml"],kustomize:["falco/falco-daemonset.yaml","falco/falcosidekick.yaml"],helm:["falco/values-production.yaml"],operator:["falco/operator/falco.yaml"]};function packFiles(choices){let{pack,frameworks}=choices,{directory,deploy,platform,namespace}=pack,copied=["falco/falco-rules-compliance.yaml",...deployments[deploy],...platform===void 0?[]:[`falco/platforms/${platform}/rules.yaml`],...["falco/k8s-audit","tests","runbooks","monitoring","logging"].flatMap(policiesIn)].map(file=>({file,text:fitted(file,readPolicy(file),pack)})),written=[{file:"matrix.yaml",text:withFrameworks(readPolicy("matrix.yaml"),frameworks)},{file:"falco/falco-rules-local.yaml",text:localRules(pack)},...deploy==="kustomize"?[{file:"kustomization.yaml",text:kustomization(pack)}]:[],{file:"README.md",text:packReadme(pack)}];return[...copied,...written].map(({file,text:text2})=>({file:`${directory}/${file}`,text:text2.replaceAll(packNamespace,namespace)}))}function replaced(file,text2,pattern,by){if(!pattern.test(text2))throw new Error(`policies/${file} has no ${pattern}`);return text2.replace(pattern,()=>by)}function fitted(file,text2,{outputs:outputs2}){switch(file){case"falco/falcosidekick.yaml":{let env=replaced(file,text2,/ {12}- name: SLACK_WEBHOOKURL[\s\S]*?(?= {10}livenessProbe:)/,envItems(outputs2,12));return`${replaced(file,env,/^(#.*\n)+/,sidekickHead(outputs2))}${egressItems(outputs2)}`}case"falco/operator/falco.yaml":return replaced(file,text2,/ {12}- name: SLACK_WEBHOOKURL[\s\S]*?(?=---\n)/,envItems(outputs2,12));case"falco/values-production.yaml":return replaced(file,text2,/ {2}config:\n {4}extraEnv:[\s\S]*?(?= {2}webui:)/,`  config:
    extraEnv:
${envItems(outputs2,6)}`);default:return file.startsWith("falco/platforms/")?text2.replace(/^ *# falcoverage-ignore .*\n/gm,""):text2}}function sidekickHead(outputs2){return`# falcosidekick 2.34: takes every alert from Falco and sends it on.
#
# The Secret is made by hand, so that no key is ever in the repository:
${secretCommand(outputs2).replace(/^/gm,"#   ")}
`}function kustomization({platform}){return`# The whole stack. What differs from cluster to cluster belongs into overlays that build on this.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
${["falco/falco-daemonset.yaml","falco/falco-rules-compliance.yaml",...platform===void 0?[]:[`falco/platforms/${platform}/rules.yaml`],"falco/falco-rules-local.yaml","falco/falcosidekick.yaml","monitoring"].map(one=>`  - ${one}
`).join("")}`}function workflowText(branch){let action=`${repository.split("/").slice(-2).join("/")}@v${version}`,checkout="actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";return`name: falcoverage
on:
  pull_request:
  push:
    branches: [${JSON.stringify(branch)}]
  schedule:
    - cron: "23 5 * * 1"

permissions:
  contents: read

concurrency:
  group: falcoverage-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      pull-requests: write # the comment
      security-events: write # the findings under Security
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
      - uses: ${action}
        id: falcoverage
      - uses: github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2
        # A pull request from a fork may not upload.
        if: \${{ !cancelled() && steps.falcoverage.outputs.sarif && github.event.pull_request.head.repo.fork != true }}
        with:
          sarif_file: \${{ steps.falcoverage.outputs.sarif }}

  badge:
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: write # the branch with the badge
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
      - uses: ${action}
        with:
          badge-branch: badges
          fail-on: never
`}async function planFiles(choices,inspection,survey){let{compliance,rulesets,reference}=inspection.model,files=[{file:"falcoverage.yaml",text:configurationText(choices)},{file:".github/workflows/falcoverage.yml",text:workflowText(survey.branch)}];if(choices.start==="pack")return[...files,...packFiles(choices)];if(survey.matrices.length>0)return files;let none=()=>new Map,proposals=choices.start==="empty"?none:proposalsFor(compliance,rulesets,new Detections(reference.corpora,upstreamDetections())),text2=await matrixText(choices.frameworks,compliance,proposals);return[...files,{file:"falcoverage-matrix.yaml",text:text2}]}function openPoints({start,pack}){if(start!=="pack")return[];let{directory,registries,data,outputs:outputs2,namespace}=pack,local=`${directory}/falco/falco-rules-local.yaml`,paths=Object.entries(data).flatMap(([key,value])=>value===void 0?[key]:[]),secrets=secretKeys(outputs2);return[...registries.length===0?[`registries: where your images come from (${local})`]:[],...paths.map(key=>`${key}: where this data is (${local} and falcoverage.yaml)`),...secrets.length===0?[]:[`Secret ${namespace}/falcosidekick-secrets: ${secrets.join(", ")}`],...addresses(outputs2).map(address=>`${address}: is it called so in your cluster?`)]}var startTitles={pack:"The reference policies: rules, tests, deployment, runbooks, monitoring",existing:"A matrix proposed from the rules that are here",empty:"Configuration and workflow, with an empty matrix"},toolTitles={helm:"Helm, with the official chart",kustomize:"kustomize",operator:"the Falco Operator",manifests:"plain manifests, with kubectl apply"},platformTitles={eks:"Amazon EKS",gke:"Google GKE",aks:"Azure AKS",openshift:"OpenShift",bare:"clusters of your own"};async function ask(choices,given){let start=given.has("start")?choices.start:await answer(select({message:"What shall it start with?",initialValue:choices.start,options:starts.toReversed().map(value=>({value,label:startTitles[value]}))})),frameworks=given.has("frameworks")?choices.frameworks:await answer(multiselect({message:"Which frameworks? (space chooses)",initialValues:[...choices.frameworks],options:[...frameworkHeads].map(([value,{name}])=>({value,label:name})),required:!0})),pack=start==="pack"?await askPack(choices.pack,given):choices.pack;return{start,frameworks,pack}}async function askPack(pack,given){let deploy=given.has("deploy")?pack.deploy:await answer(select({message:"How do you deploy?",initialValue:pack.deploy,options:deployTools.map(value=>({value,label:toolTitles[value]}))})),platform=given.has("platform")?pack.platform:await answer(select({message:"Where do the clusters run?",initialValue:pack.platform??"several",options:[...platforms.map(value=>({value,label:platformTitles[value]})),{value:"several",label:"several of these, or something else"}]})),namespace=given.has("namespace")?pack.namespace:await line("Namespace of Falco?",namespaceProblem,pack.namespace),registries=given.has("registries")?pack.registries:listOf(await line("Registries of your images? (with commas; empty: later)",registriesProblem,pack.registries.join(","))),outputs2=given.has("outputs")?pack.outputs:await answer(multiselect({message:"Where shall alerts go?",initialValues:[...pack.outputs],options:outputNames.map(value=>({value,label:outputTitle(value)})),required:!0})),data={...pack.data};for(let[key,what]of[["phi-paths","protected health information"],["cardholder-paths","cardholder data"],["personal-data-paths","personal data"]])given.has(key)||(data[key]=pathsOf(await line(`Directories with ${what}? (with commas; none; empty: later)`,pathsProblem,"")));return{...pack,deploy,platform:platform==="several"?void 0:platform,namespace,registries,outputs:outputs2,data}}async function confirmOverwrite(files){let some=files.length>3?`${files.slice(0,3).join(", ")} and ${files.length-3} more`:files.join(", ");return answer(confirm({message:`Overwrite ${some}?`,initialValue:!1}))}function line(message,problem,initialValue){return answer(text({message,initialValue,validate:value=>problem(value??"")})).then(value=>value??"")}async function answer(question){let value=await question;if(isCancel(value))throw new UsageError("Cancelled. Nothing was written.");return value}import{existsSync,readFileSync}from"node:fs";import path from"node:path";var tools={helm:"helm",kustomize:"kustomize",operator:"operator",manifest:"manifests"},platformMarks=[["eks",/eks\.amazonaws\.com|\.dkr\.ecr\.|alb\.ingress\.kubernetes\.io|vpc\.amazonaws\.com/],["gke",/iam\.gke\.io|cloud\.google\.com\/|-docker\.pkg\.dev\/|networking\.gke\.io/],["aks",/azure\.workload\.identity|\.azurecr\.io\/|kubernetes\.azure\.com/],["openshift",/apiVersion: *["']?(route|config|security|project)\.openshift\.io\//]],publicRegistry=/^(docker\.io|ghcr\.io|quay\.io|registry\.k8s\.io|k8s\.gcr\.io|gcr\.io|public\.ecr\.aws|mcr\.microsoft\.com|cr\.fluentbit\.io|registry\.gitlab\.com)$/;function surveyOf({model,discovery},root){let{rulesets,stacks,resources,compliance}=model,groups=new Set(resources.map(({apiVersion})=>apiVersion.split("/")[0])),texts=discovery.texts.map(({content})=>content),files=discovery.texts.map(({file})=>path.basename(file)),published=rulesets.flatMap(({rules})=>[...rules.values()].filter(({location})=>location===void 0)),kind=stacks[0]?.kind;return{ownRules:ownRuleNames(rulesets).length,loadedRules:new Set(published.map(({name})=>name)).size,stacks,matrices:compliance.matrices.map(({source})=>source.file),taggedFrameworks:[...new Set(compliance.tags.map(({tag})=>tag.framework))],deploy:(kind&&tools[kind])??(files.includes("kustomization.yaml")?"kustomize":files.includes("Chart.yaml")?"helm":void 0),gitops:groups.has("argoproj.io")?"Argo CD":[...groups].some(group=>group.endsWith("toolkit.fluxcd.io"))?"Flux":files.some(file=>/^helmfile\.ya?ml$/.test(file))?"Helmfile":void 0,platform:platformMarks.find(([,mark])=>texts.some(text2=>mark.test(text2)))?.[0],registries:registriesIn(texts),branch:defaultBranch(root)}}function registriesIn(texts){let found=new Set;for(let text2 of texts)for(let[,image=""]of text2.matchAll(/^\s*(?:- )?image: *["']?([^\s"'{}]{3,200})/gm)){let registry=image.includes("/")?image.split("/")[0]:"";/[.:]/.test(registry)&&!publicRegistry.test(registry)&&!/(^|\.)example\./.test(registry)&&found.add(registry.toLowerCase())}return[...found].sort().slice(0,10)}function defaultBranch(root){for(let[file,pattern]of[[".git/refs/remotes/origin/HEAD",/^ref: refs\/remotes\/origin\/(\S+)/],[".git/HEAD",/^ref: refs\/heads\/(\S+)/]]){let target=path.join(root,file);if(!existsSync(target))continue;let branch=pattern.exec(readFileSync(target,"utf8"))?.[1];if(branch!==void 0)return branch}return"main"}function surveyLines(survey){let{ownRules,loadedRules,stacks,matrices,gitops,platform,registries}=survey,lines=[`Falco rules   ${ownRules===0?"none of your own":`${ownRules} of your own`}${loadedRules===0?"":`, and ${loadedRules} of Falco's that deployments load`}`,`Deployments   ${stacks.length===0?"none of Falco":stacks.map(({name,kind})=>`${name} (${kind})`).join(", ")}`];return matrices.length>0&&lines.push(`Matrix        ${matrices.join(", ")}`),gitops!==void 0&&lines.push(`GitOps        ${gitops}`),platform!==void 0&&lines.push(`Platform      ${platform}`),registries.length>0&&lines.push(`Registries    ${registries.join(", ")}`),lines}async function initCommand(flags,terminal){let root=terminal.cwd(),inspection=await inspect([],{root}),survey=surveyOf(inspection,root),asks=flags.yes!==!0&&terminal.stdin?.isTTY===!0&&terminal.stdout.isTTY===!0,known=choicesOf(flags,survey,asks);terminal.stdout.write(`Found here:
${surveyLines(survey).map(line2=>`  ${line2}
`).join("")}
`);let choices=asks?await ask(known,givenBy(flags)):known,files=await planFiles(choices,inspection,survey),there=files.filter(({file})=>existsSync2(path2.join(root,file))).map(({file})=>file),overwrites=flags.force===!0||asks&&there.length>0&&await confirmOverwrite(there),kept=new Set(overwrites?[]:there);for(let{file,text:text2}of files)kept.has(file)||write(root,file,text2,overwrites);let written=files.map(({file})=>file).filter(file=>!kept.has(file));return terminal.stdout.write(summary(written,[...kept,...choices.start==="pack"?[]:survey.matrices])),terminal.stdout.write(nextSteps(choices,survey)),0}function choicesOf(flags,survey,asks){let tagged=frameworkIds.filter(id=>survey.taggedFrameworks.includes(id)),usual=tagged.length>0?tagged:frameworkIds;return{start:flags.start===void 0?usualStart(survey,asks):oneOf("start",flags.start,starts),frameworks:flags.frameworks===void 0?usual:frameworksOf(flags.frameworks),pack:packChoicesOf(flags,survey)}}function usualStart({ownRules},asks){return ownRules>0?"existing":asks?"pack":"empty"}function packChoicesOf(flags,survey){let{namespace="falco-system",deploy,platform,registries,outputs:outputs2}=flags,directory=flags.directory?.replace(/^\.\/|\/+$/g,"")??"runtime-security";return refuse("namespace",namespaceProblem(namespace)),refuse("registries",registriesProblem(registries??"")),refuse("phi-paths",pathsProblem(flags.phiPaths??"")),refuse("cardholder-paths",pathsProblem(flags.cardholderPaths??"")),refuse("personal-data-paths",pathsProblem(flags.personalDataPaths??"")),refuse("directory",directoryProblem(directory)),{deploy:deploy===void 0?survey.deploy??"helm":oneOf("deploy",deploy,deployTools),platform:platform===void 0?survey.platform:oneOf("platform",platform,platforms),namespace,registries:registries===void 0?survey.registries:listOf(registries),data:{"phi-paths":pathsOf(flags.phiPaths),"cardholder-paths":pathsOf(flags.cardholderPaths),"personal-data-paths":pathsOf(flags.personalDataPaths)},outputs:outputs2===void 0?usualOutputs:outputsOf(outputs2),directory}}function givenBy(flags){return new Set(Object.entries(flags).filter(([,value])=>value!==void 0).map(([name])=>name.replace(/[A-Z]/g,letter=>`-${letter.toLowerCase()}`)))}function write(root,file,text2,overwrites){let target=path2.join(root,file);try{mkdirSync(path2.dirname(target),{recursive:!0}),writeFileSync(target,text2,{flag:overwrites?"w":"wx"})}catch(error){throw new UsageError(`Cannot write ${file}: ${error.code??String(error)}`)}}function summary(written,kept){let byFolder=new Map;for(let file of written){let parts=file.split("/"),folder=file.startsWith(".")||parts.length<2?file:`${parts.slice(0,Math.min(2,parts.length-1)).join("/")}/`;byFolder.set(folder,(byFolder.get(folder)??0)+1)}return`${[...[...byFolder].map(([name,count])=>`created  ${name}${name.endsWith("/")?` (${count} file${count===1?"":"s"})`:""}`),...kept.slice(0,10).map(file=>`kept     ${file} (it is there already; --force overwrites)`),...kept.length>10?[`kept     ${kept.length-10} more`]:[]].join(`
`)}
`}function nextSteps(choices,survey){let open2=openPoints(choices),left=open2.length===0?"":`
Left open:
${open2.map(point=>`  ${point}
`).join("")}`,hint=choices.start==="empty"&&survey.ownRules===0?`
There are no rules yet: falcoverage init --start pack writes rules, tests and a deployment to start from.
`:"",deployed=choices.start==="pack"&&survey.gitops!==void 0?`
${survey.gitops} deploys here: give it ${choices.pack.directory}, as its README says for ${choices.pack.deploy}.
`:"";return`${left}${hint}${deployed}
Next: falcoverage check
`}export{initCommand};
