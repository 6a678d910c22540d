import type {
  AuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CatalogFollower,
  type FollowResult,
  type ServiceIndex,
  ServiceIndexRefresher,
} from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { ChangedNames } from './ChangedNames';
import { IdentityStore } from './IdentityStore';
import { readIdentities } from './readIdentities';

/** Starts to follow the services of the catalog and the names they go by. */
export async function followCatalog(options: {
  client: Knex;
  services: ServiceIndex;
  catalog: CatalogService;
  auth: AuthService;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  /** Told when senders may find services that they did not find before. */
  onChange(changed: ChangedNames): Promise<void>;
}): Promise<void> {
  const { client, services, catalog, auth, onChange } = options;
  const refresher = ServiceIndexRefresher.create({
    catalog,
    auth,
    index: services,
  });
  const store = IdentityStore.create({ client });
  // what changed before a replica was killed has been told to nobody
  let isTold = false;
  const follow = async (pass: {
    signal: AbortSignal;
  }): Promise<FollowResult> => {
    const result = await refresher.refresh(pass);
    const names = await readIdentities({
      catalog,
      credentials: await auth.getOwnServiceCredentials(),
      signal: pass.signal,
    }).catch(error => {
      throw new ForwardedError(
        'The names of services could not be read from the catalog, the last known ones stay in use',
        error,
      );
    });
    const wasTold = isTold;
    isTold = false;
    const values = await store.replaceAll(names);
    const changed = result.changed || values.size > 0;
    if (!wasTold) {
      await onChange('any');
    } else if (changed) {
      await onChange({ values, services: result.changed });
    }
    isTold = true;
    return { found: result.found, changed };
  };
  await CatalogFollower.create({
    ...options,
    id: 'follow-services',
    follow,
  }).start();
}
