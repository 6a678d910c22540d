import {
  addressQuery,
  refusal,
  stopDate,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import {
  stringifyObjectiveKey,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { calendarObjective } from '../__fixtures__/calendarObjective';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { EntitySlosTab } from './EntitySlosTab';

const NOW = '2026-11-19T09:23:36.000Z';

describe('the tab of a service', () => {
  const region = (name: string) => screen.findByRole('region', { name });
  const queryFor = (objective: ObjectiveStatus, more = '') =>
    `?objective=${encodeURIComponent(stringifyObjectiveKey(objective))}${more}`;

  function open(objectives: ObjectiveStatus[], query?: string) {
    const api = new FixtureSloApi(objectives);
    const history = jest.spyOn(api, 'getHistory');
    const view = renderForEntity(<EntitySlosTab />, { api, query });
    return { ...view, api, history };
  }

  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it('lists all and shows the worst that is measured in full', async () => {
    const { history } = open([
      objectiveInState('no-data'),
      objectiveInState('burning'),
      objectiveInState('ok'),
    ]);
    const panel = within(await region('Failed transactions'));
    const [, ...rows] = within(
      screen.getByRole('region', { name: 'Objectives of checkout' }),
    ).getAllByRole('row');
    expect(rows.map(row => row.getAttribute('aria-selected'))).toEqual([
      'false',
      'true',
      'false',
    ]);
    expect(panel.getByText('Burning')).toBeVisible();
    expect(
      panel.getByText(
        'The last 1 h and the last 5 min both burn faster than 14.4\u00d7: this pages.',
      ),
    ).toBeVisible();
    expect(history.mock.calls[0][0]).toEqual({
      ref: 'slo:default/burning',
      objective: 'burning',
    });
  });

  it('shows another one when its row is chosen, and says so in the address', async () => {
    const user = userEvent.setup();
    const ok = objectiveInState('ok');
    open([objectiveInState('burning'), ok], '?theme=dark');
    await region('Failed transactions');
    await user.click(screen.getByRole('row', { name: /Availability/ }));

    await region('Availability');
    expect(
      screen.queryByRole('region', { name: 'Failed transactions' }),
    ).not.toBeInTheDocument();
    expect(addressQuery().get('objective')).toBe(stringifyObjectiveKey(ok));
    // What belongs to others stays.
    expect(addressQuery().get('theme')).toBe('dark');
  });

  it('opens at the objective that the address names', async () => {
    const ok = objectiveInState('ok');
    open([objectiveInState('burning'), ok], queryFor(ok));
    expect(await region('Availability')).toBeVisible();
  });

  it('says so where the address names none that is there', async () => {
    const { history } = open([objectiveStatus()], '?objective=gone');
    expect(
      await screen.findByRole('heading', {
        name: 'There is no such objective',
      }),
    ).toBeVisible();
    expect(screen.getByRole('row', { name: /Availability/ })).toBeVisible();
    expect(history).not.toHaveBeenCalled();
  });

  it('gives each figure with its ground', async () => {
    open([objectiveStatus()]);
    const panel = within(await region('Availability'));
    const tiles = panel
      .getAllByRole('term')
      .map(term => term.parentElement?.textContent);
    expect(tiles).toEqual([
      'Budget left52.4%16,985 of 32,413 left',
      'Measured99.952%target 99.9%',
      'Burn now, 1 h0.4\u00d7pages from 14.4\u00d7',
      'Exhaustednot in sight3 d ran at 0.7\u00d7',
      expect.stringMatching(/^Coverage99\.7%2 h( \d+ min)? missing/),
    ]);
  });

  it('tells rows of one name apart by their documents', async () => {
    open([
      objectiveStatus(),
      objectiveStatus({ ref: 'slo:default/checkout-slow' }),
      objectiveInState('exhausted'),
    ]);
    expect(
      await screen.findByRole('row', { name: /^Availability checkout-slow/ }),
    ).toBeVisible();
    expect(
      screen.getByRole('row', { name: /^Availability checkout-availability/ }),
    ).toBeVisible();
    expect(screen.getByRole('row', { name: 'Latency p95, 2 s' })).toBeVisible();
  });

  it('tells what has no effect in the document, also beside a fault', async () => {
    const warning = {
      path: 'spec.alertPolicies',
      message: 'have no effect yet',
      severity: 'warning' as const,
    };
    const sentence = 'Warning: spec.alertPolicies have no effect yet';
    const lines = (panel: HTMLElement) =>
      within(panel)
        .getAllByRole('listitem')
        .map(line => line.textContent);
    const fault = { path: 'spec.service', message: 'names nothing' };
    const fine = objectiveStatus({ faults: [fault, warning] });
    const { unmount } = open([fine]);
    expect(lines(await region('Availability'))).toEqual(
      expect.arrayContaining([sentence, 'spec.service names nothing']),
    );
    unmount();

    // The reason has told the fault already.
    open([
      objectiveStatus({
        state: 'no-data',
        reason: { code: 'faulty', params: { faults: 1, ...fault } },
        faults: [fault, warning],
      }),
    ]);
    const faulty = await region('Availability');
    expect(lines(faulty)).toContain(sentence);
    expect(within(faulty).getAllByText(/spec\.service/)).toHaveLength(1);
  });

  it('asks for the chosen range, ending now', async () => {
    const user = userEvent.setup();
    const { history } = open([objectiveStatus()]);
    const panel = within(await region('Availability'));
    const lastAsked = () => history.mock.calls.at(-1)?.[1];
    expect(lastAsked()).toEqual({
      from: '2026-10-20T09:23:36.000Z',
      to: NOW,
      view: 'rolling',
    });
    const choose = (name: string) =>
      user.click(panel.getByRole('radio', { name }));
    await region('Burn rate, 1 h');
    expect(panel.getByRole('radio', { name: '30 d' })).toBeChecked();

    await choose('7 d');
    await waitFor(() =>
      expect(lastAsked()?.from).toBe('2026-11-12T09:23:36.000Z'),
    );
    // Whoever walks the ranges by keyboard stays among them.
    expect(panel.getByRole('radio', { name: '7 d' })).toHaveFocus();
    await choose('90 d');
    await waitFor(() =>
      expect(lastAsked()?.from).toBe('2026-08-21T09:23:36.000Z'),
    );
    await choose('Calendar');
    await waitFor(() => expect(lastAsked()?.view).toBe('calendar'));
    expect(lastAsked()?.from).toBe('2026-10-20T09:15:00.000Z');
  });

  it('zooms all charts to what was dragged over, and leads back', async () => {
    const user = userEvent.setup();
    SVGElement.prototype.setPointerCapture = jest.fn();
    const { history } = open([objectiveStatus()], '?theme=dark');
    const panel = within(await region('Availability'));
    const burn = within(await region('Burn rate, 1 h')).getByRole('img');
    // From 56 to 624 pixels lie thirty days.
    const pointer = { button: 0, isPrimary: true, pointerId: 1 };
    fireEvent.pointerDown(burn, { ...pointer, clientX: 56 + 56.8 });
    fireEvent.pointerUp(burn, { ...pointer, clientX: 56 + 2 * 56.8 });

    const range = {
      from: '2026-10-23T09:23:00.000Z',
      to: '2026-10-26T09:24:00.000Z',
    };
    const lastAsked = () => history.mock.calls.at(-1)?.[1];
    await waitFor(() =>
      expect(lastAsked()).toEqual({ ...range, view: 'rolling' }),
    );
    expect(Object.fromEntries(addressQuery())).toMatchObject({
      ...range,
      theme: 'dark',
    });
    expect(panel.getByRole('radio', { name: '30 d' })).not.toBeChecked();
    expect(panel.queryByText('now')).not.toBeInTheDocument();

    await user.click(panel.getByRole('button', { name: 'Back to 30 d' }));
    await waitFor(() =>
      expect(lastAsked()?.from).toBe('2026-10-20T09:23:36.000Z'),
    );
    expect(addressQuery().get('from')).toBeNull();
    expect(panel.getByRole('radio', { name: '30 d' })).toBeChecked();
    expect(
      panel.queryByRole('button', { name: /^Back to/ }),
    ).not.toBeInTheDocument();
  });

  it('shows the preset that the address names', async () => {
    const { history } = open([objectiveStatus()], '?range=90d');
    await region('Availability');
    expect(history.mock.calls[0][1]).toMatchObject({
      from: '2026-08-21T09:23:36.000Z',
    });
  });

  it('says once why nothing was measured, and what to do', async () => {
    const api = new FixtureSloApi([
      {
        ...objectiveInState('no-data'),
        reason: { code: 'never-measured' },
      },
    ]);
    jest.spyOn(api, 'getHistory').mockResolvedValue({
      from: '2026-10-20T09:23:36.000Z',
      to: NOW,
      step: 3600,
      view: 'rolling',
      points: [],
      gaps: [],
    });
    renderForEntity(<EntitySlosTab />, { api });
    const panel = within(await region('Fraud score'));
    expect(
      await panel.findByText('Nothing was measured in this range'),
    ).toBeVisible();
    expect(
      panel.getAllByText(
        /^The source answers, but the query finds no series\. Open Explain/,
      ),
    ).toHaveLength(1);
  });

  it('dashes the budget of a window that has hardly begun', async () => {
    open([{ ...objectiveInState('warming-up'), coverage: 0.164 }]);
    const panel = within(await region('Gift cards'));
    const tile = panel
      .getByText('so far, 16.4% of the window measured')
      .closest('[data-provisional]');
    expect(tile).toHaveTextContent('52.4%');
    expect(
      await panel.findByText('so far; 16.4% of 30 days is measured'),
    ).toBeVisible();
  });

  it('shows the range that the address names, with nothing against it', async () => {
    const ok = objectiveStatus();
    const range = {
      from: '2026-11-03T05:00:00.000Z',
      to: '2026-11-04T11:00:00.000Z',
    };
    const { container, history } = open(
      [ok],
      queryFor(ok, `&from=${range.from}&to=${range.to}`),
    );
    await region('Burn rate, 1 h');
    expect(history.mock.calls[0][1]).toEqual({ ...range, view: 'rolling' });
    expect(await axe(container)).toHaveNoViolations();
  });

  it('opens the month that is chosen in the strip', async () => {
    const user = userEvent.setup();
    const { history } = open([objectiveStatus()]);
    const months = within(await region('Calendar months'));
    await user.click(months.getByRole('button', { name: /^November so far/ }));
    await waitFor(() =>
      expect(history.mock.calls.at(-1)?.[1]).toEqual({
        from: '2026-11-01T00:00:00.000Z',
        to: '2026-12-01T00:00:00.000Z',
        view: 'rolling',
      }),
    );
  });

  it('opens a calendar window from its start, told by its expected volume', async () => {
    const { history } = open([calendarObjective()]);
    const panel = within(await region('Failed transactions'));
    expect(history.mock.calls[0][1]).toEqual({
      from: '2026-10-31T23:00:00.000Z',
      to: NOW,
      view: 'calendar',
    });
    expect(panel.getByRole('button', { name: '79.7%, explain' })).toBeVisible();
    expect(panel.getByText('70.5% so far')).toBeVisible();
    expect(
      await panel.findByText('against the expected volume; thin: so far'),
    ).toBeVisible();
  });

  it('draws four lines, each of which can be read as a table', async () => {
    const user = userEvent.setup();
    open([objectiveStatus()]);
    await region('Availability');
    for (const name of [
      'Budget left',
      'Burn rate, 1 h',
      'Measured',
      'Coverage',
    ]) {
      expect(await region(name)).toBeVisible();
    }
    const coverage = within(await region('Coverage'));
    await user.click(coverage.getByRole('button', { name: 'Table' }));
    expect(await coverage.findByText('source down')).toBeVisible();
  });

  it('explains a number with sentence, formula, inputs and query', async () => {
    const user = userEvent.setup();
    const { api } = open([objectiveStatus()]);
    const explain = jest.spyOn(api, 'explainObjective');
    const panel = within(await region('Availability'));
    expect(explain).not.toHaveBeenCalled();
    await user.click(panel.getByRole('button', { name: '52.4%, explain' }));

    const drawer = await screen.findByRole('dialog', { name: 'Why 52.4%' });
    expect(addressQuery().get('explain')).toBe('budget.remaining');
    expect(
      await within(drawer).findByRole('region', { name: 'How it is computed' }),
    ).toHaveTextContent(
      'left = 1 \u2212 bad / ((1 \u2212 target) \u00d7 total) left = 1 \u2212 0.47599 = 0.52401',
    );
    expect(drawer).toHaveTextContent(
      'In 30 days 15,428 of 32,412,806 events failed. At 99.9%, 32,413 may fail. So 47.6% of the budget is spent and 52.4% is left.',
    );
    expect(drawer).toHaveTextContent(/718 of 720 h/);
    expect(drawer).toHaveTextContent(/6,282 failures/);
    expect(drawer).toHaveTextContent(/prometheus-main\s*41 ms/);
    expect(
      within(drawer).getByRole('region', { name: 'Query, failed events' }),
    ).toHaveTextContent(/^sum\(increase\(http_requests_total/);
    expect(drawer).toHaveTextContent('a zero, not a gap');
    expect(drawer).toHaveTextContent('it is 8 min off its nominal length');
    expect(explain.mock.calls[0][0]).toEqual({
      ref: 'slo:default/checkout-availability',
      objective: 'availability',
    });

    await user.click(
      within(drawer).getByRole('button', { name: 'Close explanation' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(addressQuery().get('explain')).toBeNull();
  });

  it('opens an explanation that the address names', async () => {
    const ok = objectiveStatus();
    open([ok], queryFor(ok, '&explain=burnRate.1h'));
    const drawer = await screen.findByRole('dialog', { name: 'Why 0.4\u00d7' });
    expect(
      await within(drawer).findByText(/^Burn rate over 1 h of checkout/),
    ).toBeVisible();
    expect(drawer).toHaveTextContent('burn = (18 / 45,000) / 0.001 = 0.4');
  });

  it('says what is not known, and why', async () => {
    const silent = objectiveInState('no-data');
    open([silent], queryFor(silent, '&explain=budget.remaining'));
    const drawer = await screen.findByRole('dialog', { name: 'Why not known' });
    expect(
      await within(drawer).findByText(/the series has been absent/),
    ).toBeVisible();
  });

  it('says that an explanation could not be read, and tries again', async () => {
    const user = userEvent.setup();
    const ok = objectiveStatus();
    const refused = await refusal(503);
    const explain = jest
      .spyOn(FixtureSloApi.prototype, 'explainObjective')
      .mockRejectedValueOnce(refused);
    open([ok], queryFor(ok, '&explain=sli'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The explanation could not be read');
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('What was read')).toBeVisible();
    expect(explain).toHaveBeenCalledTimes(2);
    explain.mockRestore();
  });

  it('shows the document as YAML, with where it is from', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    open([objectiveStatus()]);
    await region('Availability');
    const trigger = await screen.findByRole('button', { name: 'The document' });
    expect(trigger).toHaveAttribute('aria-expanded', 'false');
    await user.click(trigger);
    const block = await region('The document');
    expect(block.textContent).toBe(
      [
        'apiVersion: openslo/v1',
        'kind: SLO',
        'metadata:',
        '  name: checkout-availability',
        'spec:',
        '  service: checkout',
        '  budgetingMethod: Occurrences',
        '',
      ].join('\n'),
    );
    expect(
      screen.getByText('From https://git.example.com/checkout/slo.yaml'),
    ).toBeVisible();
    // the command of the gate, below, can be copied too
    const [copy] = screen.getAllByRole('button', { name: 'Copy' });
    await user.click(copy);
    expect(write.mock.calls).toEqual([[block.textContent]]);
  });

  it('counts the months that were kept', async () => {
    open([objectiveStatus()]);
    const months = await region('Calendar months');
    // One of eight past months was overspent, one was not measured.
    expect(months).toHaveTextContent('6 of 7 kept');
    expect(months).toHaveTextContent(
      'Europe/Warsaw, target 99.9%; November so far',
    );
  });

  it('keeps the panel when only its history cannot be read', async () => {
    const user = userEvent.setup();
    const refused = await refusal(503);
    const history = jest
      .spyOn(FixtureSloApi.prototype, 'getHistory')
      .mockRejectedValueOnce(refused);
    renderForEntity(<EntitySlosTab />, {
      api: new FixtureSloApi([objectiveStatus()]),
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The history could not be read');
    expect(
      screen.getByRole('button', { name: '52.4%, explain' }),
    ).toBeVisible();
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await region('Burn rate, 1 h')).toBeVisible();
    history.mockRestore();
  });

  it('leaves the focus where it is while months and document fail again', async () => {
    const user = userEvent.setup();
    const refused = await refusal(503);
    const getObjective = jest
      .spyOn(FixtureSloApi.prototype, 'getObjective')
      .mockRejectedValue(refused);
    open([objectiveStatus()]);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This objective could not be read');
    const retry = within(alert).getByRole('button', { name: 'Try again' });
    await user.click(retry);
    await waitFor(() => expect(getObjective).toHaveBeenCalledTimes(2));
    expect(retry).toBeInTheDocument();
    expect(retry).toHaveFocus();
    getObjective.mockRestore();
  });

  it('shows one empty frame with the reason where nothing was measured', async () => {
    jest
      .spyOn(FixtureSloApi.prototype, 'getHistory')
      .mockImplementationOnce(async (_key, { from, to }) => ({
        ...{ from, to, step: 3600, view: 'rolling' as const },
        points: [{ at: to, bad: 0, total: 0, coverage: 0 }],
        gaps: [{ from, to, reason: 'series-absent' as const }],
      }));
    renderForEntity(<EntitySlosTab />, {
      api: new FixtureSloApi([objectiveInState('no-data')]),
    });
    const panel = within(await region('Fraud score'));
    expect(
      await panel.findByRole('heading', {
        name: 'Nothing was measured in this range',
      }),
    ).toBeVisible();
    expect(panel.getAllByText(/the series has been absent since/)).toHaveLength(
      1,
    );
    expect(panel.queryByText('Burn rate, 1 h')).not.toBeInTheDocument();
    expect(panel.getByText('nothing measured')).toBeVisible();
    jest.restoreAllMocks();
  });

  it('can be read by everybody, with an explanation open', async () => {
    const ok = objectiveStatus();
    const { container } = open(
      [ok, calendarObjective()],
      queryFor(ok, '&explain=sli'),
    );
    await region('Burn rate, 1 h');
    await screen.findByText('What was read');
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});
