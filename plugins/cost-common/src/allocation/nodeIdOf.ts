const GOOGLE_INSTANCE =
  /projects\/([^/]+)\/zones\/([^/]+)\/instances\/([^/]+)$/;

/**
 * One name for a machine, whether the bill names it (FOCUS `ResourceId`) or
 * its cluster (Kubernetes `providerID`): on AWS the id at the end, on Azure
 * the resource's path in lower case, on Google project, zone and name.
 */
export function nodeIdOf(id: string): string {
  const whole = id.trim().toLowerCase();
  const machine = /(?:^|[/:])(i-[0-9a-f]{8,})$/.exec(whole);
  if (machine) {
    return machine[1];
  }
  const google = GOOGLE_INSTANCE.exec(whole);
  if (google) {
    return `gce/${google.slice(1).join('/')}`;
  }
  return whole
    .replace(/^gce:\/\//, 'gce/')
    .replace(/^azure:\/\/\/?(?=subscriptions)/, '/');
}
