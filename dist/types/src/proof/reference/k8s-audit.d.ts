import { type FieldMap } from "./event-fields.js";
import { type Json } from "./json-path.js";
/**
 * The fields of a Kubernetes audit event, with the quirks of the k8saudit plugin: `ka.req.pod.*` know the pods of no
 * other workload, and `add_capabilities` has the list of a container as one text. Those of the json plugin are in
 * `jevt.value[/a/pointer]`. Source: k8saudit 0.18; a test holds them against what the plugin itself gives.
 */
export declare function auditFields(event: Json): FieldMap;
