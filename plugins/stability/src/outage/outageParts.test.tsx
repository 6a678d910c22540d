import type { ComponentProps } from 'react';
import { stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, within } from '@testing-library/react';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { checkoutEntity, CHECKOUT } from '../__fixtures__/checkoutEntity';
import { failedDeployment } from '../__fixtures__/checkoutDeployments';
import { openIncident } from '../__fixtures__/checkoutIncidents';
import { deployment } from '../__fixtures__/deployment';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { OutageDeployments } from './OutageDeployments';
import { OutageHead } from './OutageHead';
import { OutageSteps } from './OutageSteps';
import { OutageWho } from './OutageWho';

const show = (element: JSX.Element) =>
  renderForEntity(element, { api: new FixtureStabilityApi() });

beforeEach(() => stopDate('2026-11-03T13:12:05.000Z'));
afterEach(() => jest.useRealTimers());

describe('what happened', () => {
  const steps = async (list: Incident['steps']) => {
    show(
      <OutageSteps
        incident={{ steps: list }}
        deployments={[failedDeployment]}
      />,
    );
    return (await screen.findAllByRole('listitem')).map(item =>
      item.textContent?.replace(/^.*\d\d:\d\d(:\d\d)? /, ''),
    );
  };
  const at = '2026-11-03T13:10:05.000Z';

  it('is told step by step, each in words', async () => {
    expect(
      await steps([
        { at, type: 'deployed', deploymentId: failedDeployment.id },
        { at, type: 'deployed', deploymentId: 'd-0', title: 'v9' },
        { at, type: 'deployed' },
        { at, type: 'burning', title: 'Checkout availability' },
        { at, type: 'burning', deploymentId: failedDeployment.id },
        { at, type: 'triggered' },
        { at, type: 'acknowledged', by: 'user:default/maja-wrona' },
        { at, type: 'updated' },
        { at, type: 'reopened' },
        { at, type: 'rolled-back', title: 'v2.30.2', by: 'Tomasz Bielak' },
        { at, type: 'rolled-back' },
        { at, type: 'resolved' },
      ]),
    ).toEqual([
      'v2.31.0 live',
      'v9 live',
      'deployed',
      'Checkout availability burns its error budget',
      'error budget burns',
      'alert',
      'acknowledged by maja-wrona',
      'updated',
      'came back',
      'rolled back to v2.30.2 by Tomasz Bielak',
      'rolled back',
      'resolved',
    ]);
  });

  it('has clock times with seconds, and the day of what was before', async () => {
    show(
      <OutageSteps
        incident={{
          steps: [
            { at: '2026-11-01T13:10:05.000Z', type: 'triggered' },
            { at, type: 'acknowledged' },
          ],
        }}
      />,
    );
    const [before, today] = await screen.findAllByRole('listitem');
    expect(before).toHaveTextContent(/^Sun,? 1 Nov,? \d\d:10 alert$/);
    expect(today).toHaveTextContent(/^\d\d:10:05 acknowledged$/);
  });

  it('takes no room where nothing is told', async () => {
    show(
      <>
        <OutageSteps incident={{ steps: [] }} />
        <p>after</p>
      </>,
    );
    expect(await screen.findByText('after')).toBeVisible();
    expect(screen.queryByRole('heading')).toBeNull();
  });
});

describe('the head of an outage', () => {
  it('opens what it leads to beside the portal', async () => {
    show(<OutageHead incident={openIncident} />);
    const links = await screen.findAllByRole('link');
    expect(links.map(link => link.textContent)).toEqual([
      'Runbook',
      'Logs',
      'Dashboards',
      'Open incident',
    ]);
    for (const link of links) {
      expect(link).toHaveAttribute('target', '_blank');
      expect(link).toHaveAttribute(
        'rel',
        expect.stringContaining('noreferrer'),
      );
    }
  });

  it('names the day of one that is open for longer', async () => {
    show(
      <OutageHead
        incident={{ ...openIncident, startedAt: '2026-10-31T13:10:05.000Z' }}
      />,
    );
    expect(
      await screen.findByText(/^since Sat,? 31 Oct,? \d\d:10, open for 3 d$/),
    ).toBeVisible();
  });

  it('is not open for longer than it is', async () => {
    show(
      <OutageHead
        // 6.7 days
        incident={{ ...openIncident, startedAt: '2026-10-27T20:24:05.000Z' }}
      />,
    );
    expect(await screen.findByText(/, open for 6 d$/)).toBeVisible();
  });

  it('never counts below a second, where clocks disagree', async () => {
    show(
      <OutageHead
        incident={{ ...openIncident, startedAt: '2026-11-03T13:12:35.000Z' }}
      />,
    );
    expect(await screen.findByText(/open for 1 s$/)).toBeVisible();
  });
});

describe('who is on it', () => {
  it('is whom the incident names, also before it is acknowledged', async () => {
    show(
      <OutageWho
        entity={checkoutEntity}
        incident={{ ...openIncident, acknowledgedAt: undefined }}
      />,
    );
    expect(await screen.findByText('Tomasz Bielak')).toBeVisible();
    expect(screen.getByText('nobody has acknowledged it')).toBeVisible();
  });

  it('is the owner, with the way to them', async () => {
    show(
      <OutageWho
        entity={checkoutEntity}
        incident={{ ...openIncident, assignee: undefined }}
      />,
    );
    expect(
      await screen.findByRole('link', { name: 'payments-crew' }),
    ).toHaveAttribute('href', '/catalog/default/group/payments-crew');
  });
});

describe('the last deployments in an outage', () => {
  const draw = (change: Partial<ComponentProps<typeof OutageDeployments>>) =>
    show(
      <OutageDeployments
        entityRef={CHECKOUT}
        incident={openIncident}
        deployments={[failedDeployment]}
        {...change}
      />,
    );

  it('are said to be none, or not readable', async () => {
    const { unmount } = draw({ deployments: [] });
    expect(
      await screen.findByText('No deployment of it was seen.'),
    ).toBeVisible();
    unmount();
    draw({ deployments: undefined });
    expect(
      await screen.findByText('The deployments could not be read'),
    ).toBeVisible();
    // The tab may know them.
    expect(screen.getByRole('link', { name: 'All' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/stability',
    );
  });

  it('tell the suspect by its rule, and others by their grounds', async () => {
    draw({
      deployments: [
        {
          ...failedDeployment,
          verdict: { ...failedDeployment.verdict, name: 'pending' },
        },
        deployment({ version: 'v1' }),
      ],
    });
    const [suspect, other] = await screen.findAllByRole('listitem');
    expect(suspect).toHaveAttribute('data-tone', 'suspect');
    expect(suspect).toHaveTextContent(
      'Suspected, certain: the incident names it',
    );
    expect(other).toHaveAttribute('data-tone', 'clean');
    expect(other).toHaveTextContent('No rule fired');
    expect(within(other).getByRole('link', { name: 'v1' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/stability?deployment=d-v1',
    );
  });
});
