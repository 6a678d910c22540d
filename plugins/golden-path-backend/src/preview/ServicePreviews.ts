import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import type { CostApi } from '@plimsoll/plugin-cost-common';
import type {
  AnswerFindings,
  FindingsRequest,
  PreviewRequest,
  ServicePreview,
} from '@plimsoll/plugin-golden-path-common';
import type { SloApi } from '@plimsoll/plugin-slo-common';
import type { AnswerFacts } from './answers/AnswerFacts';
import {
  type AnswerJudge,
  type JudgedAnswers,
  rootOf,
} from './answers/AnswerJudge';
import { fillAnswers } from './answers/fillAnswers';
import { anyHost } from './answers/anyHost';
import type { Preview } from './createPreview';
import { dependenciesOf } from './dependenciesOf';
import { estimateOf } from './estimate/estimateOf';
import type { PreviewRenderer } from './render/PreviewRenderer';
import { RefusedAnswer } from './render/renderAnswers';
import {
  type PreviewTemplate,
  readPreviewTemplate,
} from './template/PreviewTemplate';

/** A template may refuse one answer after the other. */
const TRIES = 4;

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  integrations: ScmIntegrations;
  facts: AnswerFacts;
  judge: AnswerJudge;
  renderer: PreviewRenderer;
  cost: Pick<CostApi, 'estimate'>;
  slo: Pick<SloApi, 'listObjectives'>;
}

/**
 * Shows whoever may create services what a template would make. What they name
 * is looked up as them; what nobody has answered yet, or is wrong, is rendered
 * as a placeholder and said so, and never as it came.
 */
export class ServicePreviews implements Preview {
  readonly #options: Options;

  static create(options: Options): ServicePreviews {
    return new ServicePreviews(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async findings(
    request: FindingsRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<AnswerFindings> {
    await this.#requireCreator(credentials);
    const { answers } = request;
    const { findings } = await this.#options.judge.judge({
      answers,
      credentials,
    });
    return { findings };
  }

  async preview(
    request: PreviewRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ServicePreview> {
    const { cost, slo, auth, judge } = this.#options;
    const template = await this.#requireTemplate(request, credentials);
    const { answers } = request;
    const judged = await judge.judge({ answers, credentials });
    const isWrong = judged.findings.some(({ field }) =>
      field.startsWith('dependsOn'),
    );
    const dependsOn = isWrong ? [] : answers.dependsOn;
    const [rendering, dependencies, estimate] = await Promise.all([
      this.#render({ template, answers, judged, credentials }),
      dependenciesOf({
        dependsOn: Array.isArray(dependsOn) ? dependsOn : [],
        slo,
        auth,
        credentials,
      }),
      estimateOf({ template: template.entity, cost, auth, credentials }),
    ]);
    return { ...rendering, dependencies, estimate };
  }

  async #render(options: {
    template: PreviewTemplate;
    answers: Record<string, unknown>;
    judged: JudgedAnswers;
    credentials: BackstageCredentials;
  }): Promise<Omit<ServicePreview, 'dependencies' | 'estimate'>> {
    const { template, answers, judged, credentials } = options;
    const { renderer, facts, integrations } = this.#options;
    const findings = [...judged.findings];
    const unusable = [...judged.unusable];
    let placeholders: string[] = [];
    for (let tries = 0; tries < TRIES; tries++) {
      const filled = await fillAnswers({
        answers,
        fields: unusable,
        host: anyHost(integrations, template.allowedHosts),
        facts,
        credentials,
      });
      placeholders = filled.placeholders;
      try {
        const { rendered, following } = await renderer.render({
          template,
          answers: filled.answers,
        });
        const { name, promise, alerts, repository } = rendered.service;
        return {
          findings,
          placeholders,
          service: { name, promise, alerts, repositoryUrl: repository.url },
          files: rendered.files.map(({ sha256: _, ...file }) => ({
            ...file,
            followsPromise: following.has(file.path),
          })),
          documents: {
            objectives: rendered.objectives,
            alerts: rendered.alerts,
          },
        };
      } catch (error) {
        if (!(error instanceof RefusedAnswer)) {
          throw error;
        }
        if (placeholders.includes(rootOf(error.finding.field))) {
          break;
        }
        findings.push(error.finding);
        unusable.push(rootOf(error.finding.field));
      }
    }
    return {
      findings,
      placeholders,
      files: [],
      documents: { objectives: [], alerts: [] },
    };
  }

  async #requireCreator(credentials: BackstageCredentials): Promise<void> {
    const { permissions } = this.#options;
    const [{ result }] = await permissions.authorize(
      [{ permission: taskCreatePermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `To see what a template makes you need ${taskCreatePermission.name}`,
      );
    }
  }

  async #requireTemplate(
    { template: ref }: PreviewRequest,
    credentials: BackstageCredentials,
  ): Promise<PreviewTemplate> {
    await this.#requireCreator(credentials);
    if (!/^template:[\w.-]+\/[\w.-]+$/.test(ref)) {
      throw new InputError(
        'template: must be the ref of a template, as template:default/fastapi-service',
      );
    }
    const entity = await this.#options.catalog.getEntityByRef(ref, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(
        `template: the catalog has no ${ref}, or you may not see it`,
      );
    }
    return readPreviewTemplate(entity);
  }
}
