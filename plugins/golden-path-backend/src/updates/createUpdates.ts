import type {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import { hostOf } from '@plimsoll/repository-hosts';
import type { GoldenPathDatabase } from '../database/GoldenPathDatabase';
import { PullRequestStore } from './offers/PullRequestStore';
import { PullRequestWatch } from './offers/PullRequestWatch';
import { UpdateOffers } from './offers/UpdateOffers';
import { VersionRenderer } from './render/VersionRenderer';
import { ServiceRepositories } from './repository/ServiceRepositories';
import { ServiceMerger } from './ServiceMerger';
import { UpdateService } from './UpdateService';
import { TemplateArchive } from './versions/TemplateArchive';
import { TemplateReader } from './versions/TemplateReader';

/** Opens pull requests; `goldenPath.updates.template` names another one. */
const TEMPLATE = 'template:default/golden-path-update';

/** What updates are made from. */
export interface UpdatesDeps {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: GoldenPathDatabase;
  logger: LoggerService;
  permissions: PermissionsService;
  reader: UrlReaderService;
  scaffolder: ScaffolderService;
  scheduler: SchedulerService;
}

/** Puts updates together, and looks at templates and pull requests from now on. */
export async function createUpdates(deps: UpdatesDeps): Promise<UpdateService> {
  const { config, scheduler } = deps;
  const integrations = ScmIntegrations.fromConfig(config);
  const archive = TemplateArchive.create(deps);
  const pullRequests = PullRequestStore.create(deps);
  const shared = { ...deps, archive, integrations, pullRequests };
  const now = () => Date.now();
  const reader = TemplateReader.create({ ...shared, now });
  const repositories = ServiceRepositories.create(shared);
  const watch = PullRequestWatch.create({ ...shared, repositories });
  await scheduler.scheduleTask({
    id: 'golden-path-template-versions',
    // a new portal's catalog takes a while; what was read rests in between
    frequency: { minutes: 1 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 20 },
    fn: () => reader.read(),
  });
  await scheduler.scheduleTask({
    id: 'golden-path-update-pull-requests',
    frequency: { minutes: 5 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 30 },
    fn: () => watch.look(),
  });
  return UpdateService.create({
    ...shared,
    merger: ServiceMerger.create({
      ...shared,
      renderer: VersionRenderer.create(shared),
      repositories,
    }),
    offers: UpdateOffers.create(shared),
    template:
      config.getOptionalString('goldenPath.updates.template') ?? TEMPLATE,
    hostTypeOf: host => hostOf(integrations, host)?.type,
    now,
  });
}
