/** The rule of the deployment, with another condition or name. */
export function vaultRule({
  name = "Vault dumped",
  condition = "evt.type in (execve, execveat) and proc.name = vaultctl",
  priority = "CRITICAL",
} = {}): string {
  return `- rule: ${name}
  desc: A tool that dumps the vault was started.
  condition: ${condition}
  output: "Vault dumped (user=%user.name command=%proc.cmdline)"
  priority: ${priority}
`;
}

/** Falco, falcosidekick and Slack, in one file. */
export function manifests(rules: string, priority = "debug"): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: falco, namespace: falco}
spec:
  selector: {matchLabels: {app: falco}}
  template:
    metadata: {labels: {app: falco}}
    spec:
      containers:
        - name: falco
          image: falcosecurity/falco:0.44.1
          securityContext: {privileged: true}
          volumeMounts:
            - {name: proc, mountPath: /host/proc}
            - {name: config, mountPath: /etc/falco}
            - {name: rules, mountPath: /etc/falco/rules.d}
      volumes:
        - {name: proc, hostPath: {path: /proc}}
        - {name: config, configMap: {name: falco}}
        - {name: rules, configMap: {name: falco-rules}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: falco, namespace: falco}
data:
  falco.yaml: |
    rules_files: [/etc/falco/rules.d]
    priority: ${priority}
    json_output: true
    http_output: {enabled: true, url: "http://falcosidekick:2801"}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: falco-rules, namespace: falco}
data:
  vault.yaml: |
${rules.replace(/^(?=.)/gm, "    ")}
---
apiVersion: v1
kind: Service
metadata: {name: falcosidekick, namespace: falco}
spec: {selector: {app: sidekick}, ports: [{port: 2801}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: falcosidekick, namespace: falco}
spec:
  selector: {matchLabels: {app: sidekick}}
  template:
    metadata: {labels: {app: sidekick}}
    spec:
      containers:
        - name: falcosidekick
          image: falcosecurity/falcosidekick:2.32.0
          ports: [{containerPort: 2801}]
          env: [{name: SLACK_WEBHOOKURL, value: "https://hooks.slack.com/services/T0/B0/x1"}]
`;
}

export function ruleTests(name = "Vault dumped", rules = "rules.yaml"): string {
  return `version: 1
rules: [${rules}]
tests:
  - rule: ${name}
    fires: [{name: a dump, event: {evt.type: execve, proc.name: vaultctl}}]
    silent: [{name: another program, event: {evt.type: execve, proc.name: vault}}]
`;
}

export const signal = `signal: vault-dump
definition: The vault is dumped.
attacks:
  - {name: by its own tool, technique: T1555, events: [{like: web, evt.type: execve, proc.exepath: /usr/bin/vaultctl}]}
`;

export const framework = `framework: {id: own, name: Own, version: "1"}
controls:
  - {id: own-1, title: Dumps are seen, runtime: detect, why: "A dump is a process.", signals: [vault-dump]}
`;

export function matrixOf(name = "Vault dumped"): string {
  return `version: 1\nframeworks: [{id: own}]\ncontrols: {own: {own-1: [${name}]}}\n`;
}

export const settings = "level: proven\nfail-on: never\n";

/** A workspace whose only control is proven. */
export const deployment: Readonly<Record<string, string>> = {
  "falcoverage.yaml": settings,
  "policies/falco.yaml": manifests(vaultRule()),
  "policies/rules.yaml": vaultRule(),
  "policies/tests.yaml": ruleTests(),
  "policies/signal.yaml": signal,
  "policies/framework.yaml": framework,
  "policies/matrix.yaml": matrixOf(),
};

/** What the action says when the control is lost. */
export const lost = "::error::1 control lost: Own own-1.";
