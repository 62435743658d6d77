// Package rest has the name that Helm's engine gives to the address of a cluster.
package rest

type Config struct{}
