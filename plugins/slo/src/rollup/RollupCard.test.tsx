import { refusal, stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import {
  type ObjectiveStatus,
  toRollupSum,
  SLO_STATES,
  type SloRollup,
} from '@plimsoll/plugin-slo-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { correctedObjective } from '../__fixtures__/correctedObjective';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { purchaseEntity } from '../__fixtures__/purchaseEntity';
import { EVENTS_OF_30_DAYS, sloRollup } from '../__fixtures__/sloRollup';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { ReliabilityCard } from '../card/ReliabilityCard';

const calendarSum = toRollupSum({
  sumKey: JSON.stringify({
    unit: 'slices',
    slices: { method: 'timeslices', seconds: 60 },
    window: {
      kind: 'calendar',
      duration: { value: 1, unit: 'M' },
      timeZone: 'Europe/Warsaw',
      from: '2026-10-31T23:00:00.000Z',
      to: '2026-11-30T23:00:00.000Z',
    },
  }),
  objectives: 1,
  services: 1,
  bad: 3,
  total: 27_000,
  coverage: 1,
});

function render(
  objectives: ObjectiveStatus[],
  overrides: Partial<SloRollup> = {},
  entity = purchaseEntity,
) {
  const api = new FixtureSloApi(objectives);
  const ask = jest
    .spyOn(api, 'getRollup')
    .mockImplementation(async ({ entityRef }) =>
      sloRollup(objectives, { entityRef, ...overrides }),
    );
  return { ask, ...renderForEntity(<ReliabilityCard />, { api, entity }) };
}

const card = () => screen.findByRole('region', { name: 'Reliability' });
const states = () => screen.findByRole('list', { name: 'Objectives by state' });

describe('the Reliability card of several services', () => {
  beforeEach(() => stopDate('2026-11-19T09:23:24.000Z'));
  afterEach(() => jest.useRealTimers());

  it.each(['System', 'Domain', 'Group'])(
    'asks once for what a %s stands for',
    async kind => {
      const { ask } = render(
        [objectiveInState('ok')],
        {},
        {
          ...purchaseEntity,
          kind,
        },
      );
      await states();
      expect(ask.mock.calls.map(([request]) => request)).toEqual([
        { entityRef: `${kind.toLowerCase()}:default/purchase`, limit: 5 },
      ]);
    },
  );

  it('counts every state, worst first, each with the way to its objectives', async () => {
    render(SLO_STATES.map(objectiveInState));
    const tally = within(await states());
    expect(
      tally.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      '1Exhausted',
      '1Burning',
      '1Unknown',
      '1No data',
      '1Too few events',
      '1Warming up',
      '1No traffic',
      '1OK',
    ]);
    expect(screen.getByText('8 objectives, 1 service')).toBeVisible();
    expect(tally.queryByRole('link')).toBeNull();
  });

  it('lists the worst objectives with service, target and what is left', async () => {
    render([
      { ...objectiveInState('exhausted'), entityRef: 'component:shop/cart' },
      objectiveInState('ok'),
    ]);
    await states();
    const link = screen.getByRole('link', { name: 'Latency p95, 2 s' });
    const row = link.closest('li')!;
    expect(row).toHaveTextContent('Latency p95, 2 s95% \u00b7 shop/cart');
    expect(row).toHaveTextContent('\u221212.6%');
    expect(link.getAttribute('href')).toMatch(
      /^\/catalog\/shop\/component\/cart\/slos\?objective=/,
    );
  });

  it('weighs by volume, names window and sample, and explains', async () => {
    const user = userEvent.setup();
    const objectives = [objectiveInState('ok')];
    const { container } = render(objectives, {
      sums: [...sloRollup(objectives).sums, calendarSum],
      leftOut: [{ reason: 'stale', objectives: 2 }],
    });
    const number = await screen.findByRole('button', {
      name: '99.952%, explain',
    });
    const row = number.closest('li')!;
    expect(row).toHaveTextContent('Good events, 30 days');
    expect(row).toHaveTextContent('15,428 of 32,412,806 failed');
    expect(row).toHaveTextContent(
      '1 objective of 1 service \u00b7 1 sum apart \u00b7 2 left out',
    );

    await user.click(number);
    const drawer = within(
      await screen.findByRole('dialog', { name: 'Why 99.952%' }),
    );
    expect(
      drawer.getByText(/^In 30 days 15,428 of 32,412,806 events failed/),
    ).toBeVisible();
    expect(drawer.getByText(/= 1 - 15,428 \/ 32,412,806/)).toBeVisible();
    expect(
      drawer.getByText('Good slices of 1 min, November, Warsaw'),
    ).toBeVisible();
    expect(drawer.getByText(/^The source is down/)).toBeVisible();
    expect(drawer.getByText('2 objectives')).toBeVisible();
    expect(drawer.getByText(/counts once for each of them/)).toBeVisible();
    expect(
      drawer.getByText('At least 99.7% of the window is measured of each.'),
    ).toBeVisible();
    expect(container.querySelector('[data-open]')).toBe(number);

    await user.click(drawer.getByRole('button', { name: 'Close explanation' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('tells what was measured where people have excluded time', async () => {
    render([correctedObjective()], {
      sums: [
        toRollupSum({
          sumKey: EVENTS_OF_30_DAYS,
          objectives: 3,
          services: 2,
          bad: 5,
          total: 10_000,
          coverage: 1,
          corrected: { objectives: 2, bad: 100, total: 12_000 },
        }),
      ],
    });
    const number = await screen.findByRole('button', {
      name: '99.950%, explain',
    });
    expect(number.closest('li')).toHaveTextContent(
      '3 objectives of 2 services \u00b7 99.17% as measured',
    );
    await userEvent.click(number);
    expect(
      screen.getByText(
        'People have excluded time from the budgets of 2 objectives. As measured, 100 of 12,000 failed: 99.17%.',
      ),
    ).toBeVisible();
    // beside its budget among the worst
    expect(screen.getByRole('img', { name: /^Corrected: 2 h/ })).toBeVisible();
  });

  it('shows no ratio where nothing was counted or nothing can be added', async () => {
    const { unmount } = render([objectiveInState('no-traffic')], {
      sums: [
        toRollupSum({
          sumKey: EVENTS_OF_30_DAYS,
          objectives: 1,
          services: 1,
          bad: 0,
          total: 0,
          coverage: 1,
        }),
      ],
    });
    expect(
      await screen.findByRole('button', { name: 'no events, explain' }),
    ).toBeVisible();
    expect(screen.queryByText(/100/)).toBeNull();
    unmount();

    render([objectiveInState('no-data')], {
      sums: [],
      leftOut: [{ reason: 'not-measured', objectives: 1 }],
    });
    await states();
    expect(screen.getByText('cannot tell').closest('li')).toHaveTextContent(
      'Good eventscannot tell1 objective: Nothing is measured',
    );
    expect(screen.queryByRole('button', { name: /explain/ })).toBeNull();
  });

  it('names components without an objective, with the way to their first', async () => {
    render([objectiveInState('ok')], {
      services: {
        total: 8,
        withObjective: 1,
        withoutObjective: 7,
        without: ['a', 'b', 'c', 'd', 'e'].map(
          name => `component:default/${name}`,
        ),
      },
    });
    expect(
      await screen.findByText('7 components have no objective:'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'a' })).toHaveAttribute(
      'href',
      '/catalog/default/component/a/slos',
    );
    expect(screen.getByRole('link', { name: 'd' })).toBeVisible();
    expect(screen.getByText('and 3 more')).toBeVisible();
    expect(screen.queryByText('e')).toBeNull();
  });

  it('says where to begin where no service has an objective', async () => {
    const { container } = render([], {
      services: {
        total: 1,
        withObjective: 0,
        withoutObjective: 1,
        without: ['component:default/cart'],
      },
    });
    expect(
      await screen.findByRole('heading', {
        name: 'No service of purchase has an objective yet',
      }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'cart' })).toBeVisible();
    expect(screen.queryByText('All objectives')).toBeNull();
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that there is no service', async () => {
    render([]);
    expect(
      await screen.findByRole('heading', {
        name: 'purchase has no services yet',
      }),
    ).toBeVisible();
  });

  it('says what an administrator adds where nothing can measure', async () => {
    render([objectiveInState('no-data')], { sources: [] });
    expect(
      await screen.findByRole('heading', {
        name: 'No metrics source is set up',
      }),
    ).toBeVisible();
  });

  it.each([
    [503, 'The objectives could not be read'],
    [403, 'You may not see these objectives'],
  ])(
    'says why there is nothing when the backend answers %s',
    async (code, title) => {
      const api = new FixtureSloApi([]);
      jest.spyOn(api, 'getRollup').mockRejectedValue(await refusal(code));
      renderForEntity(<ReliabilityCard />, { api, entity: purchaseEntity });
      expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    },
  );

  it('can be read by everybody, in every state', async () => {
    const { container } = render(SLO_STATES.slice(0, 5).map(objectiveInState), {
      leftOut: [{ reason: 'warming-up', objectives: 1 }],
    });
    await card();
    await states();
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});
