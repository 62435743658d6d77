module falcoverage/kubeconform-wasm

go 1.26

toolchain go1.26.8

require (
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.2
	github.com/yannh/kubeconform v0.8.0
	go.yaml.in/yaml/v2 v2.4.4
	golang.org/x/text v0.37.0
	sigs.k8s.io/yaml v1.6.0
)
