import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { CostAccess } from './CostAccess';
import { createEstimateAction } from './createEstimateAction';
import { createSavingOpenedAction } from './createSavingOpenedAction';

const COST = 'http://cost.example';

describe('actions that ask for cost', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const cost = CostAccess.create({
    auth: mockServices.auth(),
    discovery: {
      getBaseUrl: async (id: string) => `http://${id}.example`,
    } as never,
  });

  async function run(
    action: { handler(context: never): Promise<void> },
    input: Record<string, unknown>,
    isDryRun = false,
  ) {
    const output: Record<string, unknown> = {};
    await action.handler({
      ...createMockActionContext({ input: input as never }),
      isDryRun,
      output: (name: string, value: unknown) => {
        output[name] = value;
      },
    } as never);
    return output;
  }

  it('cost:estimate asks the rate card, in a dry run too', async () => {
    const asked: unknown[] = [];
    server.use(
      http.post(`${COST}/estimate`, async ({ request }) => {
        // on behalf of who runs the template, for the cost plugin alone
        expect(request.headers.get('authorization')).toMatch(
          /"obo":"user:default\/mock","target":"cost"/,
        );
        asked.push(await request.json());
        return HttpResponse.json({
          monthly: '312.40',
          currency: 'USD',
          items: [
            {
              name: 'alb',
              title: 'Balancer',
              quantity: 1,
              unitPrice: '16.20',
              monthly: '16.20',
              category: 'network',
            },
          ],
          rateCard: { title: "ShopKart's prices", asOf: '2026-11-01' },
        });
      }),
    );
    const action = createEstimateAction({ cost });
    for (const isDryRun of [false, true]) {
      await expect(
        run(action, { set: 'fastapi-redis', items: { alb: 1 } }, isDryRun),
      ).resolves.toEqual({
        monthly: '312.40',
        currency: 'USD',
        rateCard: "ShopKart's prices",
        asOf: '2026-11-01',
        items: [
          { name: 'alb', title: 'Balancer', quantity: 1, monthly: '16.20' },
        ],
      });
    }
    expect(asked).toEqual(
      Array(2).fill({ set: 'fastapi-redis', items: { alb: 1 } }),
    );
  });

  it('cost:estimate says what the rate card does not have', async () => {
    server.use(
      http.post(`${COST}/estimate`, () =>
        HttpResponse.json(
          {
            error: { name: 'InputError', message: 'has no set "x"' },
            response: { statusCode: 400 },
          },
          { status: 400 },
        ),
      ),
    );
    await expect(
      run(createEstimateAction({ cost }), { set: 'x' }),
    ).rejects.toThrow('The cost backend answers: has no set "x"');
  });

  it('cost:saving-opened notes it once it is open, and not in a dry run', async () => {
    let noted = 0;
    server.use(
      http.post(`${COST}/savings/spot-1/applied`, () => {
        noted += 1;
        return HttpResponse.json({
          currency: 'USD',
          realisable: '9.00',
          applied: { at: '2026-11-21T10:00:00Z', promised: '9.40' },
        });
      }),
    );
    const action = createSavingOpenedAction({ cost });
    await expect(run(action, { savingId: 'spot-1' }, true)).resolves.toEqual(
      {},
    );
    expect(noted).toBe(0);
    await expect(run(action, { savingId: 'spot-1' })).resolves.toEqual({
      promised: '9.40',
      currency: 'USD',
    });
    expect(noted).toBe(1);
  });
});
