import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import { CostClient } from '@plimsoll/plugin-cost-common';
import type {
  AnswerFindings,
  FindingsRequest,
  PreviewRequest,
  ServicePreview,
} from '@plimsoll/plugin-golden-path-common';
import { SloClient } from '@plimsoll/plugin-slo-common';
import { hostOf } from '@plimsoll/repository-hosts';
import { AnswerFacts } from './answers/AnswerFacts';
import { AnswerJudge } from './answers/AnswerJudge';
import { TakenRepositories } from './answers/TakenRepositories';
import { PreviewRenderer } from './render/PreviewRenderer';
import { ServicePreviews } from './ServicePreviews';
import { TemplateFolders } from './template/TemplateFolders';

/** Shows what "create service" would make, and judges its answers. */
export interface Preview {
  /** @throws NotFoundError for a template that the caller may not see */
  preview(
    request: PreviewRequest,
    caller: { credentials: BackstageCredentials },
  ): Promise<ServicePreview>;
  findings(
    request: FindingsRequest,
    caller: { credentials: BackstageCredentials },
  ): Promise<AnswerFindings>;
}

/** What the preview is made from. */
export interface PreviewDeps {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  discovery: DiscoveryService;
  logger: LoggerService;
  permissions: PermissionsService;
  reader: UrlReaderService;
  scaffolder: ScaffolderService;
  userInfo: UserInfoService;
}

/** Puts the preview together. */
export function createPreview(deps: PreviewDeps): Preview {
  const integrations = ScmIntegrations.fromConfig(deps.config);
  const facts = AnswerFacts.create(deps);
  const clients = { discoveryApi: deps.discovery, fetchApi: { fetch } };
  return ServicePreviews.create({
    ...deps,
    facts,
    integrations,
    judge: AnswerJudge.create({
      facts,
      repositories: TakenRepositories.create({
        ...deps,
        hostOf: name => hostOf(integrations, name),
      }),
    }),
    renderer: PreviewRenderer.create({
      ...deps,
      folders: TemplateFolders.create({ ...deps, integrations }),
    }),
    cost: new CostClient(clients),
    slo: new SloClient(clients),
  });
}
