import { stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { SLO_STATES } from '@plimsoll/plugin-slo-common';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { calendarObjective } from '../__fixtures__/calendarObjective';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { EVALUATED_AT, objectiveStatus } from '../__fixtures__/objectiveStatus';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { ReliabilityCard } from './ReliabilityCard';

describe('the Reliability card', () => {
  const render = (api: FixtureSloApi) =>
    renderForEntity(<ReliabilityCard />, { api });
  const rows = async () =>
    (await screen.findAllByRole('listitem')).map(row => row.textContent ?? '');

  beforeEach(() => stopDate('2026-11-19T09:23:24.000Z'));
  afterEach(() => jest.useRealTimers());

  it('asks for the objectives of its service, worst first, and keeps the order', async () => {
    const api = new FixtureSloApi([
      objectiveInState('exhausted'),
      objectiveInState('burning'),
      objectiveInState('unknown'),
      objectiveInState('ok'),
    ]);
    const list = jest.spyOn(api, 'listObjectives');
    render(api);

    const names = [
      'Latency p95, 2 s',
      'Failed transactions',
      'Deployment stability',
      'Availability',
    ];
    const texts = await rows();
    expect(texts).toHaveLength(names.length);
    expect(
      texts.map(text => names.find(name => text.startsWith(name))),
    ).toEqual(names);
    expect(list).toHaveBeenCalledTimes(1);
    expect(list).toHaveBeenCalledWith(
      { entityRef: 'component:default/checkout', sort: 'worst', limit: 100 },
      // Nothing stops it: it is asked before there is a card.
      { signal: undefined },
    );
  });

  it('tells what is left, in percent, and for the worst in units', async () => {
    render(
      new FixtureSloApi([
        objectiveInState('exhausted'),
        objectiveInState('burning'),
        objectiveInState('ok'),
      ]),
    );
    const [exhausted, burning, ok] = await rows();
    expect(exhausted).toContain('\u221212.6%');
    expect(exhausted).toContain('126 over the 1,000 allowed');
    expect(burning).toContain('74.7%');
    expect(burning).toContain('burns 384\u00d7 over 1 h');
    expect(ok).toContain('52.4%');
    expect(ok).toContain('30 days');
    expect(screen.getByText('1 of 3 exhausted, 1 burning')).toBeVisible();
  });

  it('gives each number its explanation on the tab', async () => {
    render(new FixtureSloApi([objectiveStatus()]));
    const number = await screen.findByRole('link', { name: '52.4%, explain' });
    const url = new URL(number.getAttribute('href') ?? '', 'http://portal');
    expect(url.pathname).toBe('/catalog/default/component/checkout/slos');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      objective: 'slo:default/checkout-availability#availability',
      explain: 'budget.remaining',
    });
  });

  it('leads with the expected volume of a calendar month', async () => {
    render(new FixtureSloApi([calendarObjective()]));
    const [row] = await rows();
    expect(row).toContain('projected79.7%');
    expect(row).toContain('70.5% so far, November');
    expect(
      screen.getByRole('link', { name: '79.7%, explain' }).getAttribute('href'),
    ).toContain('explain=projected.remaining');
  });

  it('says when it was evaluated, and how much of the window was measured', async () => {
    render(
      new FixtureSloApi([
        objectiveStatus({ evaluatedAt: EVALUATED_AT, coverage: 0.9972 }),
        objectiveStatus({
          objective: 'other',
          evaluatedAt: '2026-11-19T09:22:54.000Z',
          coverage: 1,
        }),
      ]),
    );
    // The oldest evaluation and the least coverage.
    expect(
      await screen.findByText(
        'Evaluated 30 s ago \u00b7 measured 99.7% of the window',
      ),
    ).toBeVisible();
    expect(
      screen.getByText('2 objectives, 2 with budget to spend'),
    ).toBeVisible();
  });

  it('says that it was never evaluated', async () => {
    render(new FixtureSloApi([objectiveStatus({ evaluatedAt: undefined })]));
    expect(await screen.findByText('Not evaluated yet')).toBeVisible();
  });

  it('says that the numbers are made up, only when they are', async () => {
    const { unmount } = render(
      new FixtureSloApi([objectiveStatus({ demo: true })]),
    );
    expect(await screen.findByText('Demo data')).toBeVisible();
    unmount();

    render(new FixtureSloApi([objectiveStatus()]));
    await rows();
    expect(screen.queryByText('Demo data')).not.toBeInTheDocument();
  });

  it('keeps the last good value of a source that is down, with its age', async () => {
    render(new FixtureSloApi([objectiveInState('unknown')]));
    const [row] = await rows();
    expect(row).toContain('52.4%');
    expect(row).toMatch(/at \d\d?:10/);
    expect(
      screen.getByRole('link', { name: '52.4%, explain' }),
    ).toHaveAttribute('data-stale');
  });

  it('tells rows of one name apart by their documents', async () => {
    render(
      new FixtureSloApi([
        objectiveStatus(),
        objectiveStatus({ ref: 'slo:default/checkout-slow' }),
        objectiveInState('exhausted'),
      ]),
    );
    const [first, second, third] = await rows();
    expect(first).toMatch(/^Availability99\.9%checkout-availability/);
    expect(second).toMatch(/^Availability99\.9%checkout-slow/);
    expect(third).not.toContain('exhausted');
  });

  it('says that nothing is known, since when, and which source is silent', async () => {
    const unknown = objectiveInState('unknown');
    render(new FixtureSloApi([unknown, { ...unknown, objective: 'other' }]));
    const card = within(
      await screen.findByRole('region', { name: 'Reliability' }),
    );
    await rows();
    expect(card.getByText('Unknown for 13 min 12 s')).toBeVisible();
    expect(card.getByText('2 objectives, all unknown now')).toBeVisible();
    // Once, however many rows it concerns.
    expect(
      card.getAllByText(
        /^prometheus-main has not answered since \d\d:10:12\. The gap is filled/,
      ),
    ).toHaveLength(1);
  });

  it('does not call a card unknown of which a part is known', async () => {
    render(new FixtureSloApi([objectiveInState('unknown'), objectiveStatus()]));
    await rows();
    expect(screen.queryByText(/^Unknown for/)).not.toBeInTheDocument();
    expect(
      screen.getByText('2 objectives, 1 unknown, 1 with budget to spend'),
    ).toBeVisible();
    expect(screen.getByText(/^prometheus-main has not/)).toBeVisible();
  });

  it.each([
    ['no-data', 'No data for 6 h', 'the series has been absent since'],
    ['insufficient', 'Too few events', '3 in 30 days; 10 are needed for 90%'],
    ['warming-up', 'Warming up, 0.05%', '20 min of 30 days are measured'],
  ] as const)(
    'shows no number for %s, but why there is none',
    async (state, chip, reason) => {
      render(new FixtureSloApi([objectiveInState(state)]));
      const [row] = await rows();
      expect(row).toContain(chip);
      expect(row).toContain(reason);
      expect(row).not.toContain('52.4%');
      expect(screen.queryByRole('link', { name: /explain/ })).toBeNull();
    },
  );

  it('lists six and leads to the others', async () => {
    render(
      new FixtureSloApi(
        Array.from({ length: 9 }, (_, index) =>
          objectiveStatus({ objective: `o${index}`, displayName: `O${index}` }),
        ),
      ),
    );
    expect(await rows()).toHaveLength(7);
    expect(
      screen.getByRole('link', { name: '3 more objectives' }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout/slos');
    expect(screen.queryByText('O6')).not.toBeInTheDocument();
  });

  it('can be read by everybody, in every state', async () => {
    const { container } = render(
      new FixtureSloApi(SLO_STATES.slice(0, 6).map(objectiveInState)),
    );
    const card = await screen.findByRole('region', { name: 'Reliability' });
    expect(await within(card).findAllByRole('listitem')).toHaveLength(6);
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});
