import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { KubernetesObject } from './KubernetesObject';
import { ModelThread } from './ModelThread';
import { unknownFields } from './unknownFields';

/** Which package has the models of a kind, the first that matches. */
const PACKAGES: Array<[type: RegExp, name: string]> = [
  [/^argoproj\.io\/.* Application$/, '@kubernetes-models/argo-cd'],
  [/^argoproj\.io\//, '@kubernetes-models/argo-rollouts'],
  [/^external-secrets\.io\//, '@kubernetes-models/external-secrets'],
  [/^gateway\.networking\.k8s\.io\//, '@kubernetes-models/gateway-api'],
  [/^monitoring\.coreos\.com\//, '@kubernetes-models/prometheus-operator'],
  [/./, 'kubernetes-models'],
];

let thread: ModelThread | undefined;

/**
 * What is wrong with an object by the schema of its kind: fields that nobody
 * knows, fields that are missing, values that are not allowed. It asks no
 * cluster and no network; what an API server works out beyond the schemas (of
 * Kubernetes and of the definitions) it does not know.
 *
 * @returns sentences that name object and field
 */
export async function objectFaults(
  object: KubernetesObject,
): Promise<string[]> {
  const { apiVersion, kind, metadata } = object;
  const type = `${apiVersion} ${kind}`;
  const named = `${kind} ${metadata?.name}`;
  const unknown = unknownFields(type, object);
  if (!unknown) {
    return [`${named}: ${apiVersion} has no such kind`];
  }
  thread ??= ModelThread.create();
  const fault = await thread.faultOf(object, modelOf(type, object));
  return [
    ...unknown.map(path => `${named}: ${path} is no field`),
    ...(fault ? [`${named}: ${fault}`] : []),
  ];
}

function modelOf(type: string, { apiVersion, kind }: KubernetesObject): string {
  const [, name] = PACKAGES.find(([types]) => types.test(type))!;
  const folder = dirname(require.resolve(`${name}/package.json`));
  return pathToFileURL(join(folder, apiVersion, `${kind}.js`)).href;
}
