import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{operationLimitation,operationSentence,readSentences,shownSentence}from"./chunk-RLCLED3V.js";import{holds,lanesOf,reachesSomebody,routeTree}from"./chunk-I5AX3KRC.js";import{clusterTable,dayOf,percentOf,shareText}from"./chunk-DQ7RHGSX.js";import{breadthText,limitation,missedOf,pagesOf,shareOf,signalSentence}from"./chunk-6GKHJFSM.js";import"./chunk-XLKXZPQP.js";import{coveredChange,describeChanges,isNew,joinParts}from"./chunk-IKSQEUEW.js";import"./chunk-S4EKH5BZ.js";import{htmlText,proseParts,visible}from"./chunk-NYSRJ3TU.js";import{excerpts}from"./chunk-O3JSPQK3.js";import"./chunk-XCWEGDLK.js";import"./chunk-GNI6WFCZ.js";import{severities}from"./chunk-SEVXT5XB.js";import{assumedText,blockerText,count,detectorText,familiesOf,frameworkTitle,hasCoverage,openByBlocker,percentText,statusOf,suppressedText}from"./chunk-B4FJ4E52.js";import"./chunk-KXKWJJ3A.js";import{atLeast,ladderOf,rungs}from"./chunk-KL6OMDV4.js";import"./chunk-SORVOMMK.js";import{createHash}from"node:crypto";function html(strings,...values){let markup=strings[0];for(let[i,value]of values.entries())markup+=valueText(value)+strings[i+1];return{markup}}function valueText(value){return value===null?"":typeof value=="string"?htmlText(value):typeof value=="number"?String(value):"markup"in value?value.markup:value.map(({markup})=>markup).join("")}function trusted(markup){return{markup}}function prose(text){let parts=proseParts(text).map(part=>part.code?html`<code>${part.text}</code>`:html`${part.text}`);return html`${parts}`}var statusTones={covered:"good",blocked:"mid",unmapped:"bad",undetectable:"off",excluded:"off"},severityTones={error:"bad",warning:"mid",notice:"info"};function shareTone(counts){return counts.percent===null?"off":counts.covered===counts.total?"good":counts.percent>=40?"mid":"bad"}function tag(tone,text){return html`<span class="tag ${tone}">${text}</span>`}function bar(counts){let width2=counts.total===0?0:counts.covered*100/counts.total;return html`<svg class="bar ${shareTone(counts)}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${width2.toFixed(2)}" height="1"/></svg>`}function location(file,line,context){let shown=html`<code>${line===void 0?file:`${file}:${line}`}</code>`,url=context.link?.(file,line);return url===void 0||!/^https?:\/\//.test(url)?shown:html`<a href="${url}">${shown}</a>`}function locationOf(blocker,context){return blocker?.file===void 0?null:location(blocker.file,blocker.line,context)}function lineBreak(markup){return markup===null?null:html`<br>${markup}`}function ladderSymbols(level){let shown=ladderOf(level),symbols=Array.from({length:shown.length+1},(_,reached)=>{let bars=shown.map((_2,i)=>{let height2=4+2*i;return html`<rect fill="currentColor"${i<reached?null:html` opacity=".22"`} x="${8*i}" y="${14-height2}" width="6" height="${height2}" rx="1"/>`});return html`<symbol id="rung${reached}" viewBox="0 0 ${8*shown.length-2} 17">${bars}<rect fill="currentColor" x="${8*rungs.indexOf(level)}" y="15.5" width="6" height="1.5"/></symbol>`});return html`<svg width="0" height="0" aria-hidden="true" hidden>${symbols}</svg>`}function ladder(rung){let reached=rung===null?0:rungs.indexOf(rung)+1;return html`<svg class="ladder" aria-hidden="true"><use href="#rung${reached}"/></svg>`}var Anchors=class{#taken=new Set;#known=new Map;of(...names){let key=JSON.stringify(names),known=this.#known.get(key);if(known!==void 0)return known;let plain=names.join("-").toLowerCase().replace(/[^a-z0-9]+/g,"-").replace(/^-|-$/g,"").slice(0,80),id=plain;for(let i=2;this.#taken.has(id);i++)id=`${plain}-${i}`;return this.#taken.add(id),this.#known.set(key,id),id}};var maxLanes=4,steps={ok:{tone:"good",label:"leads to",drawing:'<path d="M1 6h24"/><path class="tip" d="M24 2l7 4-7 4z"/>'},assumed:{tone:"mid",label:"is assumed to lead to",drawing:'<path stroke-dasharray="4 3" d="M1 6h23"/><path d="M24 2l7 4-7 4z"/>'},broken:{tone:"bad",label:"does not lead to",drawing:'<path d="M1 6h8M23 6h8M12 2l8 8M20 2l-8 8"/>'},unknown:{tone:"mid",label:"may lead to",drawing:'<path stroke-dasharray="2 3" d="M1 6h9M22 6h9"/><path d="M13 4q0-3 3-3t3 3q0 1.5-3 3v1"/><path d="M16 10v1.2"/>'}};function routeSymbols(){let symbols=Object.entries(steps).map(([status,{drawing}])=>html`<symbol id="step-${status}" viewBox="0 0 32 12"><g fill="none" stroke="currentColor" stroke-width="1.6">${trusted(drawing)}</g></symbol>`);return html`<svg width="0" height="0" aria-hidden="true" hidden>${symbols}</svg>`}function routePicture(control,{routes=[]},described,context){let lanes=lanesOf(control.rules,routes),shown=lanes.slice(0,maxLanes),left2=lanes.slice(maxLanes).reduce((sum,{rules})=>sum+rules.length,0),rest=left2===0?null:html`<p class="soft">${count(left2,"more rule")} that get less far.</p>`;return html`<figure class="ways"><figcaption>From the rules to those who are alerted</figcaption>
${shown.map(lane=>laneMarkup(lane,described,context))}${rest}</figure>`}function laneMarkup(lane,described,context){let[first,...others]=lane.rules,name=others.length===0?first.name:count(lane.rules.length,"rule"),root=routeTree({name,note:filesOf(lane,described)},lane,lane.deployments),isReached=reachesSomebody(lane),gaps=gapsOf(root).map(step=>{let at=step.file===void 0?null:html` ${location(step.file,step.line,context)}`;return html`<li class="${toneOf(step,isReached)}">${prose(step.reason??"")}${at}</li>`}),elsewhere=lane.elsewhere===0?null:html`<p class="stop">${lane.elsewhere===1?"1 more deployment brings":`${lane.elsewhere} more deployments bring`} them to somebody by other ways.</p>`,stop=isReached||lane.stopsBelow===null?null:html`<p class="stop">Stops below <b>${lane.stopsBelow}</b>.</p>`;return html`<div class="way">${placeMarkup(root,isReached)}${gaps.length===0?null:html`<ul class="plain gap">${gaps}</ul>`}${stop}${elsewhere}</div>\n`}function toneOf({status},isReached){return isReached&&status!=="ok"&&status!=="assumed"?"off":steps[status].tone}function filesOf({rules},described){let files=rules.map(({name,rung})=>{let rule=described.get(name);return rule?.file!=null?rules.length===1?`${rule.file}:${rule.line??1}`:rule.file:rung===null?"not defined":"published rules"}),[first="",...others]=new Set(files);return others.length===0?first:`${first} and ${count(others.length,"more file")}`}function gapsOf(root){let gaps=new Map,visit=({step,next})=>{step!==null&&step.reason!==null&&!gaps.has(step.reason)&&gaps.set(step.reason,step),next.forEach(visit)};return visit(root),[...gaps.values()]}function placeMarkup({name,note,step,next},isReached){let arrow=step===null?null:html`<svg class="arrow ${toneOf(step,isReached)}" role="img" aria-label="${steps[step.status].label}"><use href="#step-${step.status}"/></svg>`,out=step===null||holds(step)?null:trusted(" out"),box=html`<span class="place${out}"><b>${name}</b>${note===""?null:html` <small>${note}</small>`}</span>`,behind=next.length===0?null:html`<ul>${next.map(node=>html`<li>${placeMarkup(node,isReached)}</li>`)}</ul>`;return html`<div class="node">${arrow}${box}${behind}</div>`}function controlSections(report,context,anchors){let page={context,anchors,report,described:new Map(report.rules.map(rule=>[rule.name,rule]))},frameworks=report.coverage.frameworks.map((framework,i)=>{let{detect}=framework.totals,families=familiesOf(framework).flatMap((family,j)=>familySection({framework,family,id:`f${i}-${j}`,page})??[]),listed=framework.controls.filter(isListed);return html`<details class="framework" id="f${i}" data-group data-name="${frameworkTitle(framework)}" data-framework="${framework.id}">
<summary><b>${frameworkTitle(framework)}</b>${bar(detect)}<span class="num">${detect.covered} of ${detect.total} · <b class="${shareTone(detect)}">${percentText(detect.percent)}</b></span></summary>
${families}
${listSection("for people to show: alerts help with them, and no file shows them",listed.filter(isForPeople))}${listSection("that no detector can see",listed.filter(control=>!isForPeople(control)))}</details>\n`});return html`<section aria-labelledby="controls"><h2 id="controls">Every control</h2>
${frameworks}</section>`}function familySection({framework,family,id,page}){let shown=family.controls.filter(control=>!isListed(control));if(shown.length===0)return null;let{detect}=family,share=detect.total===0?null:html` <small>${detect.covered} of ${detect.total} covered</small>`;return html`<section class="family" data-group><h3 id="${id}"><code>${family.id}</code> ${family.title}${share}</h3>
${shown.map(control=>controlPage(framework,control,page))}</section>\n`}function isListed(control){return statusOf(control)==="undetectable"||isForPeople(control)}function isForPeople({runtime,rules,counted,outOfScope}){return runtime==="support"&&rules.length===0&&!counted&&outOfScope===null}function listSection(title,controls){if(controls.length===0)return null;let items=controls.map(control=>html`<li data-status="${statusOf(control)}" data-class="${control.runtime}"><code>${control.id}</code> ${control.title} <span class="why">${control.why}</span></li>\n`);return html`<details class="list" data-group><summary>${count(controls.length,"control")} ${title}</summary>
<ul class="unseen">${items}</ul></details>\n`}function controlPage(framework,control,page){let status=statusOf(control),answering=control.rules.filter(({rung})=>control.rung!==null&&atLeast(rung,control.rung)),reached=status==="excluded"?tag("off","out of scope"):html`<span class="${statusTones[status]}">${ladder(control.rung)}${control.rung??(status==="blocked"?"named only":"nothing")}</span>`,noun=control.runtime==="support"?"property":"rule",share=control.rules.length===0?null:html`<small>${answering.length} of ${control.rules.length===1?`1 ${noun}`:`${control.rules.length} ${noun==="rule"?"rules":"properties"}`}</small>`,names=JSON.stringify(control.rules.map(({name})=>visible(name)));return html`<details class="control" id="${page.anchors.of(framework.id,control.id)}" data-status="${status}" data-class="${control.runtime}" data-rung="${control.rung??"none"}" data-rules="${names}">
<summary><span><code class="id-text">${control.id}</code> <span class="title-text">${control.title}</span></span> <span>${reached}</span> ${share}</summary>
<div class="body">${classTags(control)}
<dl class="facts">
${fact("Class",html`${classText[control.runtime]} ${prose(control.why)}`)}
${control.part===void 0?null:fact("A detector shows",html`${control.part}; the rest of the control needs other evidence.`)}
${control.breadth==null?null:fact("Detected",detected(control))}
${control.outOfScope===null?null:fact("Out of scope",html`${prose(control.outOfScope)}`)}
${obstacle(control,page)}
</dl>
${status==="excluded"||control.rules.length===0||control.runtime==="support"?null:routePicture(control,page.report,page.described,page.context)}
${rulesOf(control,page)}</div></details>\n`}var classText={detect:"A runtime detector can see a breach of it.",partial:"A runtime detector can see a part of it.",support:"The monitoring itself is the evidence.",none:"Nothing that runs can show it."};function fact(name,value){return html`<dt>${name}</dt><dd>${value}</dd>\n`}function classTags(control){let tags=[...control.counted?[]:[tag("off","part of a counted control")],...control.assumed===void 0?[]:[tag("mid",`assumed: ${control.assumed}`)]];return tags.length===0?html``:html`<p>${tags}</p>`}function detected({breadth,signals=[]}){let lacking=signals.filter(({missed:missed2})=>missed2.length>0),missed=lacking.flatMap(({id,missed:missed2})=>missed2.map(name=>`${id}: ${name}`)),parts=lacking.map(({id,detected:detected2,attacks})=>`${id} ${detected2} of ${attacks}`);return html`${breadth.detected} of ${count(breadth.attacks,"reference attack")} (${percentText(breadth.percent)})${missed.length===0?".":html`; not all of ${parts.join(", ")}.<details class="misses"><summary>The ${missed.length===1?"one":missed.length} not detected</summary><ul class="plain missed">${missed.map(name=>html`<li>${name}</li>`)}</ul></details>`}`}function obstacle(control,{context}){let reason=blockerText(control);return reason===null?null:fact("Held back by",html`${prose(reason)}${lineBreak(locationOf(control.blockedBy,context))}`)}function rulesOf(control,page){if(control.rules.length===0)return null;let height2=({rung})=>rung===null?-1:rungs.indexOf(rung),sorted=control.rules.toSorted((a,b)=>height2(b)-height2(a)),there=sorted.filter(({rung})=>rung!==null),missing=sorted.filter(({rung})=>rung===null),isSupport=control.runtime==="support",list=rules=>html`<ul class="rules${isSupport?" properties":""}">${rules.map(rule=>ruleItem(rule,control,page))}</ul>`;return html`<h4>${isSupport?"Properties of the deployment":"Rules"}</h4>
${there.length===0?null:list(there)}${missing.length===0?null:html`<details><summary>${missing.length} more that ${missing.length===1?"is":"are"} missing</summary>${list(missing)}</details>`}`}function ruleItem(rule,control,{context,anchors,described}){let{blockedBy,evidence}=rule,same=blockedBy===null||JSON.stringify(blockedBy)===JSON.stringify(control.blockedBy),name=described.has(rule.name)?html`<a href="#${anchors.of("rule",rule.name)}">${rule.name}</a>`:html`${rule.name}`,why=same?null:html`<small class="aside">${prose(blockedBy.reason)} ${locationOf(blockedBy,context)}</small>`,shown=evidence===void 0?null:html`<br><small>${prose(evidence.sentence)} ${evidence.file===void 0?null:location(evidence.file,evidence.line,context)}</small>`,tone=control.rung!==null&&atLeast(rule.rung,control.rung)?statusTones[statusOf(control)]:"off",alike=rule.rung===control.rung?" same":"";return html`<li>${name}<small class="${tone}${alike}"> ${rule.rung??"missing"}</small>${testCount(described.get(rule.name))}${why}${shown}</li>`}function testCount(rule){if(rule?.tests===void 0)return null;let{passed,fires,silent}=rule.tests;return html`<small class="tests"> ${passed?`${fires+silent} tests passed`:"tests not passed"}</small>`}function cover(report,context){let{summary,coverage,tool}=report,{repository,commit,ref,by}=context.origin??{},frameworks=coverage.frameworks.map(({name,version,baseline})=>html`<li>${name} ${version}${baseline===null?null:`, baseline ${baseline}`}</li>`),rows=[["Repository",repository],["Commit",commit===void 0?void 0:html`<code>${commit}</code>`],["Branch or tag",ref],["Date",context.time===void 0?void 0:`${context.time.slice(0,16).replace("T"," ")} UTC`],["Run by",by],["Checked with",`${tool.name} ${tool.version}, as Falco ${summary.falcoVersion} reads the rules`],["Scope",`${count(summary.files,"file")}, ${count(summary.rules,"Falco rule")}${deployed(report)}`],["Period",periodOf(report)],["Left out",suppressedText(summary.suppressed)??void 0],["Counts from",coverage.frameworks.length===0?void 0:`the rung ${summary.level} (${ladderOf(summary.level).join(" \u2192 ")})`],["Frameworks",frameworks.length===0?void 0:html`<ul class="plain">${frameworks}</ul>`]].map(([name,value])=>value===void 0?html``:html`<dt>${name}</dt><dd>${value}</dd>\n`);return html`<dl class="facts">${rows}</dl>`}function deployed({coverage,routes=[]}){if(coverage.undeployed===!0)return", and no deployment of Falco that could be put together";let names=new Set([...routes.map(({deployment})=>deployment),...(coverage.deployments??[]).map(({name})=>name)]);return names.size===0?"":`, ${count(names.size,"deployment")} of Falco: ${[...names].join(", ")}`}function periodOf({operation}){return operation===void 0?"none: the files of one state were read whole, without sampling, and no records of any days":`${operation.period.from} to ${operation.period.to}, of which alerts and metrics were read`}function limits({coverage}){let assumed=assumedText(coverage);return html`<section aria-labelledby="limits"><h2 id="limits">What this does not show</h2>
<p>${limitation}</p>
<p>A rule that detects a breach of a control is partial evidence for it: how the control is designed, and what people do, needs other evidence. Each control says what a detector shows of it and what not.</p>
${assumed===null?null:html`<p>${assumed}</p>`}</section>`}function attestation(){let row=role=>html`<tr><th scope="row">${role}</th><td></td><td></td><td></td></tr>`;return html`<section class="paper" aria-labelledby="attestation"><h2 id="attestation">Attestation</h2>
<p>The figures are made by the program that the cover names, from the commit that it names, and can be made again from it. By signing, people say who they are and what they looked at; the program attests to nothing beyond its figures.</p>
<table><thead><tr><th scope="col">Role</th><th scope="col">Name</th><th scope="col">Date</th><th scope="col">Signature</th></tr></thead>
<tbody>${["Prepared by","Reviewed by","Owner of the controls"].map(row)}</tbody></table></section>`}var gapsShown=5;function managementSummary(report,context,table){let gaps=openByBlocker(detectable(report)).toSorted((a,b)=>b.size-a.size).slice(0,gapsShown),rest=openByBlocker(detectable(report)).length-gaps.length,list=gaps.map(gap=>gapItem(gap,context));return html`<section aria-labelledby="summary"><h2 id="summary">Summary</h2>
${table}
<h3>${gaps.length===0?"No detectable control is open":"What would close most"}</h3>
${gaps.length===0?null:html`<ol class="gaps">${list}</ol>`}
${rest>0?html`<p class="soft">${count(rest,"more cause")} under <a href="#obstacles">what holds coverage back</a>.</p>`:null}</section>`}function gapItem({reason,blocker,size,frameworks},context){let names=Array.from(frameworks,([name,list])=>`${name} ${list.length}`).join(", "),at=blocker?.file===void 0?null:location(blocker.file,blocker.line,context);return html`<li><b>${count(size,"control")}</b>: ${prose(reason)} ${at} <small>${names}</small></li>`}function detectable({coverage}){return{...coverage,frameworks:coverage.frameworks.map(framework=>({...framework,controls:framework.controls.filter(({runtime})=>runtime==="detect")}))}}function obstacles(report,context){let{coverage}=report,others={...coverage,frameworks:coverage.frameworks.map(framework=>({...framework,controls:framework.controls.filter(({runtime})=>runtime!=="detect")}))},shown=[["Controls that a detector can see",openByBlocker(detectable(report))],["Controls seen in part, or shown by the monitoring itself",openByBlocker(others)]].filter(([,open])=>open.length>0);return shown.length===0?null:html`<section aria-labelledby="obstacles"><h2 id="obstacles">What holds coverage back</h2>
${shown.map(([title,open])=>html`<h3>${title}: ${open.reduce((sum,{size})=>sum+size,0)} open</h3>${obstacleTable(open,context)}`)}</section>`}function obstacleTable(open,context){let rows=open.map(({reason,blocker,size,frameworks})=>{let lists=Array.from(frameworks,([name,list])=>html`<li><small>${name}</small> ${list.map(({id},i)=>html`${i===0?null:", "}<span class="id">${id}</span>`)}</li>`),at=locationOf(blocker,context);return html`<tr><th scope="row">${prose(reason)}${at===null?null:html`<br>${at}`}</th><td class="num level">${count(size,"control")}</td><td><ul class="plain">${lists}</ul></td></tr>\n`});return html`<div class="wrap"><table class="stack">
<thead><tr><th scope="col">First blocker</th><th scope="col" class="num">Costs</th><th scope="col">Controls</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`}var heatSteps=[1,40,60,75,90];function heatMap({coverage}){let bodies=coverage.frameworks.map((framework,i)=>{let families=familiesOf(framework),rows=families.flatMap((family,j)=>family.detect.total===0?[]:[heatRow(family,`f${i}-${j}`,coverage.level)]),left2=families.length-rows.length,note=left2===0?null:html` <small>${left2} more without a detectable control</small>`;return html`<tbody><tr class="name"><th scope="rowgroup" colspan="${ladderOf(coverage.level).length+1}">${frameworkTitle(framework)}${note}</th></tr>\n${rows}</tbody>`}),steps2=["none","under 40%","under 60%","under 75%","under 90%","90% or more"];return html`<section aria-labelledby="heat"><h2 id="heat">How far each family gets</h2>
<div class="wrap"><table class="heat">
<caption>Share of a family's detectable controls that reach each rung; the framed column is the rung that counts.</caption>
<thead><tr><th scope="col">Family</th>${ladderOf(coverage.level).map(rung=>html`<th scope="col">${rung}</th>`)}</tr></thead>
${bodies}
</table></div>
<ul class="legend" aria-label="Colours">${steps2.map((step,i)=>html`<li class="h${i}">${step}</li>`)}</ul></section>`}function heatRow(family,id,level){let{total}=family.detect,cells=ladderOf(level).map(rung=>{let reached=family.detect.rungs[rung]??0,percent=Math.floor(reached*100/total),step=reached===0?0:Math.max(1,heatSteps.filter(from=>percent>=from).length);return html`<td class="h${step}${rung===level?" aim":""}">${percent}%<small>${reached} of ${total}</small></td>`});return html`<tr><th scope="row"><a href="#${id}">${family.id}</a> ${family.title}</th>${cells}</tr>\n`}var rungMeanings={mapped:"A rule is named for the control, in the matrix or by the rule's own tags.",valid:"The rule exists, Falco loads it without an error, and it fires on a reference attack of what the control asks for.",enabled:"It is enabled after overrides and rule selection, for an event source that is deployed.",deployed:"It is in a rules file that a Falco pod mounts and loads.",routed:"Its priority passes Falco's threshold, and an output that is set up receives its alerts.",proven:"Its tests pass, and the control's rules together detect enough of the reference attacks that the control asks for.",operating:"Records of a period show that the nodes ran these very rules, and that an alert or a drill of each arrived."},words=[["Falco, rule","Falco watches system calls and audit logs as they happen; a rule says on what it raises an alert."],["deployment","One Falco as the manifests among the files set it up, with the rules files that it loads."],["falcosidekick","A program that takes alerts from Falco and passes them on, such as to Slack or PagerDuty."],["detector","A rule, as far as a deployment runs it."],["signal","A kind of event that shows a breach of controls, such as a shell in a container."],["reference attack, everyday event","Recorded or written events that come with the program: of a signal, and of ordinary work that must not be taken for it."],["near miss","An event of a rule test on which the rule has to stay silent."],["assumed","The repository does not show it, such as the content of a Secret, and it is taken to be as usual."],["page","An alert that calls people at once."],["ATT&CK","MITRE's catalog of what attackers do; its technique ids begin with T."]];function legend({coverage}){return html`<section aria-labelledby="legend"><h2 id="legend">How to read this</h2>
<p>A control climbs a ladder; a rung holds only if all rungs below it hold. It counts as covered from the rung <b>${coverage.level}</b> on. Shares are rounded down, so 99.6% is not 100%.</p>
<dl class="rungs">${ladderOf(coverage.level).map(rung=>html`<dt>${rung}</dt><dd>${rungMeanings[rung]}</dd>`)}</dl>
<h3>Words</h3>
<dl class="rungs">${words.map(([word,meaning])=>html`<dt>${word}</dt><dd>${meaning}</dd>`)}</dl>
<h3>What is counted</h3>
<p>Only controls that a runtime detector can see are in the coverage share. Controls that the monitoring itself covers, such as log keeping and alert routing, are counted apart. Controls that nothing which runs can show are listed with the reason and never counted. A rule that detects a breach of a control is always partial evidence for it.</p></section>`}function operationSection(report){let{operation}=report;if(operation===void 0)return null;let sentences=[...readSentences(operation),...operation.alerts.problems,...operation.metrics.problems],list=items=>html`<ul class="plain">${items.map(item=>html`<li>${prose(item)}</li>`)}</ul>`,nodes=operation.nodes.map(node=>html`<tr><th scope="row">${node.name}</th><td>${node.existed===null?"not known":`${node.existed}%`}</td><td>${node.answered}%</td><td>${node.dropped===null?"not known":`${node.dropped} of ${node.events??"?"}`}</td><td>${node.versions.join(", ")}</td></tr>\n`),rules=operation.rules.map(rule=>html`<tr><th scope="row">${rule.name}</th><td class="${rule.operated?"good":"bad"}">${rule.operated?"operated":"not shown"}</td><td>${prose(rule.operated?shownSentence(rule):rule.gap??"")}</td></tr>\n`);return html`<section aria-labelledby="operation" data-group><h2 id="operation">Operation from ${operation.period.from} to ${operation.period.to}</h2>
<p>${operationSentence(report,operation)} ${operationLimitation}</p>
${list(sentences)}
${operation.exceptions.length===0?null:html`<h3>Exceptions</h3>${list(operation.exceptions)}`}
<div class="wrap"><table class="stack"><thead><tr><th scope="col">Node</th><th scope="col">Existed</th><th scope="col">Falco answered</th><th scope="col">Dropped events</th><th scope="col">Falco</th></tr></thead>
<tbody>${nodes}</tbody></table></div>
<div class="wrap"><table class="stack"><thead><tr><th scope="col">Rule</th><th scope="col">Operation</th><th scope="col">Why</th></tr></thead>
<tbody>${rules}</tbody></table></div></section>`}function ruleSections(report,context,anchors){let byName=new Map;for(let rule of report.rules)byName.set(rule.name,[...byName.get(rule.name)??[],rule]);if(byName.size===0)return null;let answers=answersOf(report,anchors),sections=Array.from(byName,([name,versions])=>ruleSection(name,versions,answers.get(name),findingsOn(name,report.findings),{context,anchors}));return html`<section aria-labelledby="rules" data-group><h2 id="rules">Falco rules</h2>
${sections}</section>`}function answersOf({coverage},anchors){let answers=new Map;for(let framework of coverage.frameworks)for(let control of framework.controls)for(let{name,rung}of control.rules){if(rung===null||rung==="mapped")continue;let{controls}=answers.get(name)??{controls:new Map},link=html`<a href="#${anchors.of(framework.id,control.id)}">${control.id}</a>`;controls.set(framework.name,[...controls.get(framework.name)??[],link]),answers.set(name,{rung,controls})}return answers}function controlList({controls}){let items=Array.from(controls,([name,links])=>html`<li><small>${name}</small> ${links.map((link,i)=>html`${i===0?null:", "}${link}`)}</li>`);return html`<ul class="plain columns">${items}</ul>`}function controlsOf(answers){return[...answers?.controls.values()??[]].reduce((sum,links)=>sum+links.length,0)}function findingsOn(name,findings2){let quoted=[`"${name}"`,`\`${name}\``];return findings2.filter(({message})=>quoted.some(one=>message.includes(one)))}function testsOf({tests},context){if(tests===void 0)return null;let{passed,fires,silent,reason,file,line}=tests,verdict=passed?html`<span class="good">passed</span>`:html`<span class="bad">not passed</span>`,cases=`${count(fires,"event")} fired it, ${silent} near ${silent===1?"miss":"misses"} did not`;return html`${verdict}: ${cases} ${location(file,line,context)}${reason===null?null:html`<br><small>${prose(reason)}</small>`}`}function ruleSection(name,versions,answers,findings2,{context,anchors}){let first=versions[0],places=versions.flatMap(({file,line,changedAt})=>[...file===null?[]:[{file,line:line??void 0}],...changedAt]),unique=[...new Map(places.map(place=>[JSON.stringify(place),place])).values()],techniques=first.tags.filter(tag2=>/^T\d{4}(\.\d{3})?$/.test(tag2)),rows=[["Defined at",unique.length===0?null:html`${unique.map(({file,line},i)=>html`${i===0?null:", "}${location(file,line,context)}`)}`],["ATT&CK",techniques.length===0?null:html`${techniques.join(", ")}`],["Tests",testsOf(first,context)],["Runbook",first.runbooks===void 0?null:html`${first.runbooks.map((file,i)=>html`${i===0?null:", "}${location(file,void 0,context)}`)}`],["Exceptions",first.exceptions.length===0?null:html`${first.exceptions.map(({name:name2,values})=>`${name2} (${values})`).join(", ")}`],["Reaches",answers===void 0?null:html`${answers.rung}`],["Controls",answers===void 0?null:controlList(answers)],["Findings",findings2.length===0?null:html`<ul class="plain">${findings2.map(({severity,message})=>html`<li>${tag(severityTones[severity],severity)} ${prose(message)}</li>`)}</ul>`]].map(([title,value])=>value===null?html``:html`<dt>${title}</dt><dd>${value}</dd>\n`),texts=[...new Set(versions.map(({condition})=>condition))].map(condition=>condition===null?html`<p class="bad">The condition does not compile.</p>`:html`<pre class="frame condition"><code>${condition}</code></pre>`);return html`<details class="rule" id="${anchors.of("rule",name)}">
<summary><span>${name}</span> <small>${first.priority}, ${first.source}${first.enabled?null:", disabled"}</small> ${answers===void 0?null:html`<small>${count(controlsOf(answers),"control")}</small>`}</summary>
<div class="body"><dl class="facts">${rows}</dl>
<h3 class="condition-title">Condition, as Falco compiles it</h3>
${texts}</div></details>\n`}var script=`"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const query = byId("query");
  const count = byId("count");
  const filters = ["status", "framework", "rung", "class", "rule"].map(byId).filter((filter) => filter !== null);
  const named = (row) => (row.closest("[data-name]")?.dataset.name ?? "") + " " + row.textContent;
  const rows = Array.from(document.querySelectorAll("[data-status]"), (row) => ({
    row,
    text: named(row).toLowerCase(),
    status: row.dataset.status,
    framework: row.closest("[data-framework]")?.dataset.framework,
    rung: row.dataset.rung,
    class: row.dataset.class,
    rule: row.dataset.rules && JSON.parse(row.dataset.rules),
  }));
  // Inner groups first, so that an outer one knows what is left in it.
  const groups = Array.from(document.querySelectorAll("[data-group]")).reverse();
  const opened = new Set();

  function apply() {
    const words = query.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
    const wanted = filters.filter((filter) => filter.value !== "");
    const active = words.length > 0 || wanted.length > 0;
    let shown = 0;
    for (const entry of rows) {
      const match =
        wanted.every(({ id, value }) => (id === "rule" ? entry.rule?.includes(value) : entry[id] === value)) &&
        words.every((word) => entry.text.includes(word));
      entry.row.hidden = !match;
      if (match) shown++;
    }
    for (const group of groups) {
      if (group.querySelector("[data-status]") === null) continue;
      const some = group.querySelector("[data-status]:not([hidden])") !== null;
      group.hidden = !some;
      if (group.localName !== "details") continue;
      if (active && some && !group.open) {
        group.open = true;
        opened.add(group);
      } else if (!active && opened.delete(group)) {
        group.open = false;
      }
    }
    count.textContent = active ? shown + " of " + rows.length + " rows" : "";
    remember();
  }

  function remember() {
    const address = new URL(location.href);
    for (const { id, value } of [query, ...filters]) {
      if (value === "") address.searchParams.delete(id);
      else address.searchParams.set(id, value);
    }
    try {
      if (address.href !== location.href) history.replaceState(null, "", address);
    } catch {
      // A page that was opened from a file may not be allowed to change its address.
    }
  }

  /** Opens every fold around a link's target, and shows it where a filter hides it. */
  function reveal() {
    const target = location.hash === "" ? null : byId(location.hash.slice(1));
    if (target === null) return;
    if (!target.checkVisibility() && target.closest("[hidden]") !== null) {
      for (const field of [query, ...filters]) field.value = "";
      apply();
    }
    for (let at = target; at !== null; at = at.parentElement) if (at.localName === "details") at.open = true;
    target.scrollIntoView();
  }

  const given = new URLSearchParams(location.search);
  for (const field of [query, ...filters]) {
    field.value = given.get(field.id) ?? "";
    if (field.selectedIndex === -1) field.value = "";
    field.addEventListener("input", apply);
  }
  // What csvCell does on the command line, so that no spreadsheet takes a cell for a formula.
  const cell = (text) => {
    const line = text.replace(/\\s+/g, " ").trim();
    const inert = /^[=+\\-@|%]/.test(line) ? "'" + line : line;
    return /[",;']/.test(inert) ? '"' + inert.replaceAll('"', '""') + '"' : inert;
  };
  byId("csv")?.addEventListener("click", () => {
    const lines = Array.from(document.querySelectorAll("details.control:not([hidden])"), (control) => {
      const { status, class: kind, rung, rules } = control.dataset;
      const [id, title] = [".id-text", ".title-text"].map((part) => control.querySelector(part).textContent);
      const framework = control.closest("[data-framework]").dataset.framework;
      return [framework, id, title, kind, status, rung, JSON.parse(rules).join("; ")].map(cell).join(",");
    });
    const head = "framework,control,title,class,status,rung,rules";
    const link = document.createElement("a");
    link.download = "coverage.csv";
    link.href = URL.createObjectURL(new Blob([[head, ...lines, ""].join("\\r\\n")], { type: "text/csv" }));
    link.click();
    URL.revokeObjectURL(link.href);
  });
  byId("tools").hidden = false;
  apply();
  addEventListener("hashchange", reveal);
  // A link to where one is already changes no address.
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (link?.hash === location.hash) reveal();
  });
  reveal();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = Array.from(document.querySelectorAll("details:not([open])"));
    for (const element of closed) element.open = true;
  });
  addEventListener("afterprint", () => {
    for (const element of closed) element.open = false;
  });
})();
`;function signalSection({coverage}){let{signals:all=[]}=coverage;if(all.length===0)return null;let rows=all.map(signal=>{let missed=missedOf(signal),pages=pagesOf(signal),noisy=signal.everyday.filter(({rules})=>rules.length>0).length,share=shareOf(signal.attacks.length-missed.length,signal.attacks.length)??0,tone=share===100?"good":share>=50?"mid":"bad";return html`<tr><th scope="row"><code>${signal.id}</code><p class="soft">${signal.definition}</p></th><td class="${tone}">${breadthText(signal)}</td><td><ul class="plain">${missed.map(name=>html`<li>${name}</li>`)}</ul></td><td>${noisy} of ${signal.everyday.length}<ul class="plain">${pages.map(({name,who,rules})=>html`<li><span class="tag bad">pages</span> ${name} <small>${who}: ${rules.map(rule=>rule.name).join(", ")}</small></li>`)}</ul></td></tr>\n`});return html`<section aria-labelledby="signals" data-group><h2 id="signals">Reference attacks</h2>
<p>${signalSentence(coverage)}</p>
<div class="wrap"><table class="stack"><thead><tr><th scope="col">Signal</th><th scope="col">Detected</th><th scope="col">Missed attacks</th><th scope="col">Everyday events with an alert</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`}var style=`:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #fff; --text: #1b2330; --soft: #566173; --line: #dbe0e7; --link: #0b57b0;
  --good: #176b3a; --mid: #8a5300; --bad: #b3261e; --info: #0b57b0; --off: #5f6a7a;
  --goodbg: #e1f4e8; --midbg: #fdeecf; --badbg: #fce4e2; --infobg: #e2edfb; --mark: #ffe28a;
  --h0: #fbdcd9; --h1: #fde5cf; --h2: #fdf1c4; --h3: #e9f3c9; --h4: #cfeccf; --h5: #aee0bc;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10151d; --card: #182029; --text: #e4e9f0; --soft: #a2adbc; --line: #2d3845; --link: #86b9ff;
    --good: #6fd397; --mid: #f0b95a; --bad: #ff958b; --info: #86b9ff; --off: #8d99a9;
    --goodbg: #143322; --midbg: #3a2a0c; --badbg: #451b18; --infobg: #15294a; --mark: #5c4a00;
    --h0: #54211d; --h1: #51311a; --h2: #474016; --h3: #354518; --h4: #1f4a26; --h5: #11562f;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word;
}
main, header, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible, button:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px;
}
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 9; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; line-height: 1.25; }
h3 { font-size: 1.02rem; margin: 1.5rem 0 .5rem; }
p { margin: .25rem 0 .75rem; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .86em; }
small, .soft { color: var(--soft); }
.soft { margin: 0; }
.tag {
  display: inline-block; border-radius: 99px; padding: .05rem .6rem; font-size: .8rem; font-weight: 600; white-space: nowrap;
}
.good { color: var(--good); } .mid { color: var(--mid); } .bad { color: var(--bad); }
.info { color: var(--info); } .off { color: var(--off); }
.tag.good { background: var(--goodbg); } .tag.mid { background: var(--midbg); } .tag.bad { background: var(--badbg); }
.tag.info { background: var(--infobg); } .tag.off { background: transparent; border: 1px solid var(--line); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .9rem; margin: 1.25rem 0; padding: 0; list-style: none; }
.cards li, section > .wrap, .framework, .tools { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.cards li { padding: .85rem 1rem; }
.cards b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.cards li > span { color: var(--soft); font-size: .9rem; display: flex; flex-wrap: wrap; gap: .3rem; align-items: center; }
.failures { margin: .75rem 0; padding-left: 1.25rem; color: var(--bad); }
.wrap { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { text-align: left; padding: .6rem .9rem; color: var(--soft); }
th, td { text-align: left; vertical-align: top; padding: .5rem .9rem; border-top: 1px solid var(--line); font-weight: 400; }
thead th { border-top: 0; color: var(--soft); font-size: .8rem; font-weight: 600; vertical-align: bottom; }
tbody th p, td p { margin: .15rem 0 0; }
.num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .num { white-space: normal; }
.level { font-weight: 700; }
.overview th, .overview td { padding-left: .6rem; padding-right: .6rem; }
.overview th:first-child { min-width: 13rem; padding-left: .9rem; }
tfoot th, tfoot td { font-weight: 700; border-top: 2px solid var(--line); }
.bar { width: 100%; min-width: 5rem; height: .6rem; display: block; border-radius: 99px; background: var(--line); margin-top: .45rem; }
.bar rect { fill: currentColor; }
.heat td { text-align: center; font-variant-numeric: tabular-nums; padding: .3rem .25rem; border: 2px solid var(--card); border-radius: 6px; min-width: 3.2rem; }
.heat thead th { text-align: center; width: 5rem; }
.heat thead th:first-child, .heat tbody th { text-align: left; width: auto; }
.heat tbody th { border-top: 0; padding: .3rem .9rem; }
.heat tbody .name th { font-weight: 700; padding-top: 1rem; }
.heat small { display: block; font-size: .72rem; color: inherit; opacity: .85; }
.heat .aim { outline: 2px solid var(--text); outline-offset: -2px; }
.h0 { background: var(--h0); } .h1 { background: var(--h1); } .h2 { background: var(--h2); }
.h3 { background: var(--h3); } .h4 { background: var(--h4); } .h5 { background: var(--h5); }
.legend { display: flex; flex-wrap: wrap; gap: .4rem; list-style: none; padding: 0; margin: .75rem 0 0; font-size: .8rem; }
.legend li { padding: .1rem .6rem; border-radius: 6px; }
.tools { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: center; padding: .7rem .9rem; margin: 1rem 0; }
.tools input, .tools select, .tools button { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--off); border-radius: 8px; padding: .45rem .7rem; min-height: 2.6rem; }
.tools input { flex: 1 1 14rem; min-width: 0; } .tools select { flex: 0 1 auto; max-width: 11rem; }
.framework { margin: .9rem 0; }
.framework > summary { display: grid; grid-template-columns: 1fr minmax(5rem, 14rem) 8.5rem; gap: 1rem; align-items: center; padding: .8rem 1rem; cursor: pointer; }
.framework > summary .bar { margin: 0; }
.framework > summary > b::before { content: "\\25B8"; display: inline-block; width: 1.2em; color: var(--soft); }
.framework[open] > summary > b::before { content: "\\25BE"; }
summary::-webkit-details-marker { display: none; }
.framework > summary { list-style: none; }
.family { padding: 0 0 .5rem; }
.family h3 { padding: 0 .9rem; }
.family > .wrap { border: 0; border-top: 1px solid var(--line); border-radius: 0; background: none; }
.list { padding: .6rem .9rem; border-top: 1px solid var(--line); }
.list > summary, .misses > summary, .rules + details > summary { cursor: pointer; color: var(--soft); }
.misses { margin-top: .2rem; font-size: .92em; }
.paper { display: none; }
[id] { scroll-margin-top: 8rem; }
.contents { columns: 14rem; padding-left: 1.25rem; font-size: .92rem; margin: 1rem 0; }
.contents > li { break-inside: avoid; }
.contents ol { padding-left: 1rem; list-style: none; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.25rem; margin: .75rem 0; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; min-width: 0; }
.gaps li { margin-bottom: .4rem; }
.body .tag { white-space: normal; border-radius: 10px; }
.control > summary > *, .rule > summary > *, .facts dd, .contents li, .gaps li, .rules li, .columns li, .unseen li { min-width: 0; overflow-wrap: anywhere; }
.control, .rule { border-top: 1px solid var(--line); }
.control > summary, .rule > summary { display: grid; grid-template-columns: 1fr 9.5rem 8.5rem; gap: .25rem 1rem; padding: .45rem .9rem; cursor: pointer; list-style: none; }
.control > summary > span:first-child::before, .rule > summary > span:first-child::before { content: "\\25B8"; display: inline-block; width: 1.1em; color: var(--soft); }
.control[open] > summary > span:first-child::before, .rule[open] > summary > span:first-child::before { content: "\\25BE"; }
.control[open] > summary, .rule[open] > summary { font-weight: 600; }
.family .control { padding: 0; } .family .control > summary { color: inherit; }
.body { padding: 0 .9rem 1rem 2rem; }
.rule { background: var(--card); }
.ways { margin: .75rem 0; font-size: .85rem; container-type: inline-size; } .ways figcaption { font-weight: 600; margin-bottom: .3rem; }
.way { border-left: 3px solid var(--line); padding: .1rem 0 .1rem .7rem; margin: .4rem 0; overflow-wrap: anywhere; }
.node { display: flex; align-items: center; gap: .4rem; } .node > ul { list-style: none; margin: 0; padding: 0; min-width: 0; }
.node > ul > li { padding: .1rem 0; }
.place { border: 1px solid var(--line); border-radius: 8px; background: var(--page); padding: .1rem .55rem; min-width: 0; max-width: 20rem; }
.place.out { border-style: dashed; background: none; color: var(--soft); } .place b { font-weight: 600; } .place small { display: block; line-height: 1.25; }
.arrow { width: 32px; height: 12px; flex: none; } .arrow .tip { fill: currentColor; }
.gap { margin: .2rem 0 0; } .stop { margin: .2rem 0 0; color: var(--soft); }
h4, .condition-title { margin: .9rem 0 .3rem; font-size: .92rem; }
.rules { margin: 0; padding-left: 1.1rem; columns: 22rem; } .rules li { break-inside: avoid; }
.aside { display: block; }
.unseen { padding-left: 1.1rem; } .unseen .why { color: var(--soft); font-size: .9rem; }
.ladder { width: 2.9rem; height: 1rem; vertical-align: -.15rem; margin-right: .5rem; }
.id { display: inline-block; }
ul.plain { list-style: none; margin: 0; padding: 0; }
ul.plain li + li { margin-top: .25rem; }
.missed { font-size: .85rem; color: var(--soft); }
.findings td:first-child { white-space: nowrap; }
pre.frame { margin: .5rem 0 0; padding: .4rem .6rem; background: var(--page); border-radius: 6px; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; border-radius: 3px; }
dl.rungs { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; margin: .5rem 0 1rem; }
dl.rungs dt { font-weight: 600; } dl.rungs dd { margin: 0; }
footer { padding-top: 2rem; padding-bottom: 2.5rem; color: var(--soft); font-size: .88rem; }
@container (max-width: 42rem) { .node { flex-wrap: wrap; } .node > ul { flex-basis: 100%; padding-left: 1.2rem; } }
@media (max-width: 64rem) { .tools { position: static; } [id] { scroll-margin-top: 1rem; } }
@media (max-width: 46rem) {
  main, header, footer { padding-left: .8rem; padding-right: .8rem; }
  .cards { grid-template-columns: 1fr 1fr; }
  .cards b { font-size: 1.35rem; }
  .framework > summary { grid-template-columns: 1fr auto; }
  .framework > summary .bar { grid-column: 1 / -1; grid-row: 2; }
  .stack thead { position: absolute; clip-path: inset(50%); height: 1px; width: 1px; overflow: hidden; }
  .stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; width: auto; }
  .stack tr { border-top: 1px solid var(--line); padding: .6rem .9rem; }
  .stack th, .stack td { border: 0; padding: .15rem 0; }
  .stack td:empty { display: none; }
  .stack .num { text-align: left; }
  .overview th:first-child { min-width: 0; }
  .heat { table-layout: fixed; }
  .heat td { min-width: 0; padding: .25rem 0; font-size: .75rem; border-width: 1px; }
  .heat thead th { width: 2.5rem; }
  .heat small { display: none; }
  .heat thead th:not(:first-child) { writing-mode: vertical-rl; padding: .5rem .2rem; text-align: right; vertical-align: bottom; }
  .heat tbody th { padding: .3rem .4rem; font-size: .82rem; hyphens: auto; }
  .overview .rung { display: none; }
  .facts, dl.rungs { grid-template-columns: 1fr; gap: 0; } .facts dd, .rungs dd { margin-bottom: .4rem; }
  .control > summary, .rule > summary { grid-template-columns: 1fr auto; } .control > summary > span:first-child, .rule > summary > span:first-child { grid-column: 1 / -1; }
  .body { padding-left: .9rem; }
  th, td { padding: .45rem .6rem; }
}
@media print {
  :root { color-scheme: light; --page: #fff; }
  @page { margin: 16mm 12mm; @top-left { content: "Falco coverage"; font-size: 8pt; color: #566173; } @bottom-right { content: "Page " counter(page) " of " counter(pages); font-size: 8pt; color: #566173; } }
  body { font-size: 10pt; }
  main, header, footer { max-width: none; padding: 0; }
  .cards { grid-template-columns: repeat(4, 1fr); }
  .cards b { font-size: 1.3rem; }
  .wrap { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding: .35rem .5rem; }
  .overview th, .overview td { padding-left: .25rem; padding-right: .25rem; }
  .overview th:first-child { min-width: 7rem; padding-left: .5rem; }
  .heat td { min-width: 0; }
  .tools, .skip { display: none !important; }
  .covered #summary, .covered #controls, .covered #rules { break-before: page; }
  .framework { border: 0; } .framework > summary { border-bottom: 2px solid var(--text); font-size: 12pt; padding: .5rem 0; margin-top: 1rem; }
  .framework > summary > b::before, .control > summary > span:first-child::before, .rule > summary > span:first-child::before { content: none !important; }
  .family h3 { padding: 0; margin: .9rem 0 .3rem; border-bottom: 1px solid var(--line); }
  .control, .rule { border: 0; border-bottom: 1px solid var(--line); }
  .control > summary, .rule > summary { padding: .3rem 0 0; grid-template-columns: 1fr 7.5rem 6rem; font-size: 9pt; }
  .body { padding: 0 0 .35rem; font-size: 8pt; line-height: 1.35; } .body p { margin: .1rem 0; }
  .rule, .control, .family h3 + .control > summary { break-inside: avoid; }
  .facts { margin: .1rem 0; gap: 0 .8rem; font-size: 8pt; line-height: 1.35; } header .facts { font-size: 9pt; line-height: 1.5; }
  h4 { display: inline; font-size: 8pt; margin: 0 .4rem 0 0; } h4::after { content: ":"; }
  .rules, .columns, .plain.missed { display: inline; columns: auto; padding: 0; } .rules li, .columns li { display: inline; }
  .rules li:not(:last-child)::after, .columns li:not(:last-child)::after { content: "; "; color: var(--soft); }
  .rules.properties { display: block; margin: .1rem 0; } .rules.properties li { display: block; } .rules.properties li::after { content: none !important; } .properties br { display: none; } .properties br + small::before { content: "  "; white-space: pre; }
  .list { border: 0; padding: .5rem 0 0; } .list > summary { font-weight: 600; font-size: 9pt; }
  .unseen { columns: 3; font-size: 7pt; line-height: 1.3; padding: 0; list-style: none; margin: .3rem 0; } .unseen li { break-inside: avoid; } .unseen .why { display: none; }
  .condition, .condition-title, .aside, .tests, .misses { display: none; } .same { display: none; }
  .ways { margin: .15rem 0; font-size: 7pt; line-height: 1.25; } .ways figcaption { display: none; }
  .way { margin: .15rem 0; padding: 0 0 0 .4rem; } .node { gap: .25rem; } .node > ul > li { padding: 0; }
  .place { padding: 0 .35rem; border-radius: 4px; max-width: 12rem; overflow-wrap: break-word; } .place small { font-size: 6.5pt; display: inline; } .arrow { width: 24px; height: 9px; }
  .gap, .stop { margin: 0; display: inline; } .stop::before { content: " "; } .gap li { display: inline; } .gap .off { display: none; }
  #signals ~ .wrap table { font-size: 7.5pt; line-height: 1.3; } #signals ~ .wrap th, #signals ~ .wrap td { padding: .15rem .4rem; } #signals ~ .wrap th:first-child { width: 36%; } #signals ~ .wrap p { margin: 0; }
  .rule .facts { display: block; } .rule dt, .rule dd { display: inline; } .rule dt::after { content: ": "; } .rule dd::after { content: " "; display: inline-block; width: .6rem; }
  dl.rungs { font-size: 8.5pt; gap: .1rem 1rem; } .tag { font-size: 7.5pt; padding: 0 .4rem; }
  .legend { break-before: avoid; } .contents { columns: 2; }
  .paper { display: block; break-inside: avoid; } .paper td { min-width: 9rem; height: 1.1cm; }
  details::details-content { content-visibility: visible; height: auto; }
  tr, .cards li { break-inside: avoid; }
  h2, h3, h4, summary { break-after: avoid; } .heat { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  .heat td, .tag, .bar, .legend li, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;var maxLines=8,[width,height,left,right,top,bottom]=[360,170,34,10,10,22],trendStyle=`.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: .9rem; margin: 1rem 0; }
