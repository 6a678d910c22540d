import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createFetchTemplateAction } from '@backstage/plugin-scaffolder-backend';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type {
  PlannedService,
  ServiceAnswers,
  Stack,
} from '@plimsoll/plugin-golden-path-common';
import {
  shopKartPlatform,
  stockAnswers,
} from '@plimsoll/plugin-golden-path-common/testUtils';
import { createRenderer } from './createRenderer';
import { createLockAction } from '../actions/createLockAction';
import { createPlanAction } from '../actions/createPlanAction';
import { createSloCheckAction } from '../actions/slo/createSloCheckAction';
import { createSloRulesAction } from '../actions/slo/createSloRulesAction';
import { type HashedFile, listFiles } from '../lock/listFiles';
import { createVerifyAction } from '../verify/createVerifyAction';
import { goldenPathTemplate } from './goldenPathTemplate';

/** What a template does with others: a rendering leaves it out. */
const OUTSIDE =
  /^(goldenpath:(target|push|after-failure)|publish:.*|catalog:register)$/;

/** A service as the templates write it, in a folder. */
export interface RenderedService {
  /** Removed when the process ends. */
  folder: string;
  service: PlannedService;
  /** What each step gave, by its id. */
  outputs: Record<string, Record<string, unknown>>;
  /** All files, in the order of their paths. */
  files: HashedFile[];
  /** Content of a file. */
  read(path: string): string;
}

const silent = () => undefined;
const logger = {
  error: silent,
  warn: silent,
  info: silent,
  debug: silent,
  child: () => logger,
};
const EMPTY_CONTEXT = {
  logger,
  secrets: {},
  task: { id: 'rendering' },
  checkpoint: ({ fn }: { fn(): unknown }) => fn(),
  getInitiatorCredentials: async () => ({
    $$type: '@backstage/BackstageCredentials',
    principal: { type: 'none' },
  }),
};

/**
 * Renders a service as its template says: step by step, with the scaffolder's
 * own renderer and actions, from the template's own file. Nothing is published.
 * What is not answered is answered as the form would.
 *
 * @param options.skip - actions that are left out, for instance `goldenpath:verify`
 * @throws what a step throws
 */
export async function renderService(
  options: {
    stack: Stack;
    skip?: string[];
  } & Partial<ServiceAnswers>,
): Promise<RenderedService> {
  const { stack, skip = [], ...answers } = options;
  const { file, entity } = goldenPathTemplate(stack);
  const folder = temporaryFolder();
  const actions = createActions();
  const renderer = createRenderer();
  const outputs: RenderedService['outputs'] = {};
  for (const step of entity.spec.steps) {
    if (OUTSIDE.test(step.action) || skip.includes(step.action)) {
      continue;
    }
    const action = actions.get(step.action);
    if (!action) {
      throw new Error(
        `renderService does not know ${step.action}: add it to createActions`,
      );
    }
    const context = renderer.prepareContext({
      parameters: stockAnswers(answers),
      steps: Object.fromEntries(
        Object.entries(outputs).map(([id, output]) => [id, { output }]),
      ),
    } as Parameters<typeof renderer.prepareContext>[0]);
    outputs[step.id] = {};
    await action.handler({
      input: JSON.parse(JSON.stringify(step.input ?? {}), (_, value) =>
        typeof value === 'string'
          ? renderer.renderValue(value, context)
          : value,
      ),
      workspacePath: folder,
      createTemporaryDirectory: async () => temporaryFolder(),
      output: (name: string, value: unknown) => {
        outputs[step.id][name] = value;
      },
      templateInfo: {
        entityRef: `template:default/${entity.metadata.name}`,
        baseUrl: `file://${file}`,
      },
      ...EMPTY_CONTEXT,
      step: { id: step.id, name: step.name },
    } as unknown as Parameters<typeof action.handler>[0]);
  }
  return {
    folder,
    service: outputs.plan.service as PlannedService,
    outputs,
    files: await listFiles(folder),
    read: path => readFileSync(join(folder, path), 'utf8'),
  };
}

/** Those of the module that need nobody, and the renderer's own. */
function createActions(): Map<string, TemplateAction> {
  const config = new ConfigReader({
    goldenPath: { platform: { ...shopKartPlatform } },
    integrations: {
      gitea: [{ host: 'localhost:7155', baseUrl: 'http://localhost:7155' }],
    },
  });
  const integrations = ScmIntegrations.fromConfig(config);
  const unused = async () => {
    throw new Error('A rendering reads nothing from outside');
  };
  const reader = { readUrl: unused, readTree: unused, search: unused };
  // whoever is named is there
  const catalog: Parameters<typeof createPlanAction>[0]['catalog'] = {
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(name => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name },
      })),
    }),
  };
  const all = [
    createPlanAction({ catalog, config, integrations }),
    createFetchTemplateAction({ reader, integrations }),
    createSloCheckAction(),
    createSloRulesAction(),
    createVerifyAction(),
    createLockAction({ reader, integrations }),
  ];
  return new Map(
    all.map(action => [action.id, action as unknown as TemplateAction]),
  );
}

let base: string | undefined;

function temporaryFolder(): string {
  if (!base) {
    const made = mkdtempSync(join(tmpdir(), 'golden-path-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    base = made;
  }
  const folder = mkdtempSync(join(base, 'service-'));
  mkdirSync(folder, { recursive: true });
  return folder;
}
