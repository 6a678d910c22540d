import { join } from 'node:path';
import { bringGoPrograms } from '../go/bringGoPrograms.mjs';
import { paths } from '../setup/paths.mjs';

/** The module's version 0.315.0 is Prometheus 3.15.0. */
const PROGRAM = {
  name: 'prometheus-3',
  module: 'github.com/prometheus/prometheus',
  version: 'v0.315.0',
  oldestGo: '1.26',
  commands: ['./cmd/prometheus', './cmd/promtool'],
  variables: { 'github.com/prometheus/common/version.Version': '3.15.0' },
  minutes: 8,
};

/**
 * Builds Prometheus 3 and its promtool from their Go module, once. Debian has
 * Prometheus 2.
 *
 * @param {{ env: NodeJS.ProcessEnv }} options
 * @returns {Promise<NodeJS.ProcessEnv>} PROMETHEUS_BIN and PROMTOOL_BIN
 * @throws {import('./ProgramMissing.mjs').ProgramMissing} without Go
 */
export async function bringPrometheus3({ env }) {
  const { bin } = await bringGoPrograms({
    programs: [PROGRAM],
    folder: join(paths.tools, 'prometheus-3'),
    env,
  });
  return {
    PROMETHEUS_BIN: join(bin, 'prometheus'),
    PROMTOOL_BIN: join(bin, 'promtool'),
  };
}
