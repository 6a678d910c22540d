import { stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import type { ExistingRules } from '@plimsoll/plugin-slo-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { renderPage } from '../__testUtils__/renderPage';
import { ReliabilityCard } from '../card/ReliabilityCard';
import { EntitySlosTab } from '../tab/EntitySlosTab';

const own = objectiveStatus({ displayName: 'Availability' });
const sloth = objectiveStatus({
  ref: 'slo:sloth.prometheus/checkout-errors',
  objective: 'objective-1',
  displayName: 'errors',
  origin: 'sloth',
});

describe('objectives of other tools', () => {
  beforeEach(() => stopDate('2026-11-19T09:23:36.000Z'));
  afterEach(() => jest.useRealTimers());

  it('are marked in the list of all', async () => {
    const { container } = renderPage({
      api: new FixtureSloApi([
        own,
        sloth,
        { ...sloth, ref: 'slo:pyrra.a/b', displayName: 'b', origin: 'pyrra' },
        {
          ...sloth,
          ref: 'slo:grafana.a/c',
          displayName: 'c',
          origin: 'grafana',
        },
      ]),
    });
    await screen.findByRole('row', { name: /Availability/ });
    const [, ...rows] = screen.getAllByRole('row');
    expect(rows[0]).not.toHaveTextContent(/Sloth|Pyrra|Grafana/);
    expect(within(rows[1]).getByText('Sloth')).toBeVisible();
    expect(within(rows[2]).getByText('Pyrra')).toBeVisible();
    expect(within(rows[3]).getByText('Grafana SLO')).toBeVisible();
    expect(
      within(rows[1]).getByTitle(
        'Read off Sloth\u2019s rules; it is changed there',
      ),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('are marked on the card of their service', async () => {
    renderForEntity(<ReliabilityCard />, {
      api: new FixtureSloApi([own, sloth]),
    });
    const rows = await screen.findAllByRole('listitem');
    expect(rows[0]).not.toHaveTextContent('Sloth');
    expect(within(rows[1]).getByText('Sloth')).toBeVisible();
  });

  it('say in their panel whose they are, and how to keep them', async () => {
    const user = userEvent.setup();
    renderForEntity(<EntitySlosTab />, { api: new FixtureSloApi([sloth]) });
    const panel = within(await screen.findByRole('region', { name: 'errors' }));
    expect(panel.getByText('Sloth')).toBeVisible();
    expect(
      panel.getByText('Read off Sloth\u2019s rules; it is changed there'),
    ).toBeVisible();
    await user.click(
      await panel.findByRole('button', { name: 'As an OpenSLO document' }),
    );
    expect(
      await panel.findByText(/This document measures the same series/),
    ).toBeVisible();
    const table = screen.getByRole('region', {
      name: 'Objectives of checkout',
    });
    expect(within(table).getByText('Sloth')).toBeVisible();
  });
});

describe('SLOs of other tools that are not shown', () => {
  const rules: ExistingRules = {
    scans: [],
    refused: [
      {
        source: 'main',
        origin: 'sloth',
        id: 'ghost-errors',
        code: 'unknown-service',
        params: { label: 'sloth_service', value: 'ghost' },
      },
      {
        source: 'main',
        origin: 'pyrra',
        id: 'up',
        code: 'no-rate',
      },
      {
        source: 'main',
        origin: 'grafana',
        id: 'q97',
        code: 'contradictory',
      },
      {
        source: 'main',
        origin: 'grafana',
        id: 'q98',
        code: 'unreadable',
        params: { reason: 'Unexpected token' },
      },
    ],
    totalRefused: 12,
  };

  it('are counted, each with its reason', async () => {
    renderPage({ api: new FixtureSloApi([own], { existingRules: rules }) });
    const title = await screen.findByText(
      '12 SLOs of other tools are found and not shown',
    );
    await userEvent.click(title);
    expect(screen.getByText('ghost-errors (Sloth)')).toBeVisible();
    expect(
      screen.getByText(
        'The catalog has no service that sloth_service = ghost names. Add a mapping under services, or the entity.',
      ),
    ).toBeVisible();
    expect(screen.getByText('up (Pyrra)')).toBeVisible();
    expect(screen.getByText(/Its series in main say several/)).toBeVisible();
    expect(
      screen.getByText('It could not be read: Unexpected token'),
    ).toBeVisible();
    expect(screen.getByText('and 8 more')).toBeVisible();
  });

  it('are no word where there are none', async () => {
    renderPage({
      api: new FixtureSloApi([own], {
        existingRules: { ...rules, refused: [], totalRefused: 0 },
      }),
    });
    await screen.findByRole('row', { name: /Availability/ });
    expect(screen.queryByText(/of other tools/)).not.toBeInTheDocument();
  });
});
