import type { parse } from 'yaml';

/** What a parser found; tests look into it as it is. */
export type Parsed = ReturnType<typeof parse>;

/** An object as a cluster is given it. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    [field: string]: Parsed;
  };
  [field: string]: Parsed;
}
