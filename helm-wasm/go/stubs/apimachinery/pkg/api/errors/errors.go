// Package errors knows the errors of a cluster, which never come.
package errors

func IsNotFound(error) bool { return false }
