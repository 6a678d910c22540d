import { createRequire } from 'node:module';

const API_VERSION = /^([a-z0-9-]+(\.[a-z0-9-]+)*\/)?v[0-9]+[a-z0-9]*$/;
const KIND = /^[A-Z][A-Za-z]*$/;

/** What knows the schema of a kind. */
export interface KubernetesKind {
  /** @throws Error that names the field */
  validate(manifest: object): void;
}

type KindModel = new (data: object) => { validate(): void };

const load = createRequire(__filename);

/**
 * The schema of one of Kubernetes' own kinds. Each is a module: one is loaded
 * when the first object of its kind comes.
 *
 * @returns undefined for a custom resource
 */
export function kubernetesKind(manifest: {
  apiVersion: string;
  kind: string;
}): KubernetesKind | undefined {
  const { apiVersion, kind } = manifest;
  // it becomes the name of a module
  if (!API_VERSION.test(apiVersion) || !KIND.test(kind)) {
    return undefined;
  }
  const place = placeOf(`kubernetes-models/${apiVersion}/${kind}`);
  if (place === undefined) {
    return undefined;
  }
  const models: Record<string, KindModel | undefined> = load(place);
  const Model = models[kind];
  return Model && { validate: data => new Model(data).validate() };
}

/** Where a module is; it says in many ways that there is none. */
function placeOf(name: string): string | undefined {
  try {
    return load.resolve(name);
  } catch {
    return undefined;
  }
}
