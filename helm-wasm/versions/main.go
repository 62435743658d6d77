// Command versions prints the API versions that Helm takes a cluster to have where it asks none, one a line.
package main

import (
	"fmt"

	"helm.sh/helm/v3/pkg/chartutil"
)

func main() {
	for _, version := range chartutil.DefaultVersionSet {
		fmt.Println(version)
	}
}
