const SETTINGS =
  /^(pip_|npm_config_|(https?|no)_proxy$|ssl_cert_|node_extra_ca_certs$|requests_ca_bundle$|xdg_cache_home$|maven_|mvn_)/i;

/**
 * What this machine tells package managers: registries, certificates, proxies and
 * where their caches are. A service that is built needs it, else the test would
 * work on few machines.
 */
export function machineSettings(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined && SETTINGS.test(name) ? [[name, value]] : [],
    ),
  );
}
