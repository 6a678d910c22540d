import { stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, within } from '@testing-library/react';
import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import { NOW } from '../__fixtures__/checkoutEntity';
import {
  checkoutFigures,
  checkoutMetrics,
} from '../__fixtures__/checkoutMetrics';
import { explanation } from '../__fixtures__/explanation';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { EntityStabilityTab } from './EntityStabilityTab';

/** The figures of a portal with bands, whose rework looks back further. */
const figures = checkoutFigures.map((figure): MetricFigure => {
  if (figure.metric === 'change-failure-rate') {
    const set = {
      id: 'dora-2023',
      title: 'DORA 2023',
      year: 2023,
      source: 'Accelerate State of DevOps Report 2023, DORA',
    };
    return { ...figure, band: { name: 'elite', set } };
  }
  return figure.metric === 'rework-rate'
    ? { ...figure, window: { from: '2026-05-23T09:23:24.000Z', to: NOW } }
    : figure;
});

describe('figures with bands and with a time of their own', () => {
  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  function render(query: string) {
    const api = new FixtureStabilityApi({
      metrics: checkoutMetrics({ metrics: figures }),
    });
    jest.spyOn(api, 'explainMetric').mockImplementation(async ({ metric }) => ({
      ...explanation(metric),
      figure: figures.find(one => one.metric === metric)!,
    }));
    renderForEntity(<EntityStabilityTab />, { api, query });
  }

  it('name whose band it is on the tile, and nothing on the others', async () => {
    render('');
    const list = await screen.findByRole('list', { name: 'Figures' });
    const tiles = within(list).getAllByRole('listitem');
    expect(tiles[0]).toHaveTextContent(/1 pendingDORA 2023: elite$/);
    for (const tile of tiles.slice(1)) {
      expect(tile).not.toHaveTextContent('DORA');
    }
    expect(tiles[4]).toHaveTextContent(
      '3 of 61 were unplanned fixes \u00b7 180 days, 23 May to 19 Nov \u00b7 95%',
    );
    expect(tiles[0]).not.toHaveTextContent('days');
  });

  it('name the report that the band is from in the explanation', async () => {
    render('?explain=change-failure-rate');
    expect(
      await screen.findByText(
        'DORA 2023: elite. After: Accelerate State of DevOps Report 2023, DORA.',
      ),
    ).toBeVisible();
  });

  it('explain the time that they look back on, not that of the page', async () => {
    render('?explain=rework-rate');
    const drawer = await screen.findByRole('dialog', { name: 'Why 4.9%' });
    expect(drawer).toHaveTextContent(/Rework rate, 23 May to 19 Nov\. Read/);
  });
});
