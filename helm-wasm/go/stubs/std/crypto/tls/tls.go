// Package tls has the name that Helm's packages use of it.
package tls

type Config struct{}
