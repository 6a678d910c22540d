import type {
  AuditorService,
  AuthService,
  DiscoveryService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { CostClient } from '@plimsoll/plugin-cost-common';
import { SloClient } from '@plimsoll/plugin-slo-common';
import { StabilityClient } from '@plimsoll/plugin-stability-common';
import type { GoldenPathDatabase } from '../database/GoldenPathDatabase';
import { AlertmanagerApi } from './alertmanager/AlertmanagerApi';
import { allChecks } from './checks/allChecks';
import { WiringStore } from './store/WiringStore';
import { WiringChecker } from './WiringChecker';
import { WiringLoop } from './WiringLoop';
import { WiringService } from './WiringService';

/** What the wiring proof is made from. */
export interface WiringDeps {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: GoldenPathDatabase;
  discovery: DiscoveryService;
  logger: LoggerService;
  permissions: PermissionsService;
  reader: UrlReaderService;
  scheduler: SchedulerService;
}

/** Proves that services which templates made are wired; starts to check them. */
export async function createWiring(deps: WiringDeps): Promise<WiringService> {
  const { auth, catalog, config, discovery, scheduler } = deps;
  const clients = { discoveryApi: discovery, fetchApi: { fetch } };
  const alertmanager = AlertmanagerApi.fromConfig(config);
  const now = Date.now;
  const store = WiringStore.create(deps);
  const checker = WiringChecker.create({
    ...deps,
    now,
    checks: allChecks({ ...deps, alertmanager }),
    sources: {
      auth,
      catalog,
      slo: new SloClient(clients),
      stability: new StabilityClient(clients),
      cost: new CostClient(clients),
    },
  });
  const loop = WiringLoop.create({ ...deps, checker, store, now });
  await loop.schedule(scheduler);
  return WiringService.create({
    ...deps,
    alertmanager,
    loop,
    store,
    portalUrl: config.getOptionalString('app.baseUrl'),
    now,
  });
}
