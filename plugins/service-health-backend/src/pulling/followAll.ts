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
import type { LensSource } from '../lenses/LensSource';
import type { IndexSync } from '../summary/IndexSync';
import type { LensPuller } from './LensPuller';

/**
 * Starts to follow the catalog and the plugins, each minute on one replica, and
 * in quick succession while the portal starts.
 */
export async function followAll(options: {
  sources: readonly LensSource[];
  puller: LensPuller;
  sync: IndexSync;
  services: ServiceIndex;
  catalog: CatalogService;
  auth: AuthService;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
}): Promise<void> {
  const { sources, puller, sync, services } = options;
  const refresher = ServiceIndexRefresher.create({
    ...options,
    index: services,
  });
  await CatalogFollower.create({
    ...options,
    id: 'follow-services',
    follow: async (pass): Promise<FollowResult> => {
      const { found, changed } = await refresher.refresh(pass);
      const synced = await sync.sync();
      return { found, changed: changed || synced > 0 };
    },
  }).start();
  for (const source of sources) {
    await CatalogFollower.create({
      ...options,
      id: `pull-${source.lens}`,
      follow: async (pass): Promise<FollowResult> => {
        const isAnswered = await puller.pull(source, pass);
        return { found: isAnswered ? 1 : 0, changed: !isAnswered };
      },
    }).start();
  }
}
