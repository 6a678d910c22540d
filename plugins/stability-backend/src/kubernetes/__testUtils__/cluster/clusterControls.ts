/** Stops or starts the API server of the cluster. */
export async function apiServer(order: 'stop' | 'start'): Promise<void> {
  const response = await fetch(`${process.env.CLUSTER_CONTROLS}/${order}`, {
    method: 'POST',
  });
  if (!response.ok) {
    throw new Error(
      `The API server does not ${order}: ${await response.text()}`,
    );
  }
}

/** How often the API server was asked for these resources in this way. */
export async function countRequests(
  verb: 'LIST' | 'WATCH',
  resources: string[],
): Promise<number> {
  const response = await fetch(`${process.env.CLUSTER_CONTROLS}/metrics`);
  const lines = (await response.text()).split('\n');
  return lines
    .filter(line => line.startsWith('apiserver_request_total{'))
    .filter(line => line.includes(`verb="${verb}"`))
    .filter(line => resources.some(name => line.includes(`resource="${name}"`)))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
