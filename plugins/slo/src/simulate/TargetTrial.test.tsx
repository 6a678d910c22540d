import {
  addressQuery,
  refusal,
  stopDate,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import { stringifyObjectiveKey } from '@plimsoll/plugin-slo-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { simulationAnswer } from '../__fixtures__/simulationAnswer';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { EntitySlosTab } from '../tab/EntitySlosTab';

const objective = objectiveStatus();
const address = (trial: string) =>
  `?objective=${encodeURIComponent(stringifyObjectiveKey(objective))}${trial}`;

describe('trying a target', () => {
  beforeEach(() => stopDate('2026-11-19T09:23:36.000Z'));
  afterEach(() => jest.useRealTimers());

  function open(query = '&trial=99.95') {
    const api = new FixtureSloApi([objective]);
    const simulate = jest.spyOn(api, 'simulateObjective');
    const show = () =>
      renderForEntity(<EntitySlosTab />, { api, query: address(query) });
    return { api, simulate, show };
  }
  const trial = async () =>
    within(await screen.findByRole('region', { name: 'What if' }));

  it('opens on demand, with the target of the objective', async () => {
    const { simulate, show } = open('');
    show();
    const user = userEvent.setup();
    const button = await screen.findByRole('button', { name: 'Try a target' });
    expect(simulate).not.toHaveBeenCalled();
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await user.click(button);
    await trial();
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(addressQuery().get('trial')).toBe('99.9');
    expect(
      await screen.findByText(/^With 99\.9% you would have been paged once/),
    ).toBeVisible();
    await user.click(button);
    expect(screen.queryByRole('region', { name: 'What if' })).toBeNull();
    expect(addressQuery().get('trial')).toBeNull();
  });

  it('says in words what a target would have meant, and shows the others', async () => {
    const { simulate, show } = open();
    const { container } = show();
    const view = await trial();
    expect(await view.findByText(/paged 3 times in 30 d/)).toBeVisible();
    expect(simulate.mock.calls[0].slice(0, 2)).toEqual([
      { ref: objective.ref, objective: objective.objective },
      { targets: [0.99, 0.995, 0.999, 0.9995, 0.9999] },
    ]);
    const [head, ...rows] = view.getAllByRole('row');
    expect(head).toHaveTextContent('Budget left now');
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringMatching(/^99%95\.2%02none7 h 12 min$/),
      expect.stringMatching(/^99\.5%90\.5%02none3 h 36 min$/),
      expect.stringMatching(/^99\.9%now52\.4%12none43 min 12 s$/),
      expect.stringMatching(/^99\.95%4\.8%32none21 min 36 s$/),
      expect.stringMatching(/^99\.99%\u2212376\.0%325 d4 min 19 s$/),
    ]);
    expect(rows.map(row => row.getAttribute('aria-current'))).toEqual([
      null,
      null,
      null,
      'true',
      null,
    ]);
    expect(
      view.getByText(/^1 h with 5 min is replayed since .*16/),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('changes the target by the usual ones, by the slider and by digits', async () => {
    const { simulate, show } = open();
    show();
    const user = userEvent.setup();
    const view = await trial();
    await user.click(view.getByRole('radio', { name: '99.5%' }));
    await waitFor(() => expect(addressQuery().get('trial')).toBe('99.5'));

    const slider = view.getByRole('slider', { name: 'Target' });
    expect(slider).toHaveAttribute('aria-valuetext', '99.5%');
    fireEvent.change(slider, {
      target: { value: String(Number(slider.getAttribute('value')) + 1) },
    });
    expect(slider).toHaveAttribute('aria-valuetext', '99.6%');
    await waitFor(() => expect(addressQuery().get('trial')).toBe('99.6'));
    await waitFor(() =>
      expect(simulate.mock.lastCall?.[1].targets).toEqual([
        0.99, 0.995, 0.999, 0.9995, 0.9999, 0.996,
      ]),
    );
    const field = view.getByRole('textbox', { name: /Target, %/ });
    await user.clear(field);
    await user.type(field, '97.25{Enter}');
    await waitFor(() => expect(addressQuery().get('trial')).toBe('97.25'));
    expect(await view.findByText(/^With 97\.25% you/)).toBeVisible();
  });

  it('explains itself beside the page', async () => {
    open().show();
    const user = userEvent.setup();
    const view = await trial();
    await user.click(
      view.getByRole('button', { name: 'How this is worked out' }),
    );
    const drawer = within(
      await screen.findByRole('dialog', { name: 'Why, with 99.95%' }),
    );
    expect(
      await drawer.findByText(/1 - 15,428 \/ \(0\.05% \* 32,412,806\)/),
    ).toBeVisible();
    expect(
      drawer.getByText('1 h and 5 min both burn faster than 14.4\u00d7 (page)'),
    ).toBeVisible();
    expect(drawer.getAllByText(/^page, .*, for 30 min$/)).toHaveLength(3);
  });

  it('loads: the controls stand at once', async () => {
    const { simulate, show } = open();
    simulate.mockReturnValue(new Promise(() => {}));
    show();
    const view = await trial();
    expect(view.getByRole('slider')).toBeVisible();
    expect(view.queryByRole('table')).toBeNull();
  });

  it('empty: says when it can be tried', async () => {
    const { simulate, show } = open();
    simulate.mockResolvedValue({ ...simulationAnswer(), coverage: 0 });
    show();
    const view = await trial();
    expect(await view.findByText('Nothing was measured yet')).toBeVisible();
  });

  it('error: can be tried again', async () => {
    const { simulate, show } = open();
    simulate.mockRejectedValue(await refusal(503));
    show();
    const user = userEvent.setup();
    const view = await trial();
    expect(
      await view.findByText('The target could not be tried'),
    ).toBeVisible();
    simulate.mockResolvedValue(simulationAnswer({ targets: [0.9995] }));
    await user.click(view.getByRole('button', { name: 'Try again' }));
    expect(await view.findByRole('table')).toBeVisible();
  });

  it('no permission: names it', async () => {
    const { simulate, show } = open();
    simulate.mockRejectedValue(await refusal(403));
    show();
    const view = await trial();
    expect(await view.findByText('You may not try targets here')).toBeVisible();
    expect(view.getByText(/slo\.objective\.read/)).toBeVisible();
  });

  it('survives an address that holds no target', async () => {
    open('&trial=everything').show();
    const view = await trial();
    expect(await view.findByText(/^With 99\.9% you/)).toBeVisible();
  });
});
