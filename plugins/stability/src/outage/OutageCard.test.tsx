import { refusal, stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { act, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type {
  ObjectivePage,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { checkoutEntity } from '../__fixtures__/checkoutEntity';
import {
  checkoutDeployments,
  failedDeployment,
} from '../__fixtures__/checkoutDeployments';
import { openIncident, redisIncident } from '../__fixtures__/checkoutIncidents';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { worstObjective } from '../__fixtures__/worstObjective';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { StabilityCard } from '../card/StabilityCard';
import { OutageCard } from './OutageCard';

const young = {
  ...failedDeployment,
  evidence: [],
  verdict: { ...failedDeployment.verdict, name: 'pending' as const },
};

describe('the outage card', () => {
  const during = (incidents = [openIncident]) =>
    new FixtureStabilityApi({
      incidents,
      deployments: [young, ...checkoutDeployments.slice(11)],
    });
  const objectives = (items: ObjectiveStatus[]) => ({
    listObjectives: async () => ({ items } as ObjectivePage),
  });
  const card = () =>
    screen.findByRole('region', { name: 'Open incident INC-482' });

  beforeEach(() => stopDate('2026-11-03T13:12:05.000Z'));
  afterEach(() => jest.useRealTimers());

  it('takes no room while no incident is open, and asks nothing more', async () => {
    const api = during([redisIncident]);
    const metrics = jest.spyOn(api, 'getMetrics');
    const deployments = jest.spyOn(api, 'listDeployments');
    renderForEntity(
      <div data-testid="place">
        <OutageCard />
      </div>,
      { api },
    );
    await waitFor(() => expect(metrics).toHaveBeenCalledTimes(1));
    await act(async () => {});
    expect(screen.getByTestId('place')).toBeEmptyDOMElement();
    expect(deployments).not.toHaveBeenCalled();
  });

  it('tells what is wrong, since when, and where to go', async () => {
    renderForEntity(<OutageCard />, { api: during() });
    const outage = await card();
    expect(outage).toHaveTextContent('Redis cannot read cart entries');
    expect(outage).toHaveTextContent(/since \d\d:10:05, open for 2 min/);
    expect(
      within(outage).getByRole('link', { name: 'Runbook' }),
    ).toHaveAttribute(
      'href',
      'https://runbooks.shopkart.example/checkout/redis',
    );
    expect(within(outage).getByRole('link', { name: 'Logs' })).toBeVisible();
    expect(
      within(outage).getByRole('link', { name: 'Dashboards' }),
    ).toBeVisible();
  });

  it('shares one question with the Stability card beside it', async () => {
    const api = during();
    const metrics = jest.spyOn(api, 'getMetrics');
    const incidents = jest.spyOn(api, 'listIncidents');
    renderForEntity(
      <>
        <OutageCard />
        <StabilityCard />
      </>,
      { api },
    );
    expect(await card()).toBeVisible();
    expect(await screen.findByText('Change failure rate')).toBeVisible();
    expect(metrics).toHaveBeenCalledTimes(1);
    expect(incidents).not.toHaveBeenCalled();
  });

  it('tells who took it', async () => {
    renderForEntity(<OutageCard />, { api: during() });
    expect(await card()).toHaveTextContent(
      /Who is on itTomasz Bielakacknowledged \d\d:11:20/,
    );
  });

  it('names the owner where the incident names nobody', async () => {
    renderForEntity(<OutageCard />, {
      api: during([{ ...openIncident, assignee: undefined }]),
    });
    expect(await card()).toHaveTextContent(
      'payments-crewowns checkout; the incident names nobody',
    );
  });

  it('says so where nobody is named at all, and no runbook', async () => {
    renderForEntity(<OutageCard />, {
      api: during([{ ...openIncident, assignee: undefined, links: {} }]),
      entity: { ...checkoutEntity, relations: [] },
    });
    const outage = await card();
    expect(outage).toHaveTextContent(
      'The incident names nobody, and checkout has no owner.',
    );
    expect(outage).toHaveTextContent('No runbook is named');
  });

  it('lists the last five deployments and tints the suspect', async () => {
    const api = during();
    const list = jest.spyOn(api, 'listDeployments');
    renderForEntity(<OutageCard />, { api });
    const outage = await card();
    const rows = within(outage)
      .getAllByRole('listitem')
      .filter(row => row.dataset.tone);
    expect(rows).toHaveLength(5);
    expect(rows[0]).toHaveAttribute('data-tone', 'suspect');
    expect(rows[0]).toHaveTextContent(
      'v2.31.05 min 55 s agoSuspectCart entries in MessagePack (#1842)Suspected, certain: the incident names it',
    );
    expect(rows[1]).toHaveAttribute('data-tone', 'clean');
    expect(list.mock.calls[0][0]).toEqual({
      entityRef: 'component:default/checkout',
      environment: 'production',
      limit: 5,
    });
  });

  it('shows budget and burn where the slo plugin is there', async () => {
    renderForEntity(<OutageCard />, {
      api: during(),
      sloApi: objectives([
        { ...worstObjective, source: 'stability', displayName: 'Recovery' },
        worstObjective,
      ]),
    });
    const outage = await card();
    expect(
      await within(outage).findByText('Availability, 99.9%'),
    ).toBeVisible();
    expect(outage).not.toHaveTextContent('Recovery');
    expect(outage).toHaveTextContent('Budget left74.7%24,206 of 32,406 left');
    expect(outage).toHaveTextContent('Burn, 5 min384\u00d7');
    expect(outage).toHaveTextContent('Burn, 1 h33.8\u00d7');
    expect(outage).toHaveTextContent('Gone in42 minat this rate');
  });

  it('marks a budget that time was taken out of', async () => {
    renderForEntity(<OutageCard />, {
      api: during(),
      sloApi: objectives([
        {
          ...worstObjective,
          corrections: {
            count: 1,
            excludedSeconds: 7_200,
            rawBudget: { remaining: 0.512 },
          },
        },
      ]),
    });
    expect(
      await within(await card()).findByRole('img', {
        name: 'Corrected: 2 h are excluded by a correction. As measured, 51.2% of the budget is left.',
      }),
    ).toHaveTextContent('corrected');
  });

  it('goes without budgets where the slo plugin is not there, or fails', async () => {
    const { unmount } = renderForEntity(<OutageCard />, { api: during() });
    expect(await card()).not.toHaveTextContent('Budget left');
    unmount();
    const error = await refusal(503);
    renderForEntity(<OutageCard />, {
      api: during(),
      sloApi: { listObjectives: () => Promise.reject(error) },
    });
    expect(await card()).not.toHaveTextContent('Budget left');
  });

  it('tells what happened with seconds', async () => {
    renderForEntity(<OutageCard />, { api: during() });
    expect(await card()).toHaveTextContent(
      /\d\d:06:10 v2\.31\.0 live\d\d:06:10 Checkout availability burns its error budget\d\d:10:05 alert\d\d:11:20 acknowledged by Tomasz Bielak/,
    );
  });

  it('tells that more are open', async () => {
    renderForEntity(<OutageCard />, {
      api: during([openIncident, { ...openIncident, id: 'i-2' }]),
    });
    expect(
      await screen.findByRole('link', { name: '1 more incident is open' }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout/stability');
  });

  it('can be read by everybody', async () => {
    const { container } = renderForEntity(<OutageCard />, { api: during() });
    await card();
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});
