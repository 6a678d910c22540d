const LOCAL = /^localhost:\d+$/;

/**
 * Those of the allowed hosts that `integrations` of app-config names. A local
 * forge listens on the port that it was told, so one stands for the other.
 */
export function knownHosts(options: {
  allowed: string[];
  known: string[];
}): string[] {
  const { allowed, known } = options;
  const local = known.find(host => LOCAL.test(host));
  const hosts = allowed
    .map(host => (LOCAL.test(host) ? local ?? host : host))
    .filter(host => known.includes(host));
  return [...new Set(hosts)];
}
