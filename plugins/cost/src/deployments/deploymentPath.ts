/**
 * Where the stability plugin tells what a deployment did; its tab lies there
 * unless app-config moves it.
 *
 * @param options - `service` is the path of the service's page
 */
export function deploymentPath(options: {
  service: string;
  deploymentId: string;
}): string {
  const { service, deploymentId } = options;
  const query = new URLSearchParams({ deployment: deploymentId });
  return `${service}/stability?${query}`;
}
