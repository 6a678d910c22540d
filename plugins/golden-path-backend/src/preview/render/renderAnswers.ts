import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import {
  type AnswerFinding,
  type PlannedService,
  serviceParameters,
} from '@plimsoll/plugin-golden-path-common';
import { rootOf } from '../answers/AnswerJudge';
import type { TemplateFile } from '../template/TemplateFolders';
import type { PreviewTemplate } from '../template/PreviewTemplate';

/** Steps that write nothing into the repository, or reach outside. */
const WITHOUT_FILES =
  /^(goldenpath:(target|verify|push|after-failure)|publish:.*|catalog:.*|slo:check)$/;

/** A repository as the scaffolder has rendered it. */
export interface RenderedRepository {
  service: PlannedService;
  files: Array<{ path: string; content: Buffer }>;
}

/** An answer that the template's own steps refuse. */
export class RefusedAnswer extends Error {
  readonly finding: AnswerFinding;

  constructor(finding: AnswerFinding) {
    super(`${finding.field}: ${finding.message}`);
    this.name = 'RefusedAnswer';
    this.finding = finding;
  }
}

/**
 * Renders what a template makes of answers by the scaffolder's own dry run, so
 * that what is shown is what will be made.
 *
 * @throws RefusedAnswer when a step refuses an answer
 */
export async function renderAnswers(options: {
  scaffolder: Pick<ScaffolderService, 'dryRun'>;
  template: PreviewTemplate;
  folder: TemplateFile[];
  answers: Record<string, unknown>;
  /** Whose rights the steps run with. */
  credentials: BackstageCredentials;
}): Promise<RenderedRepository> {
  const { scaffolder, template, folder, answers, credentials } = options;
  const { entity, spec } = template;
  const rendered = await scaffolder
    .dryRun(
      {
        template: {
          ...entity,
          spec: {
            ...spec,
            steps: spec.steps.filter(
              ({ action }) => !WITHOUT_FILES.test(action),
            ),
            output: { service: '${{ steps.plan.output.service }}' },
          },
        },
        values: answers,
        directoryContents: folder,
      } as Parameters<ScaffolderService['dryRun']>[0],
      { credentials },
    )
    .catch((error: unknown) => {
      throw refusedAnswer(error) ?? error;
    });
  return {
    service: rendered.output.service as unknown as PlannedService,
    files: rendered.directoryContents
      .map(({ path, base64Content }) => ({
        path,
        content: Buffer.from(base64Content, 'base64'),
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** The steps' errors begin with the field that they speak of. */
function refusedAnswer(error: unknown): RefusedAnswer | undefined {
  const said = messageOf(error);
  const [, field, message] =
    /^([a-z][A-Za-z0-9]*(?:\.\d+)?): (.+)$/s.exec(said) ?? [];
  return field && Object.hasOwn(serviceParameters.shape, rootOf(field))
    ? new RefusedAnswer({ field, message })
    : undefined;
}

function messageOf(error: unknown): string {
  const body = (error as { body?: { error?: { message?: unknown } } }).body;
  const said = body?.error?.message;
  if (typeof said === 'string') {
    return said;
  }
  return isError(error) ? error.message : '';
}
