import type {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { ServiceIndex } from '@plimsoll/service-index';
import type { SloDatabase } from '../database/SloDatabase';
import type { SourceRegistry } from '../sources/SourceRegistry';
import {
  type ExistingRulesConfig,
  readExistingRulesConfig,
} from './ExistingRulesConfig';
import { RuleScanner } from './RuleScanner';

/** How often a replica looks whether a source is due. */
const FREQUENCY = { minutes: 1 };
/** Shorter than a source is held for one replica. */
const TIMEOUT = { seconds: 50 };

/**
 * Keeps the SLOs that Sloth, Pyrra and Grafana SLO record beside those of the
 * catalog, where app-config asks for it.
 *
 * @throws InputError when `existingRules` of a source cannot be used
 */
export async function watchExistingRules(options: {
  database: SloDatabase;
  sources: SourceRegistry;
  services: ServiceIndex;
  config: RootConfigService;
  scheduler: SchedulerService;
  logger: LoggerService;
  onChange(): void;
}): Promise<void> {
  const { config, scheduler } = options;
  const scanner = RuleScanner.create({
    ...options,
    configs: readConfigs(config),
  });
  await scanner.start();
  await scheduler.scheduleTask({
    id: 'scan-existing-rules',
    frequency: FREQUENCY,
    timeout: TIMEOUT,
    scope: 'local',
    fn: signal => scanner.scan({ signal }),
  });
}

function readConfigs(
  config: RootConfigService,
): Map<string, ExistingRulesConfig> {
  const entries = config.getOptionalConfig('slo.sources');
  return new Map(
    (entries?.keys() ?? []).flatMap(name => {
      const entry = entries?.getConfig(name);
      const read = entry && readExistingRulesConfig({ name, config: entry });
      return read ? [[name, read] as const] : [];
    }),
  );
}
