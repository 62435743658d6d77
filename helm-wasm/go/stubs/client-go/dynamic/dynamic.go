// Package dynamic has the interfaces that Helm's lookup calls. There is no cluster to look into.
package dynamic

import (
	"context"
	"errors"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/rest"
)

type Object interface {
	UnstructuredContent() map[string]any
}

type ResourceInterface interface {
	Get(context.Context, string, metav1.GetOptions) (Object, error)
	List(context.Context, metav1.ListOptions) (Object, error)
}

type NamespaceableResourceInterface interface {
	ResourceInterface
	Namespace(string) ResourceInterface
}

type Interface interface {
	Resource(schema.GroupVersionResource) NamespaceableResourceInterface
}

func NewForConfig(*rest.Config) (Interface, error) { return nil, errors.New("there is no cluster") }
