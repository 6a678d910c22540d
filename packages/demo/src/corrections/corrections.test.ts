import { mockServices } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import type {
  CorrectionPage,
  ObjectivePage,
  SloCorrection,
} from '@plimsoll/plugin-slo-common';
import { stockTake } from '../stories/gaugeStories';
import { cycleMoment } from '../time/cycle';
import { sendCorrection } from './sendCorrection';
import { stockTakeCorrection } from './stockTakeCorrection';

describe('stockTakeCorrection', () => {
  it('is of the last one that is over, whole, in ShopKart’s time', () => {
    const at = (now: string) => {
      const { from, to } = stockTakeCorrection(Date.parse(now));
      return [from, to];
    };
    const november = ['2026-11-07T02:00:00.000Z', '2026-11-07T02:30:00.000Z'];
    expect(at('2026-11-22T01:00:00Z')).toEqual(november);
    expect(at('2026-11-07T02:30:00Z')).toEqual(november);
    expect(at('2026-11-07T02:29:59Z')).toEqual([
      '2026-10-03T01:00:00.000Z',
      '2026-10-03T01:30:00.000Z',
    ]);
    // The story lies within.
    expect(stockTake.from).toBeGreaterThanOrEqual(cycleMoment(12, '03:00'));
    expect(stockTake.from + stockTake.minutes).toBeLessThanOrEqual(
      cycleMoment(12, '03:30'),
    );
  });
});

describe('sendCorrection', () => {
  const correction = stockTakeCorrection(Date.parse('2026-11-22T01:00:00Z'));
  const page = (items: SloCorrection[]): CorrectionPage => ({
    items,
    totalItems: items.length,
    pageInfo: {},
    mayCorrect: true,
  });
  const said = {
    ...correction,
    id: '1',
    createdBy: 'plugin:slo',
    createdAt: correction.to,
  };
  const objectives = (totalItems: number) =>
    ({ totalItems } as unknown as ObjectivePage);
  const answering = (status: number) =>
    ResponseError.fromResponse(
      new Response('{"error":{"message":"no"}}', { status }),
    );

  function setUp() {
    const slo = {
      listObjectives: jest.fn(async () => objectives(1)),
      listCorrections: jest.fn(async () => page([])),
      createCorrection: jest.fn(async () => said),
    };
    const logger = mockServices.logger.mock();
    const stopping = new AbortController();
    return {
      slo,
      logger,
      stopping,
      send: () =>
        sendCorrection({
          slo,
          correction,
          logger,
          signal: stopping.signal,
          requestOptions: async () => ({ token: 'token' }),
          retryMs: 1,
        }),
    };
  }

  it('waits until the portal knows the objective', async () => {
    const { slo, send } = setUp();
    slo.listObjectives.mockRejectedValueOnce(new TypeError('fetch failed'));
    slo.listObjectives.mockResolvedValueOnce(objectives(0));
    slo.createCorrection.mockRejectedValueOnce(await answering(401));
    await send();
    expect(slo.listObjectives).toHaveBeenCalledTimes(4);
    expect(slo.createCorrection.mock.calls).toEqual([
      [correction, { token: 'token' }],
      [correction, { token: 'token' }],
    ]);
  });

  it('says it once, also where a person took it back', async () => {
    const { slo, send } = setUp();
    const undone = { by: 'user:default/jane', at: said.to, reason: 'Counted' };
    slo.listCorrections.mockResolvedValue(page([{ ...said, undone }]));
    await send();
    expect(slo.createCorrection).not.toHaveBeenCalled();
  });

  it('gives up where it may not, and when the portal stops', async () => {
    const { slo, logger, stopping, send } = setUp();
    slo.createCorrection.mockRejectedValueOnce(await answering(403));
    await send();
    expect(logger.warn).toHaveBeenCalledTimes(1);

    slo.listCorrections.mockImplementation(async () => {
      stopping.abort();
      throw new TypeError('fetch failed');
    });
    await expect(send()).rejects.toThrow();
    expect(slo.createCorrection).toHaveBeenCalledTimes(1);
  });
});
