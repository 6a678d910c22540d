const VARIABLES = {
  prometheus: 'PROMETHEUS_BIN',
  promtool: 'PROMTOOL_BIN',
  alertmanager: 'ALERTMANAGER_BIN',
  'victoria-metrics': 'VICTORIA_METRICS_BIN',
} as const;

/** Path of a peer, as `npm test` hands it over or a person chooses it. */
export function binary(name: keyof typeof VARIABLES): string {
  const variable = VARIABLES[name];
  const path = process.env[variable];
  if (!path) {
    throw new Error(
      `${variable} is not set. \`npm test -- --only e2e\` unpacks ${name} and sets it; or set it to a ${name} of your own.`,
    );
  }
  return path;
}
