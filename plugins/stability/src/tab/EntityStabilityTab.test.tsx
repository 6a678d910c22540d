import {
  addressQuery,
  refusal,
  stopDate,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { CHECKOUT, NOW } from '../__fixtures__/checkoutEntity';
import { deployment } from '../__fixtures__/deployment';
import {
  checkoutMetrics,
  silentMetrics,
} from '../__fixtures__/checkoutMetrics';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { EntityStabilityTab } from './EntityStabilityTab';

describe('the Stability tab', () => {
  const render = (api = new FixtureStabilityApi(), query = '') =>
    renderForEntity(<EntityStabilityTab />, { api, query });
  const row = (name: RegExp) => screen.findByRole('row', { name });
  const silent = () =>
    new FixtureStabilityApi({
      metrics: silentMetrics(),
      deployments: [],
      incidents: [],
    });

  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it('tells the range in one sentence', async () => {
    render();
    expect(
      await screen.findByText(
        '21 Aug to 19 Nov. 61 deployments to production, 2 failed, 1 pending, 1 prevented.',
      ),
    ).toBeVisible();
  });

  it('shows six figures with picture, ground and target', async () => {
    render();
    const list = await screen.findByRole('list', { name: 'Figures' });
    const tiles = within(list).getAllByRole('listitem');
    expect(tiles).toHaveLength(6);
    expect(tiles[0]).toHaveTextContent(
      'Change failure ratetarget under 8%3.3%2 of 61 \u00b7 95% interval 0.9% to 11.2% \u00b7 1 pending',
    );
    expect(tiles[2]).toHaveTextContent(/logarithmic$/);
    expect(tiles[3]).toHaveTextContent(
      '10 min 55 s, 24 min2 recoveries \u00b7 too few for a median, 5 are needed \u00b7 each drawn',
    );
    for (const tile of tiles) {
      expect(within(tile).getByRole('img')).toHaveAccessibleName(/./);
    }
  });

  it('lists deployments with verdict, evidence, lead time and burned budget', async () => {
    render();
    const failed = await row(/v2\.31\.0/);
    expect(failed).toHaveTextContent('Failed');
    await waitFor(() =>
      expect(failed).toHaveTextContent(
        'Rolled back \u00b7 INC-482 names it \u00b7 Burned 19.4% of the budget',
      ),
    );
    expect(failed).toHaveTextContent('4 h 40 min');
    expect(failed).toHaveTextContent('\u221219.4%');
    expect(
      screen.getByText('Replaced v2.31.0, not counted').closest('[role="row"]'),
    ).toHaveTextContent('ran 2 min 18 s');
    expect(await row(/v2\.30\.1/)).toHaveTextContent(
      'Canary stopped at 10%: errors over 1%',
    );
    expect(
      screen.getByText(
        '13 of 16 since 21 Aug, rollbacks and prevented ones included',
      ),
    ).toBeVisible();
  });

  it('shows older ones', async () => {
    render();
    await row(/v2\.31\.0/);
    expect(screen.queryByText('v2.29.1')).not.toBeInTheDocument();
    jest.useRealTimers();
    await userEvent.click(screen.getByRole('button', { name: 'Show older' }));
    expect(await screen.findByText('v2.29.1')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });

  it('filters by verdict, in the address and at the backend', async () => {
    const api = new FixtureStabilityApi();
    const list = jest.spyOn(api, 'listDeployments');
    render(api);
    await row(/v2\.31\.0/);
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: /Verdict/ }));
    await user.click(await screen.findByRole('option', { name: 'Failed' }));
    await waitFor(() =>
      expect(screen.queryByText('v2.34.1')).not.toBeInTheDocument(),
    );
    expect(addressQuery().get('verdict')).toBe('failed');
    expect(list).toHaveBeenLastCalledWith(
      expect.objectContaining({ entityRef: CHECKOUT, verdict: 'failed' }),
      expect.anything(),
    );
  });

  it('says so where no deployment has the verdict', async () => {
    const { container } = render(
      new FixtureStabilityApi({
        deployments: [deployment({ version: 'v1' })],
      }),
      '?verdict=failed',
    );
    expect(
      await screen.findByText('No deployment has this verdict'),
    ).toBeVisible();
    jest.useRealTimers();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all verdicts' }),
    );
    expect(await screen.findByText('v1')).toBeVisible();
    expect(container).not.toHaveTextContent('No deployment has this verdict');
  });

  it('asks for the range that is chosen, and keeps it in the address', async () => {
    const api = new FixtureStabilityApi();
    const metrics = jest.spyOn(api, 'getMetrics');
    render(api);
    await row(/v2\.31\.0/);
    jest.useRealTimers();
    await userEvent.click(screen.getByRole('radio', { name: '6 months' }));
    await waitFor(() =>
      expect(metrics).toHaveBeenLastCalledWith(
        { entityRef: CHECKOUT, window: 180 },
        expect.anything(),
      ),
    );
    expect(addressQuery().get('range')).toBe('180d');
  });

  it('breaks the lead time down', async () => {
    render();
    const parts = await screen.findByRole('region', {
      name: 'Lead time by part',
    });
    expect(parts).toHaveTextContent(
      'Commit to merge1 h 20 min214 changesMerge to start of roll-out1 h 30 min214 changesStart of roll-out to live10 min',
    );
  });

  it('explains a number: definition, inputs, what counts and what does not', async () => {
    render(undefined, '?explain=change-failure-rate');
    const drawer = await screen.findByRole('dialog', { name: 'Why 3.3%' });
    expect(
      await within(drawer).findByText(/failed \/ \(failed \+ clean\)/),
    ).toBeInTheDocument();
    expect(drawer).toHaveTextContent(
      'Definition change-failure-rate, version 1',
    );
    expect(drawer).toHaveTextContent('In the sample61Of them counted2');
    expect(drawer).toHaveTextContent('its verdict is pending');
    expect(drawer).toHaveTextContent('stopped before it did harm');
    expect(drawer).toHaveTextContent('went back; judged is what it replaced');
  });

  it('opens and closes an explanation by its number', async () => {
    render();
    await row(/v2\.31\.0/);
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: '4.9%, explain' }));
    expect(addressQuery().get('explain')).toBe('rework-rate');
    await user.click(screen.getByRole('button', { name: 'Close explanation' }));
    expect(addressQuery().get('explain')).toBeNull();
  });

  it('shows what a deployment did, each rule with its confidence', async () => {
    render(undefined, '?deployment=d-v2.31.0');
    const drawer = await screen.findByRole('dialog', {
      name: 'What v2.31.0 did',
    });
    expect(drawer).toHaveTextContent('Why the verdict is \u201cFailed\u201d');
    expect(drawer).toHaveTextContent('Rolled backcertain');
    expect(drawer).toHaveTextContent('rollback-event');
    expect(drawer).toHaveTextContent('Rests on 4 stored events.');
    expect(drawer).toHaveTextContent(
      'Availability lost 19.4% of its budget while it was live',
    );
    expect(drawer).toHaveTextContent('Recovered 10 min 55 s after it was live');
    expect(drawer).toHaveTextContent('4 h 40 min from commit');
  });

  it('says that a deployment is not there', async () => {
    render(undefined, '?deployment=gone');
    expect(
      await screen.findByText('There is no such deployment'),
    ).toBeInTheDocument();
  });

  it('lists incidents with times, cause and review', async () => {
    render();
    const redis = await row(/INC-482/);
    expect(redis).toHaveTextContent('1 min 15 s');
    expect(redis).toHaveTextContent('7 min');
    expect(redis).toHaveTextContent('v2.31.0certain');
    expect(await row(/INC-455/)).toHaveTextContent(
      'no deployment; marked by maja-wrona',
    );
    expect(screen.getByText('3 in 90 days, none open')).toBeVisible();
    expect(
      screen.getByText('Recovered within 10 min: 2 of 3, too few to judge'),
    ).toBeVisible();
  });

  it('keeps a service that was quiet in this range apart from one nobody knows', async () => {
    const api = new FixtureStabilityApi({ metrics: silentMetrics() });
    jest.spyOn(api, 'listDeployments').mockImplementation(async ({ from }) => ({
      items: from ? [] : [deployment({ version: 'v0' })],
      totalItems: from ? 0 : 1,
      pageInfo: {},
    }));
    const { unmount } = render(api);
    expect(
      await screen.findByText('Nothing was deployed in this range'),
    ).toBeVisible();
    unmount();
    render(silent());
    expect(
      await screen.findByText('checkout has no deployment yet'),
    ).toBeVisible();
  });

  it('shows deployments even while the incidents cannot be read', async () => {
    const api = new FixtureStabilityApi();
    const error = await refusal(503);
    jest.spyOn(api, 'listIncidents').mockRejectedValue(error);
    render(api);
    expect(await row(/v2\.31\.0/)).toHaveTextContent('Failed');
    expect(
      await screen.findByText('The incidents could not be read'),
    ).toBeVisible();
  });

  it('says what is needed where it may not be read', async () => {
    const api = new FixtureStabilityApi();
    const error = await refusal(403);
    jest.spyOn(api, 'getMetrics').mockRejectedValue(error);
    render(api);
    expect(
      await screen.findByText(/Reading this needs stability\.read\./),
    ).toBeVisible();
  });

  it('says that figures may be too low while events wait', async () => {
    render(
      new FixtureStabilityApi({
        metrics: checkoutMetrics({ incomplete: { unmatchedEvents: 1 } }),
      }),
    );
    expect(
      await screen.findByText(/^1 event waits for a mapping/),
    ).toBeVisible();
  });

  it('can be read by everybody', async () => {
    const { container } = render();
    await row(/INC-482/);
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});
