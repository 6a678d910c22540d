import {
  type SchedulerService,
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import openSlo from '@plimsoll/plugin-catalog-backend-module-openslo';
import { eventually } from '../__testUtils__/startSloBackend';
import { sloPlugin } from '../plugin';

const document = (name: string, target: string) => `
apiVersion: openslo/v1
kind: SLO
metadata: { name: ${name} }
spec:
  service: checkout
  indicatorRef: requests
  budgetingMethod: Occurrences
  timeWindow: [{ duration: 30d, isRolling: true }]
  objectives: [{ displayName: Availability, target: ${target} }]
`;

describe('documents that a real catalog refuses', () => {
  const directory = createMockDirectory();
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let scheduler: SchedulerService;

  const atHand = createBackendModule({
    pluginId: 'slo',
    moduleId: 'scheduler-at-hand',
    register(env) {
      env.registerInit({
        deps: { service: coreServices.scheduler },
        async init({ service }) {
          scheduler = service;
        },
      });
    },
  });

  beforeAll(async () => {
    directory.setContent({
      'broken.yaml': document('broken-at-first', '99.9'),
      'slo-unreadable.yaml': 'apiVersion: openslo/v1\nkind: [SLO\n',
      'right.yaml': document('right', '0.9'),
      'other.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: a }\nspec: {}\n',
    });
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        openSlo,
        sloPlugin,
        atHand,
        // The mock of the test backend keeps each plugin's events to itself.
        eventsServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            events: { useEventBus: 'never' },
            catalog: {
              processingInterval: { milliseconds: 500 },
              rules: [{ allow: ['Component', 'Location', 'SLO'] }],
              locations: [
                'broken.yaml',
                'slo-unreadable.yaml',
                'right.yaml',
                'other.yaml',
              ].map(name => ({
                type: 'file',
                target: directory.resolve(name),
              })),
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend.stop();
  });

  it('are listed with the place and the mend, and forgotten once they are right', async () => {
    const { body } = await eventually(
      backend.server,
      '/api/slo/objectives',
      response => response.body.totalRefusedDocuments === 2,
    );
    expect(body.refusedDocuments).toEqual([
      {
        location: `file:${directory.resolve('slo-unreadable.yaml')}`,
        errors: [{ message: expect.stringContaining('YAML') }],
        seenAt: expect.stringMatching(/Z$/),
      },
      {
        ref: 'slo:default/broken-at-first',
        location: `file:${directory.resolve('broken.yaml')}`,
        errors: [
          {
            path: 'spec.objectives[0].target',
            message: expect.stringContaining('targetPercent: 99.9'),
          },
        ],
        seenAt: expect.stringMatching(/Z$/),
      },
    ]);

    directory.addContent({
      'broken.yaml': document('broken-at-first', '0.999'),
    });
    const sweeping = setInterval(
      () => scheduler.triggerTask('forget-document-refusals').catch(() => {}),
      500,
    );
    await eventually(
      backend.server,
      '/api/slo/objectives',
      response => response.body.totalRefusedDocuments === 1,
    ).finally(() => clearInterval(sweeping));
  });
});
