import { refusal, stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { NOW } from '../__fixtures__/checkoutEntity';
import {
  checkoutMetrics,
  silentMetrics,
} from '../__fixtures__/checkoutMetrics';
import { openIncident, redisIncident } from '../__fixtures__/checkoutIncidents';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { StabilityCard } from './StabilityCard';

describe('the Stability card', () => {
  const render = (api = new FixtureStabilityApi()) =>
    renderForEntity(<StabilityCard />, { api });
  const rows = async () =>
    (await screen.findAllByRole('listitem')).map(row => row.textContent ?? '');
  const silent = () =>
    new FixtureStabilityApi({
      metrics: silentMetrics(),
      deployments: [],
      incidents: [],
    });

  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it('shows the five metrics, rollback, the last deployment and the incident', async () => {
    render();
    const texts = await rows();
    expect(texts).toHaveLength(8);
    const [failure, often, lead, recovery, rework, back, last, incident] =
      texts;
    expect(failure).toContain('Change failure rate3.3%2 of 61');
    expect(failure).toContain('target under 8%');
    expect(often).toContain('4.7 a week');
    expect(lead).toContain('3 h 12 minmedian of 214 changes');
    expect(recovery).toContain('10 min 55 s, 24 min2 recoveries');
    expect(rework).toContain('4.9%3 of 61 were unplanned fixes');
    expect(back).toContain('2 min 18 sslower of 2 rollbacks');
    expect(back).toContain('target 3 min');
    expect(last).toContain('Pendingv2.34.1Address hints (#1861)18 h 3 min ago');
    expect(incident).toContain('nonelast one INC-482, 3 Nov, 7 min');
    expect(screen.getByText('Brought up to date 24 s ago')).toBeVisible();
  });

  it('tells the time of a figure that looks back further', async () => {
    const { metrics } = checkoutMetrics();
    const window = { from: '2026-05-23T09:23:24.000Z', to: NOW };
    render(
      new FixtureStabilityApi({
        metrics: checkoutMetrics({
          metrics: metrics.map(one =>
            one.metric === 'rework-rate' ? { ...one, window } : one,
          ),
        }),
      }),
    );
    const texts = await rows();
    expect(texts[4]).toContain(
      '3 of 61 were unplanned fixes \u00b7 180 days, 23 May to 19 Nov',
    );
    expect(texts.filter(text => text.includes('180 days'))).toHaveLength(1);
  });

  it('asks one question, for 90 days', async () => {
    const api = new FixtureStabilityApi();
    const metrics = jest.spyOn(api, 'getMetrics');
    const deployments = jest.spyOn(api, 'listDeployments');
    const incidents = jest.spyOn(api, 'listIncidents');
    render(api);
    await rows();
    expect(metrics.mock.calls).toEqual([
      [{ entityRef: 'component:default/checkout', window: 90 }],
    ]);
    expect(deployments).not.toHaveBeenCalled();
    expect(incidents).not.toHaveBeenCalled();
  });

  it('gives each number its explanation on the tab', async () => {
    render();
    expect(
      await screen.findByRole('link', { name: '3.3%, explain' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/stability?explain=change-failure-rate',
    );
    expect(screen.getByRole('link', { name: 'v2.34.1' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/stability?deployment=d-v2.34.1',
    );
  });

  it('tells an open incident before all', async () => {
    stopDate('2026-11-03T13:12:05.000Z');
    render(
      new FixtureStabilityApi({
        // an older one than the newest
        incidents: [redisIncident, openIncident],
      }),
    );
    const incident = (await rows())[7];
    expect(incident).toContain('INC-482');
    expect(incident).toContain('open for 2 min');
  });

  it('concludes no recovery time from an end that nobody told', async () => {
    render(
      new FixtureStabilityApi({
        incidents: [{ ...redisIncident, presumed: true }],
      }),
    );
    expect((await rows())[7]).toContain(
      'last one INC-482, 3 Nov, its end was not told',
    );
  });

  it('says that events wait for a mapping, and leads to them', async () => {
    render(
      new FixtureStabilityApi({
        metrics: checkoutMetrics({ incomplete: { unmatchedEvents: 41 } }),
      }),
    );
    expect(
      await screen.findByText(/^41 events wait for a mapping/),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Map them' })).toHaveAttribute(
      'href',
      '/events-inbox?state=unmatched',
    );
  });

  it('says that the numbers are made up, only when they are', async () => {
    const { unmount } = render(
      new FixtureStabilityApi({ metrics: checkoutMetrics({ demo: true }) }),
    );
    expect(await screen.findByText('Demo data')).toBeVisible();
    unmount();
    render();
    await rows();
    expect(screen.queryByText('Demo data')).not.toBeInTheDocument();
  });

  it('says what to do where nothing was ever deployed', async () => {
    render(silent());
    expect(
      await screen.findByText('checkout has no deployment yet'),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Annotations for checkout' }),
    ).toHaveTextContent('github.com/project-slug: shopkart/checkout');
    expect(
      screen.getByRole('region', {
        name: 'Command that reports a deployment of checkout',
      }),
    ).toHaveTextContent('"id": "component:default/checkout"');
    expect(screen.queryByRole('link', { name: 'All deployments' })).toBeNull();
  });

  it('says who can help where it may not be read', async () => {
    const api = silent();
    const error = await refusal(403);
    jest.spyOn(api, 'getMetrics').mockRejectedValue(error);
    render(api);
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Ask payments-crew' }),
    ).toHaveAttribute('href', '/catalog/default/group/payments-crew');
  });

  it('says that the service is not affected by a backend that fails, and tries again', async () => {
    const api = new FixtureStabilityApi();
    const error = await refusal(503);
    jest.spyOn(api, 'getMetrics').mockRejectedValueOnce(error);
    render(api);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The stability figures could not be read');
    expect(alert).toHaveTextContent('The service itself is not affected');
    expect(alert).not.toHaveTextContent('10.0.0.7');
    jest.useRealTimers();
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );
    expect(await rows()).toHaveLength(8);
  });

  it('says what an administrator does where no backend answers', async () => {
    const api = new FixtureStabilityApi();
    jest
      .spyOn(api, 'getMetrics')
      .mockRejectedValue(
        Object.assign(new Error('no route'), { name: 'NotFoundError' }),
      );
    render(api);
    expect(
      await screen.findByText('The stability backend is not installed'),
    ).toBeVisible();
    jest.useRealTimers();
    await userEvent.click(
      screen.getByRole('button', { name: 'Set up in 2 lines' }),
    );
    expect(
      screen.getByRole('region', { name: 'Lines for packages/backend' }),
    ).toHaveTextContent('@plimsoll/plugin-stability-backend');
  });

  it('stands in one frame in all its states, which everybody can read', async () => {
    const { container, unmount } = render();
    await rows();
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
    unmount();
    const empty = render(silent());
    await screen.findByText('checkout has no deployment yet');
    expect(screen.getByRole('region', { name: 'Stability' })).toBeVisible();
    expect(await axe(empty.container)).toHaveNoViolations();
  });
});
