import { mockServices } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import type { VolumeResponse } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { readVolumes } from './readVolumes';
import { REQUESTS } from './readUnits';
import { VolumeTask } from './VolumeTask';

const databases = createTestDatabases();
const CART = 'component:default/cart';
const SHOP = 'component:default/shop';
const NOON = Date.parse('2026-11-18T12:00:00Z');

type Days = VolumeResponse['days'];

async function setUp(client: Knex, daysOf: (ref: string) => Days) {
  await client('cost_service').insert({
    entity_ref: CART,
    currency: 'USD',
    sort_name: 'cart',
    billed_to_date: '0',
    effective_to_date: '0',
    contracted_to_date: '0',
    list_to_date: '0',
    month: '2026-11-01',
    content: '{}',
    changed_at: 1,
  });
  const slo = {
    getVolume: jest.fn(async ({ entityRef }: { entityRef: string }) => ({
      entityRef,
      timeZone: 'UTC',
      days: daysOf(entityRef),
    })),
  };
  const logger = mockServices.logger.mock();
  const onChange = jest.fn(async () => {});
  const task = VolumeTask.create({
    client,
    slo,
    auth: mockServices.auth(),
    units: [REQUESTS, { unit: 'orders', per: 1_000, entityRef: SHOP }],
    logger,
    now: () => NOON,
    onChange,
  });
  return {
    slo,
    logger,
    onChange,
    run: (signal = new AbortController().signal) => task.run({ signal }),
    read: (entityRef: string) =>
      readVolumes({
        client,
        unit: REQUESTS,
        entityRefs: [entityRef],
        from: '2026-01-01',
        to: '2027-01-01',
      }),
  };
}

const day = (date: string, total: number, coverage = 1) => ({
  date,
  total,
  bad: 0,
  coverage,
});

async function refusal(status: number): Promise<Error> {
  return ResponseError.fromResponse(new Response('{}', { status }) as never);
}

describe('VolumeTask', () => {
  it.each(databases.ids)(
    'keeps what was measured of whole days, for services and units, %s',
    async id => {
      const { client } = await databases.create(id);
      let last = 300;
      const { run, read, slo, onChange } = await setUp(client, ref =>
        ref === CART
          ? [
              day('2026-11-15', 100),
              day('2026-11-16', 5, 0.4),
              day('2026-11-17', last),
            ]
          : [day('2026-11-17', 7)],
      );

      await expect(run()).resolves.toBe(3);
      await expect(read(CART)).resolves.toEqual([
        { day: '2026-11-15', volume: 100 },
        { day: '2026-11-17', volume: 300 },
      ]);
      await expect(read(SHOP)).resolves.toEqual([
        { day: '2026-11-17', volume: 7 },
      ]);
      expect(slo.getVolume.mock.calls[0]).toEqual([
        {
          entityRef: SHOP,
          from: '2026-07-21T00:00:00Z',
          to: '2026-11-18T00:00:00Z',
          timeZone: 'UTC',
        },
        expect.objectContaining({ token: expect.any(String) }),
      ]);

      await expect(run()).resolves.toBe(0);
      expect(onChange).toHaveBeenCalledTimes(1);
      expect(slo.getVolume.mock.lastCall?.[0]).toMatchObject({
        from: '2026-11-15T00:00:00Z',
      });
      last = 301;
      await expect(run()).resolves.toBe(1);
    },
  );

  it('goes on where one service is not known, and stops where nobody answers', async () => {
    const { client } = await databases.create('SQLITE_3');
    const { run, slo, logger, onChange } = await setUp(client, () => []);
    slo.getVolume.mockRejectedValue(await refusal(404));
    await expect(run()).resolves.toBe(0);
    expect(slo.getVolume).toHaveBeenCalledTimes(2);
    expect(logger.info).not.toHaveBeenCalled();

    slo.getVolume.mockReset().mockRejectedValue(await refusal(503));
    await expect(run()).resolves.toBe(0);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining('it is asked again'),
    );
    expect(onChange).not.toHaveBeenCalled();
  });

  it('ends with the backend', async () => {
    const { client } = await databases.create('SQLITE_3');
    const { run, slo } = await setUp(client, () => []);
    await expect(run(AbortSignal.abort(new Error('bye')))).rejects.toThrow(
      'bye',
    );
    expect(slo.getVolume).not.toHaveBeenCalled();
  });
});
