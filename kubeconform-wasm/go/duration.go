package main

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A duration in kubeconform is either Go's form with longer units ("1h30m", "2 days") or ISO 8601's
// ("PT1H30M"). kubeconform keeps its own check private, so this is the same language said again.
var (
	amounts = regexp.MustCompile(`((\d+)\s*([A-Za-zµ]+))`)
	iso     = regexp.MustCompile(`^P(?:\d+W|(?:(?:\d+Y)?(?:\d+M)?(?:\d+D)?)(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$`)
	units   = map[string]bool{"ns": true, "us": true, "µs": true, "ms": true, "s": true, "m": true, "h": true, "hr": true, "d": true, "w": true, "wk": true}
	// Any word that starts with one of these is a unit.
	unitStems = []string{"nano", "micro", "milli", "sec", "min", "hour", "day", "week"}
	errBad    = errors.New("must be a duration such as 30s, 1h30m or PT1H30M")
)

func validateDuration(v any) error {
	s, ok := v.(string)
	if !ok || goDuration(s) {
		return nil
	}
	if !iso.MatchString(s) || s == "P" || strings.HasSuffix(s, "T") {
		return errBad
	}
	return nil
}

func goDuration(s string) bool {
	if _, err := time.ParseDuration(s); err == nil {
		return true
	}
	known := false
	for _, match := range amounts.FindAllStringSubmatch(s, -1) {
		if _, err := strconv.Atoi(match[2]); err != nil {
			return false
		}
		known = known || isUnit(strings.ToLower(strings.TrimSpace(match[3])))
	}
	return known
}

func isUnit(word string) bool {
	if units[word] {
		return true
	}
	for _, stem := range unitStems {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}