.chart { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin: 0; padding: .75rem 1rem; break-inside: avoid; }
.chart > svg { width: 100%; height: auto; }
.chart text { fill: var(--soft); font-size: 10px; }
.chart .grid { stroke: var(--line); }
.chart polyline, .keys line { fill: none; stroke: var(--tint); stroke-width: 2; }
.chart circle { fill: var(--tint); }
.keys { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem .9rem; margin: .25rem 0; padding: 0; font-size: .85rem; }
.keys svg { width: 24px; height: 8px; }
.line0, .dot0 { --tint: var(--text); } .line1, .dot1 { --tint: var(--link); } .line2, .dot2 { --tint: var(--good); }
.line3, .dot3 { --tint: var(--mid); } .line4, .dot4 { --tint: var(--bad); } .line5, .dot5 { --tint: var(--off); }
.line6, .dot6 { --tint: var(--link); } .line7, .dot7 { --tint: var(--good); }
.line1 { stroke-dasharray: 7 3; } .line2 { stroke-dasharray: 2 3; } .line3 { stroke-dasharray: 9 3 2 3; }
.line4 { stroke-dasharray: 5 2 1 2; } .line5 { stroke-dasharray: 1 4; } .line6 { stroke-dasharray: 3 6; } .line7 { stroke-dasharray: 12 4; }
`;function trendSection(report){let{trend}=report,all=trend?.series[0];if(trend===void 0||all===void 0)return null;let[first,last]=[all.points[0],all.points.at(-1)];if(first===void 0||last===void 0)return null;let frameworks=new Map(all.points.flatMap(point=>point.frameworks.map(one=>[keyOf(one),titleOf(one)]))),charts=[chart(trend,"All frameworks",point=>point),...[...frameworks].map(([key,title])=>chart(trend,title,point=>point.frameworks.find(one=>keyOf(one)===key)))].filter(one=>one!==null);return html`<section aria-labelledby="trend"><h2 id="trend">Over time</h2>
<p>${all.points.length} reports from ${dayOf(first.time)} to ${dayOf(last.time)}: ${shareText(first)} then, ${shareText(last)} now, at the rung <b>${report.coverage.level}</b> for all of them.</p>
<div class="charts">${charts}</div>
${losses(trend.losses)}</section>`}function keyOf({id,baseline}){return JSON.stringify([id,baseline])}function titleOf({name,baseline}){return baseline===null?name:`${name}, ${baseline}`}function chart(trend,title,of){let teams=trend.series.filter(({kind})=>kind==="team"),lines=trend.series.filter(({kind})=>kind==="all"||kind===(teams.length>0?"team":"cluster")).slice(0,maxLines).flatMap(series=>lineOf(series,of)),all=lines[0];if(all===void 0)return null;let[from,to]=[all.points[0],all.points.at(-1)],summary=`${title}: ${from.percent}% on ${dayOf(from.time)}, ${to.percent}% on ${dayOf(to.time)}`,numbers=trend.series.flatMap(series=>lineOf(series,of));return html`<figure class="chart"><figcaption><b>${title}</b> ${from.percent}% → ${to.percent}%</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${summary}">${axes(all)}${lines.map((line,i)=>lineMarkup(line,all,i))}</svg>
${lines.length<2?null:html`<ul class="keys">${lines.map(({series},i)=>html`<li><svg viewBox="0 0 24 8" aria-hidden="true"><line class="line${i}" x1="0" y1="4" x2="24" y2="4"/></svg> ${series.name}</li>`)}</ul>`}
<details><summary>Numbers</summary><div class="wrap"><table><thead><tr><th scope="col">Day</th><th scope="col">Whose</th><th scope="col" class="num">Covered</th><th scope="col" class="num">Share</th></tr></thead><tbody>${numbers.flatMap(rowsOf)}</tbody></table></div></details></figure>
`}function lineOf(series,of){let points=series.points.flatMap(point=>{let counts=of(point),percent=counts===void 0?null:percentOf(counts);return counts===void 0||percent===null?[]:[{time:point.time,counts,percent}]});return points.length===0?[]:[{series,points}]}function rowsOf({series,points}){return points.map(({time,counts,percent})=>html`<tr><th scope="row">${dayOf(time)}</th><td>${series.name}</td><td class="num">${counts.covered} of ${counts.total}</td><td class="num">${percent}%</td></tr>\n`)}function placed({points},time,percent){let[from,to]=[Date.parse(points[0].time),Date.parse(points.at(-1).time)],share=to===from?.5:Math.max(0,Math.min(1,(Date.parse(time)-from)/(to-from)));return{x:(left+share*(width-left-right)).toFixed(1),y:(top+(1-percent/100)*(height-top-bottom)).toFixed(1)}}function axes(all){let marks=[0,50,100].map(percent=>{let{y}=placed(all,all.points[0].time,percent);return html`<line class="grid" x1="${left}" y1="${y}" x2="${width-right}" y2="${y}"/><text x="${left-4}" y="${y}" dy="3" text-anchor="end">${percent}%</text>`}),[from,to]=[dayOf(all.points[0].time),dayOf(all.points.at(-1).time)],days=from===to?html`<text x="${width/2}" y="${height-6}" text-anchor="middle">${from}</text>`:html`<text x="${left}" y="${height-6}">${from}</text><text x="${width-right}" y="${height-6}" text-anchor="end">${to}</text>`;return html`${marks}${days}`}function lineMarkup({series,points},all,index){let places=points.map(({time,percent})=>placed(all,time,percent)),dots=places.map(({x,y},i)=>html`<circle class="dot${index}" cx="${x}" cy="${y}" r="2.5"><title>${series.name}, ${dayOf(points[i].time)}: ${shareText(points[i].counts)}</title></circle>`);return html`<polyline class="line${index}" points="${places.map(({x,y})=>`${x},${y}`).join(" ")}"/>${dots}`}function losses(all){if(all.length===0)return html`<p>No control was lost on the way.</p>`;let isOneOfSeveral=all.some(({cluster})=>cluster!==void 0),rows=all.toSorted((a,b)=>a.time<b.time?1:a.time>b.time?-1:0).map(loss=>html`<tr><th scope="row">${dayOf(loss.time)}</th>${isOneOfSeveral?html`<td>${loss.cluster??""}</td>`:null}<td><b>${loss.framework} ${loss.id}</b> ${loss.title}</td><td>${loss.kind==="left"?"It is no longer asked for.":prose(loss.reason??"")}${lineBreak(blockingLine(loss))}</td><td>${changesOf(loss)}</td><td>${loss.regained===null?html`<span class="bad">no</span>`:html`<span class="good">${dayOf(loss.regained)}</span>`}</td></tr>\n`);return html`<h3>What was lost on the way</h3>
<div class="wrap"><table><thead><tr><th scope="col">Since</th>${isOneOfSeveral?html`<th scope="col">Cluster</th>`:null}<th scope="col">Control</th><th scope="col">What held it back</th><th scope="col">Commit</th><th scope="col">Covered again</th></tr></thead>
<tbody>${rows}</tbody></table></div>`}function blockingLine({file,line,files}){if(file===void 0)return null;let shown=html`<code>${file}:${line??1}</code>`;if(files===void 0||!/^https?:\/\//.test(files))return shown;let address=`${files}/${file.split("/").map(encodeURIComponent).join("/")}#L${line??1}`;return html`<a href="${address}">${shown}</a>`}function changesOf({commit,since,ref,changes:changes2}){if(commit===void 0)return"not known";let short=since===void 0||since===commit?commit.slice(0,10):`${since.slice(0,10)}\u2026${commit.slice(0,10)}`,shown=html`<code>${short}</code>${ref===void 0?null:html` <small>${ref}</small>`}`;return changes2!==void 0&&/^https?:\/\//.test(changes2)?html`<a href="${changes2}">${shown}</a>`:shown}var html2=(report,context)=>{let{summary,coverage}=report,covered=hasCoverage(coverage),title=covered?`Falco coverage: ${percentText(summary.coverage)} of ${count(summary.total,"control")}`:`Falco check: ${summary.passed?"passed":"failed"}`,anchors=new Anchors,styles=`${style}${report.trend===void 0?"":trendStyle}${pageHeader(context)}`,policy=["default-src 'none'",`style-src '${integrity(styles)}'`,`script-src '${integrity(script)}'`,"base-uri 'none'","form-action 'none'"].join("; ");return`${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(styles)}</style>
</head>
<body${covered?trusted(' class="covered"'):null}>
<a class="skip" href="#main">To the report</a>
${ladderSymbols(coverage.level)}
${routeSymbols()}
${head(report,context)}
<main id="main">
${contents(report)}
${tools(report)}
${changes(report,context)}
${covered?html`${managementSummary(report,context,overview(report))}${limits(report)}`:null}
${clusters(report)}${trendSection(report)}
${covered?html`${deploymentsOf(coverage)}${obstacles(report,context)}${heatMap(report)}`:null}
${findings(report,context)}
${covered?controlSections(report,context,anchors):null}
${ruleSections(report,context,anchors)}
${covered?signalSection(report):null}${operationSection(report)}
${covered?html`${legend(report)}${attestation()}`:null}
</main>
<footer>${report.tool.name} ${report.tool.version}.</footer>
<script>${trusted(script)}</script>
</body>
</html>`.markup}
`};function pageHeader({origin,time,subject}){let{repository,commit}=origin??{},state=[repository,commit?.slice(0,12),time?.slice(0,10)].filter(part=>part!==void 0),text=state.length===0?subject??"":state.join(", ");return`@media print { @page { @top-right { content: "${visible(text).slice(0,120).replace(/[^A-Za-z0-9 .,:/-]/g,character=>`\\${character.charCodeAt(0).toString(16)} `)}"; font-size: 8pt; color: #566173; } } }
`}function integrity(content){return`sha256-${createHash("sha256").update(content).digest("base64")}`}function head(report,context){let{summary,coverage}=report,found=severities.map(severity=>({severity,number:summary[`${severity}s`]})).filter(({number})=>number>0).map(({severity,number})=>tag(severityTones[severity],count(number,severity))),support=coverage.frameworks.reduce((sum,{totals})=>sum+totals.support.total,0),supported=coverage.frameworks.reduce((sum,{totals})=>sum+totals.support.covered,0),shares=html`<li><b>${percentText(summary.coverage)}</b><span>${detectorText(summary.level)} for ${summary.covered} of ${count(summary.total,"detectable control")}</span></li>
<li><b>${supported} of ${support}</b><span>controls that the monitoring itself covers</span></li>`;return html`<header>
<h1>${hasCoverage(coverage)?"Falco coverage":"Falco check"}</h1>
${context.subject===void 0?null:html`<p class="soft">${context.subject}</p>`}
<p>${summary.passed?tag("good","\u2713 passed"):tag("bad","\u2717 failed")} Checked for Falco ${summary.falcoVersion}. ${hasCoverage(coverage)?html`A control counts as covered from the rung <b>${coverage.level}</b> on.`:null}</p>
${summary.failures.length===0?null:html`<ul class="failures">${summary.failures.map(failure=>html`<li>${prose(failure)}</li>`)}</ul>`}
<ul class="cards">
${hasCoverage(coverage)?shares:null}
<li><b>${summary.errors+summary.warnings+summary.notices}</b><span>findings ${found.length===0?null:found}</span></li>
<li><b>${summary.rules}</b><span>Falco rules in ${count(summary.files,"file")}</span></li>
</ul>
${cover(report,context)}
</header>`}function changes(report,context){let signs={bad:["bad","\u25BC","weaker"],good:["good","\u25B2","stronger"],plain:["off","\u25CF","neither"]},part=part2=>typeof part2=="string"?html`${prose(part2)}`:"code"in part2?html`<code>${part2.code}</code>`:html`(${location(part2.file,part2.line??void 0,context)})`;return describeChanges(report).map(({id,title,sentence,sums,statements})=>{let items=statements.map(({tone,parts})=>{let[color,sign,label]=signs[tone];return html`<li><span class="${color}" role="img" aria-label="${label}">${sign}</span> ${trusted(joinParts(parts,one=>part(one).markup))}</li>\n`});return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<p><b>${sentence}.</b> ${sums===""?null:`${sums}.`}</p>
<ul class="plain">${items}</ul></section>`})}function overview(report){let{coverage}=report,row=(name,detect,against,support,none)=>html`<tr><th scope="row">${name}${bar(detect)}</th><td class="num ${shareTone(detect)} level">${percentText(detect.percent)}</td><td class="num">${detect.covered} of ${detect.total}${against===null?null:html` <small>(${against})</small>`}</td>${ladderOf(coverage.level).map(rung=>html`<td class="num rung${rung===coverage.level?" level":""}">${detect.rungs[rung]??0}</td>`)}<td class="num rung">${support}</td><td class="num rung">${none}</td></tr>\n`,rows=coverage.frameworks.map((framework,i)=>{let{detect,support,none}=framework.totals,name=html`<a href="#f${i}">${frameworkTitle(framework)}</a>`;return row(name,detect,coveredChange(report,framework.id),`${support.covered} of ${support.total}`,none)}),sum=of=>coverage.frameworks.reduce((total,{totals})=>total+of(totals),0),all=row("All frameworks",coverage.totals,coveredChange(report),`${sum(({support})=>support.covered)} of ${sum(({support})=>support.total)}`,sum(({none})=>none));return html`<h3 id="overview">Coverage by framework</h3>
<div class="wrap"><table class="overview">
<thead><tr><th scope="col">Framework</th><th scope="col" class="num">Coverage</th><th scope="col" class="num">Covered</th>${ladderOf(coverage.level).map(rung=>html`<th scope="col" class="num rung${rung===coverage.level?" level":""}">${rung}</th>`)}<th scope="col" class="num rung">by the monitoring</th><th scope="col" class="num rung">not detectable</th></tr></thead>
<tbody>${rows}</tbody>
<tfoot>${all}</tfoot>
</table></div>`}function clusters({clusters:all=[],teams=[]}){return all.length===0?null:html`<section aria-labelledby="clusters"><h2 id="clusters">Clusters</h2>
${teams.length===0?null:html`${tableOf(teams,"Team")}
<h3>Each cluster</h3>
`}${tableOf(all)}</section>`}function tableOf(all,first){let{head:head2,rows}=clusterTable(all,first),cells=rows.map(([name,...numbers])=>html`<tr><th scope="row">${name??""}</th>${numbers.map(text=>html`<td class="num">${text}</td>`)}</tr>\n`);return html`<div class="wrap"><table>
<thead><tr>${head2.map((title,i)=>html`<th scope="col"${i===0?null:trusted(' class="num"')}>${title}</th>`)}</tr></thead>
<tbody>${cells}</tbody>
</table></div>`}function deploymentsOf({deployments=[],frameworks}){if(deployments.length===0)return null;let share=counts=>html`<td class="num ${shareTone(counts)}">${percentText(counts.percent)}</td>`,rows=deployments.map(({name,totals,frameworks:own})=>html`<tr><th scope="row">${name}</th>${share(totals)}${own.map(framework=>share(framework.totals.detect))}</tr>\n`);return html`<section aria-labelledby="deployments"><h2 id="deployments">Each deployment alone</h2>
<div class="wrap"><table>
<thead><tr><th scope="col">Deployment</th><th scope="col" class="num">All</th>${frameworks.map(({name})=>html`<th scope="col" class="num">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table></div></section>`}function contents(report){let{coverage,rules}=report,covered=hasCoverage(coverage),links=[...describeChanges(report).map(({id,title})=>[!0,id,title]),[covered,"summary","Summary"],[covered,"limits","What this does not show"],[report.trend!==void 0,"trend","Over time"],[covered&&(coverage.deployments??[]).length>0,"deployments","Each deployment alone"],[covered,"heat","How far each family gets"],[!0,"findings","Findings"],[covered,"controls","Every control"],[rules.length>0,"rules","Falco rules"],[covered&&(coverage.signals??[]).length>0,"signals","Reference attacks"],[covered,"legend","How to read this"]].flatMap(([shown,id,title])=>{let inner=id==="controls"?html`<ol>${coverage.frameworks.map((framework,i)=>html`<li><a href="#f${i}">${frameworkTitle(framework)}</a></li>`)}</ol>`:null;return shown?[html`<li><a href="#${id}">${title}</a>${inner}</li>`]:[]});return html`<nav aria-label="Contents"><ol class="contents">${links}</ol></nav>`}function tools({coverage,rules}){let choice=(id,label,options)=>options.length===0?null:html`<select id="${id}" aria-label="${label}"><option value="">${label}</option>${options.map(([value,text])=>html`<option value="${value}">${text}</option>`)}</select>\n`,covered=hasCoverage(coverage),names=[...new Set(rules.map(({name})=>name))].sort();return html`<div class="tools" id="tools" role="search" hidden>
<input type="search" id="query" placeholder="Search controls, rules, files, findings" aria-label="Search" autocomplete="off" spellcheck="false">
${choice("framework","All frameworks",covered?coverage.frameworks.map(one=>[one.id,one.name]):[])}${choice("status","Everything",[...covered?[["covered","Covered"],["blocked","Held back"],["unmapped","Without a rule"],["excluded","Out of scope"],["undetectable","Not detectable"]]:[],["error","Errors"],["warning","Warnings"],["notice","Notices"]])}${choice("rung","All rungs",covered?[["none","nothing reached"],...ladderOf(coverage.level).map(rung=>[rung,rung])]:[])}${choice("class","All classes",covered?[["detect","seen by a detector"],["partial","seen in part"],["support","shown by the monitoring"],["none","not detectable"]]:[])}${choice("rule","All rules",covered?names.map(name=>[name,name]):[])}${covered?html`<button type="button" id="csv">Shown controls as CSV</button>`:null}<span id="count" class="soft" role="status"></span>
</div>`}function findings(report,context){let excerptFor=excerpts(context),added=isNew(report),rows=report.findings.toSorted((a,b)=>severities.indexOf(a.severity)-severities.indexOf(b.severity)||Number(added(b))-Number(added(a))).map(finding=>findingRow(finding,added(finding),excerptFor(finding),context)),table=html`<div class="wrap"><table class="findings stack">
<thead><tr><th scope="col">Severity</th><th scope="col">Finding</th><th scope="col">Place</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;return html`<section aria-labelledby="findings" data-group><h2 id="findings">Findings</h2>
${rows.length===0?html`<p>Nothing was found.</p>`:table}</section>`}function findingRow(finding,added,excerpt,context){let url=context.rules.get(finding.rule)?.url,rule=url===void 0?html`<code>${finding.rule}</code>`:html`<a href="${url}"><code>${finding.rule}</code></a>`,help=finding.help===void 0?null:html`<p class="soft">${prose(finding.help)}</p>`;return html`<tr data-status="${finding.severity}"><td>${tag(severityTones[finding.severity],finding.severity)}${added?html` ${tag("off","new")}`:null}</td><th scope="row">${prose(finding.message)}${help}${excerpt===void 0?null:frame(finding.line,excerpt)}</th><td>${location(finding.file,finding.line,context)}<br><small>${rule}</small></td></tr>\n`}var excerptReach=80;function frame(number,{text,start,end}){if(text.trim()==="")return null;let before=text.slice(Math.max(0,start-excerptReach),start),marked=text.slice(start,Math.min(end,start+excerptReach)),after=text.slice(end,end+excerptReach);return html`<pre class="frame"><code><span class="off">${number}</span>  ${start>excerptReach?"\u2026":null}${start>excerptReach?before:before.trimStart()}<mark>${marked}</mark>${after}${end+excerptReach<text.length?"\u2026":null}</code></pre>`}export{html2 as html};
