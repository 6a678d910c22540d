import { refusal } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, within } from '@testing-library/react';
import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';
import { checkoutEntity } from '../__fixtures__/checkoutEntity';
import {
  checkoutMetrics,
  silentMetrics,
} from '../__fixtures__/checkoutMetrics';
import { failedDeployment } from '../__fixtures__/checkoutDeployments';
import { redisIncident } from '../__fixtures__/checkoutIncidents';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { StabilityCard } from './StabilityCard';

/** Shows the card against an API that answers like this. */
function show(
  answer: () => Promise<StabilityMetrics>,
  entity = checkoutEntity,
) {
  const api = new FixtureStabilityApi();
  jest.spyOn(api, 'getMetrics').mockImplementation(answer);
  return renderForEntity(<StabilityCard />, { api, entity });
}

const notFound = Object.assign(new Error('no route'), {
  name: 'NotFoundError',
});

describe('the frame of the Stability card', () => {
  it.each([
    ['while it loads', () => new Promise<never>(() => {}), /^Loading$/, true],
    [
      'without history',
      async () => silentMetrics(),
      'checkout has no deployment yet',
      false,
    ],
    [
      'when the backend fails',
      async () => Promise.reject(await refusal(503)),
      'The stability figures could not be read',
      true,
    ],
    [
      'when it may not be read',
      async () => Promise.reject(await refusal(403)),
      'You may not see this',
      true,
    ],
    [
      'when no backend answers',
      () => Promise.reject(notFound),
      'The stability backend is not installed',
      true,
    ],
    [
      'with figures',
      async () => checkoutMetrics(),
      'Change failure rate',
      true,
    ],
  ] as const)('stands %s', async (_when, answer, text, leads) => {
    show(answer);
    expect(await screen.findByText(text)).toBeInTheDocument();
    const card = screen.getByRole('region', { name: 'Stability' });
    expect(
      within(card).getByRole('heading', { name: 'Stability', level: 2 }),
    ).toBeVisible();
    expect(
      within(card).queryAllByRole('link', { name: 'All deployments' }),
    ).toHaveLength(leads ? 1 : 0);
  });
});

describe('what counts as history', () => {
  const shows = async (metrics: StabilityMetrics) => {
    show(async () => metrics);
    return screen.findByText(/^Change failure rate$|has no deployment yet$/);
  };

  it.each([
    ['a deployment before the range', { lastDeployment: failedDeployment }],
    ['an incident before the range', { lastIncident: redisIncident }],
    [
      'a canary that was stopped',
      { counts: { ...silentMetrics().counts, prevented: 1 } },
    ],
  ])('%s', async (_what, known) => {
    expect(await shows({ ...silentMetrics(), ...known })).toHaveTextContent(
      'Change failure rate',
    );
  });

  it('nothing else', async () => {
    expect(await shows(silentMetrics())).toHaveTextContent(
      'checkout has no deployment yet',
    );
  });
});

describe('the rows of the card', () => {
  const rows = async (change: Partial<StabilityMetrics>) => {
    show(async () => checkoutMetrics(change));
    return (await screen.findAllByRole('listitem')).map(row => row.textContent);
  };

  it('leave out a metric that the backend does not send', async () => {
    const { metrics } = checkoutMetrics();
    const texts = await rows({
      metrics: metrics.filter(({ metric }) => metric !== 'rework-rate'),
    });
    expect(texts).toHaveLength(7);
    expect(texts.join()).not.toContain('Rework');
  });

  it('say that nothing was deployed and no incident was', async () => {
    const texts = await rows({});
    expect(texts[6]).toMatch(/^Last deployment/);
    expect(texts[7]).toContain('none in 90 days');
  });

  it('put the open incident before a newer one that is over', async () => {
    const [, , , , , , , incident] = await rows({
      lastIncident: redisIncident,
      openIncident: {
        ...redisIncident,
        id: 'i-1',
        label: 'INC-9',
        state: 'triggered',
        resolvedAt: undefined,
      },
    });
    expect(incident).toContain('INC-9');
    expect(incident).not.toContain('INC-482');
  });

  it('tell a deployment without a title by its version', async () => {
    const texts = await rows({
      lastDeployment: { ...failedDeployment, title: undefined },
    });
    expect(texts[6]).toMatch(/Failed.*v2\.31\.0/);
  });

  it('count the days of the answer, not of the question', async () => {
    await rows({ from: '2026-10-20T09:23:24.000Z' });
    expect(screen.getByText('30 days to now')).toBeVisible();
  });
});
