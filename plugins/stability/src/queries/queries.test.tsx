import type { ReactNode } from 'react';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { refusal, stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { renderHook, waitFor } from '@testing-library/react';
import { sloApiRef, stabilityApiRef } from '../api';
import { CHECKOUT, NOW } from '../__fixtures__/checkoutEntity';
import { openIncident, redisIncident } from '../__fixtures__/checkoutIncidents';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { worstObjective } from '../__fixtures__/worstObjective';
import { readCardMetrics } from './readCardMetrics';
import { useDeployment } from './useDeployment';
import { useExplanation } from './useExplanation';
import { useInbox, useInboxItem, useRules } from './useInbox';
import { useIncidents } from './useIncidents';
import { useMetrics } from './useMetrics';
import { useOutage } from './useOutage';
import { useServices } from './useServices';
import { useSuspects } from './useSuspects';
import { useWorstObjective } from './useWorstObjective';

const signal = expect.objectContaining({ signal: expect.anything() });

/** Runs a hook against an API, and against the slo plugin's where it is given. */
function run<T>(
  hook: () => T,
  api: FixtureStabilityApi,
  listObjectives?: jest.Mock,
) {
  return renderHook(hook, {
    wrapper: ({ children }: { children: ReactNode }) => (
      <TestApiProvider
        apis={[
          [stabilityApiRef, api],
          mockApis.translation(),
          ...(listObjectives
            ? ([[sloApiRef, { listObjectives }]] as const)
            : []),
        ]}
      >
        {children}
      </TestApiProvider>
    ),
  }).result;
}

describe('what the pages ask', () => {
  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  const questions = [
    [
      'metrics',
      'getMetrics',
      () => useMetrics({ entityRef: CHECKOUT, range: '180d' }),
      [{ entityRef: CHECKOUT, window: 180 }, signal],
    ],
    [
      'incidents',
      'listIncidents',
      () => useIncidents({ entityRef: CHECKOUT, range: '30d' }),
      [
        { entityRef: CHECKOUT, from: '2026-10-20T09:23:24.000Z', limit: 100 },
        signal,
      ],
    ],
    [
      'an explanation',
      'explainMetric',
      () =>
        useExplanation({
          entityRef: CHECKOUT,
          range: '90d',
          metric: 'rework-rate',
        }),
      [{ entityRef: CHECKOUT, metric: 'rework-rate', window: 90 }, signal],
    ],
    [
      'a deployment',
      'getDeployment',
      () => useDeployment('d-v2.31.0'),
      ['d-v2.31.0', signal],
    ],
    [
      'suspects of an incident of another environment',
      'listDeployments',
      () =>
        useSuspects({
          incident: { ...redisIncident, environment: 'staging' },
          limit: 5,
        }),
      [
        {
          entityRef: CHECKOUT,
          environment: 'staging',
          to: redisIncident.startedAt,
          limit: 5,
        },
        signal,
      ],
    ],
    [
      'the inbox',
      'listInbox',
      () => useInbox({ state: 'dead', limit: 25 }),
      [{ state: 'dead', limit: 25 }, signal],
    ],
    [
      'a delivery',
      'getInboxItem',
      () => useInboxItem('01933000'),
      ['01933000', signal],
    ],
    ['the rules', 'listRules', () => useRules(), [signal]],
    [
      'the fleet',
      'listServices',
      () => useServices({ sort: 'recovery', limit: 25 }),
      [{ sort: 'recovery', limit: 25 }, signal],
    ],
  ] as const;

  it.each(questions)('asks for %s once', async (_what, method, hook, asked) => {
    const api = new FixtureStabilityApi();
    const spy = jest.spyOn(api, method);
    const result = run<{ loading: boolean }>(hook, api);
    await waitFor(() => expect(result.current.loading).toBe(false));
    expect(spy.mock.calls).toEqual([asked]);
  });

  it('asks once for all cards of a service, and again for another', async () => {
    const api = new FixtureStabilityApi();
    const metrics = jest.spyOn(api, 'getMetrics');
    const [one, two] = await Promise.all([
      readCardMetrics(api, CHECKOUT),
      readCardMetrics(api, CHECKOUT),
    ]);
    expect(one).toBe(two);
    await readCardMetrics(api, 'component:default/prices');
    expect(metrics).toHaveBeenCalledTimes(2);
  });
});

describe('the open incident of a service', () => {
  const outage = async (api: FixtureStabilityApi) => {
    const result = run(() => useOutage(CHECKOUT), api);
    await waitFor(() => expect(result.current.loading).toBe(false));
    return result.current;
  };

  it('is none, without further questions', async () => {
    const api = new FixtureStabilityApi({ incidents: [redisIncident] });
    const deployments = jest.spyOn(api, 'listDeployments');
    expect((await outage(api)).data).toBeNull();
    expect(deployments).not.toHaveBeenCalled();
  });

  it('comes with the last five deployments and the number of others', async () => {
    const api = new FixtureStabilityApi({
      incidents: [openIncident, { ...openIncident, id: 'i-2' }, redisIncident],
    });
    const { data } = await outage(api);
    expect(data).toMatchObject({ incident: openIncident, others: 1 });
    expect(data?.deployments).toHaveLength(5);
  });

  it('is told also where deployments cannot be read', async () => {
    const api = new FixtureStabilityApi({ incidents: [openIncident] });
    const error = await refusal(503);
    jest.spyOn(api, 'listDeployments').mockRejectedValue(error);
    expect(await outage(api)).toMatchObject({
      data: { incident: openIncident, others: 0, deployments: undefined },
      error: undefined,
    });
  });

  it('is not known where the figures cannot be read', async () => {
    const api = new FixtureStabilityApi({ incidents: [openIncident] });
    const error = await refusal(503);
    jest.spyOn(api, 'getMetrics').mockRejectedValue(error);
    expect(await outage(api)).toMatchObject({ data: undefined, error });
  });
});

describe('the objective that is worst off', () => {
  const read = (listObjectives?: jest.Mock) =>
    run(
      () => useWorstObjective(CHECKOUT),
      new FixtureStabilityApi(),
      listObjectives,
    );

  it('has a budget, and is not measured from incidents itself', async () => {
    const list = jest.fn(async () => ({
      items: [
        { ...worstObjective, budget: {} },
        { ...worstObjective, source: 'stability' },
        { ...worstObjective, displayName: 'Latency' },
      ],
    }));
    const result = read(list);
    await waitFor(() => expect(result.current?.displayName).toBe('Latency'));
    expect(list).toHaveBeenCalledWith(
      { entityRef: CHECKOUT, sort: 'worst', limit: 20 },
      signal,
    );
  });

  it('is none without the slo plugin, and none while it fails', async () => {
    expect(read().current).toBeUndefined();
    const list = jest.fn().mockRejectedValue(new Error('down'));
    const result = read(list);
    await waitFor(() => expect(list).toHaveBeenCalled());
    expect(result.current).toBeUndefined();
  });
});
