import type {
  AuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CatalogFollower,
  type FollowResult,
  type ServiceIndex,
  ServiceIndexRefresher,
} from '@plimsoll/service-index';
import type { SloDatabase } from '../database/SloDatabase';
import type { ObjectiveSources } from './ObjectiveSources';
import { ObjectiveStore } from './ObjectiveStore';
import { ObjectiveSync } from './ObjectiveSync';

/** Starts to follow the services and the SLO documents of the catalog. */
export async function followCatalog(options: {
  database: SloDatabase;
  services: ServiceIndex;
  sources: ObjectiveSources;
  catalog: CatalogService;
  auth: AuthService;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  /** Told when services or objectives have changed. */
  onChange(): void;
}): Promise<void> {
  const { database, services, sources, onChange } = options;
  const tell = (result: FollowResult) => {
    if (result.changed) {
      onChange();
    }
    return result;
  };
  const refresher = ServiceIndexRefresher.create({
    ...options,
    index: services,
  });
  const store = ObjectiveStore.create({ database });
  const sync = ObjectiveSync.create({ ...options, store, sources });
  await CatalogFollower.create({
    ...options,
    id: 'follow-services',
    follow: async pass => tell(await refresher.refresh(pass)),
  }).start();
  await CatalogFollower.create({
    ...options,
    id: 'follow-objectives',
    follow: async pass => tell(await sync.sync(pass)),
  }).start();
}
