import { refusal, stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import type { CorrectionPage } from '@plimsoll/plugin-slo-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { sloCorrection } from '../__fixtures__/sloCorrection';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import type { CustomRange } from '../range';
import { CorrectionsSection } from './CorrectionsSection';

const objective = objectiveStatus();
const own = { ref: objective.ref, objective: objective.objective };

function open(
  answer: Partial<CorrectionPage> | Error,
  options: { chosen?: CustomRange; sliceSeconds?: number } = {},
) {
  const api = new FixtureSloApi([]);
  const list = jest.spyOn(api, 'listCorrections');
  const create = jest.spyOn(api, 'createCorrection');
  const undo = jest.spyOn(api, 'undoCorrection');
  if (answer instanceof Error) {
    list.mockRejectedValue(answer);
  } else {
    list.mockResolvedValue({
      items: [],
      totalItems: answer.items?.length ?? 0,
      pageInfo: {},
      mayCorrect: true,
      ...answer,
    });
  }
  const onCorrected = jest.fn();
  const view = renderForEntity(
    <CorrectionsSection
      objective={{ ...objective, sliceSeconds: options.sliceSeconds }}
      chosen={options.chosen}
      onCorrected={onCorrected}
    />,
    { api },
  );
  return { ...view, list, create, undo, onCorrected };
}

/** Enters a date with its time, as the browser's own field gives it. */
const enter = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const saveButton = () =>
  screen.getByRole('button', { name: 'Exclude this time' });

describe('corrections of an objective', () => {
  // what may be excluded depends on the day
  beforeEach(() => stopDate('2026-11-19T09:23:36.000Z'));
  afterEach(() => jest.useRealTimers());

  it('say when, why, who, for what, and what was taken back', async () => {
    const { container, list } = open({
      items: [
        sloCorrection({ objective: own }),
        sloCorrection({
          id: 'c2',
          createdBy: 'external:github-actions',
          undone: {
            by: 'user:default/jane',
            at: '2026-11-19T09:00:00.000Z',
            reason: 'It was us after all',
          },
        }),
      ],
    });
    const [first, second] = await screen.findAllByRole('listitem');
    expect(first).toHaveTextContent(
      /Nov 3, 22:00 to .*Nov 4, 00:00, 2 h.*Planned move of the database.*Excluded by maja-wrona.*this objective/,
    );
    expect(second).toHaveTextContent(
      /Excluded by external:github-actions.*all objectives of checkout.*Undone by jane.*It was us after all/,
    );
    expect(within(second).queryByRole('button')).toBeNull();
    expect(list.mock.calls[0][0]).toEqual({
      ...own,
      cursor: undefined,
      limit: 5,
    });
    expect(await axe(container)).toHaveNoViolations();
  });

  it('cannot be made or undone by who may not', async () => {
    open({ items: [sloCorrection()], mayCorrect: false });
    await screen.findByText('Planned move of the database');
    expect(screen.queryByRole('button', { name: /ndo|xclude/ })).toBeNull();
  });

  it('take no room where there is nothing to see or to do', async () => {
    const { list } = open({ mayCorrect: false });
    await waitFor(() => expect(list).toHaveBeenCalled());
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'Corrections' })).toBeNull(),
    );
  });

  it('say what they are for where there are none', async () => {
    open({});
    expect(await screen.findByText(/^Nothing is excluded/)).toBeVisible();
  });

  it('can be read again after an error', async () => {
    const { list } = open(await refusal(503));
    const again = await screen.findByRole('button', { name: 'Try again' });
    list.mockResolvedValue({
      items: [sloCorrection()],
      totalItems: 1,
      pageInfo: {},
      mayCorrect: false,
    });
    await userEvent.click(again);
    expect(
      await screen.findByText('Planned move of the database'),
    ).toBeVisible();
  });

  it('are made of whole quarter hours, with a reason, for one objective or all', async () => {
    const user = userEvent.setup();
    const { create, list, onCorrected } = open({});
    await user.click(
      await screen.findByRole('button', { name: 'Exclude time' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(saveButton()).toBeDisabled();
    enter('From', '2026-11-10T10:07');
    enter('To', '2026-11-10T10:46');
    expect(dialog).toHaveTextContent(
      /Excludes .*10, 10:00 to .*10, 11:00, 1 h: whole quarter hours/,
    );
    expect(dialog).toHaveTextContent(/Alert rules in Prometheus are not/);
    expect(saveButton()).toBeDisabled();
    await user.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'Planned move of the database ',
    );
    expect(await axe(dialog)).toHaveNoViolations();
    await user.click(saveButton());
    const asked = {
      entityRef: objective.entityRef,
      from: new Date('2026-11-10T10:07').toISOString(),
      to: new Date('2026-11-10T10:46').toISOString(),
      reason: 'Planned move of the database',
    };
    expect(create).toHaveBeenLastCalledWith({ ...asked, objective: own });
    await waitFor(() => expect(onCorrected).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText(/Figures follow within a minute/)).toBeVisible();
    expect(list.mock.calls.length).toBeGreaterThan(1);

    await user.click(screen.getByRole('button', { name: 'Exclude time' }));
    await screen.findByRole('dialog');
    enter('From', '2026-11-10T10:07');
    enter('To', '2026-11-10T10:46');
    await user.click(screen.getByRole('radio', { name: /^All objectives/ }));
    await user.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'Planned move of the database',
    );
    await user.click(saveButton());
    expect(create).toHaveBeenLastCalledWith(asked);
  });

  it('are made of whole slices where these are longer, and say so', async () => {
    const user = userEvent.setup();
    const excludes = {
      from: '2026-11-03T18:00:00.000Z',
      to: '2026-11-04T00:00:00.000Z',
    };
    open(
      { items: [sloCorrection({ excludes }), sloCorrection({ id: 'c2' })] },
      { sliceSeconds: 3_600 },
    );
    const [first, second] = await screen.findAllByRole('listitem');
    expect(first).toHaveTextContent(
      /takes out .*Nov 3, 18:00 to .*Nov 4, 00:00, in whole slices/,
    );
    expect(second).not.toHaveTextContent(/slices/);
    await user.click(screen.getByRole('button', { name: 'Exclude time' }));
    const dialog = await screen.findByRole('dialog');
    enter('From', '2026-11-10T10:07');
    enter('To', '2026-11-10T11:16');
    expect(dialog).toHaveTextContent(
      /Excludes .*10, 10:00 to .*10, 12:00, 2 h: whole slices of 1 h/,
    );
    await user.click(screen.getByRole('radio', { name: /^All objectives/ }));
    expect(dialog).toHaveTextContent(
      /Excludes .*10, 10:00 to .*10, 11:30, 1 h 30 min: whole quarter hours.*each slice that it touches goes whole/,
    );
  });

  it('name quarter hours alone where slices are no longer', async () => {
    open({}, { sliceSeconds: 300 });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Exclude time' }),
    );
    const dialog = await screen.findByRole('dialog');
    enter('From', '2026-11-10T10:07');
    enter('To', '2026-11-10T10:46');
    expect(dialog).toHaveTextContent(/1 h: whole quarter hours/);
    expect(dialog).not.toHaveTextContent(/slice/);
  });

  it('begin with the stretch that was chosen on a chart', async () => {
    const chosen = {
      from: new Date('2026-11-10T10:00').toISOString(),
      to: new Date('2026-11-10T12:30').toISOString(),
    };
    open({}, { chosen });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Exclude time' }),
    );
    await screen.findByRole('dialog');
    expect(screen.getByLabelText('From')).toHaveValue('2026-11-10T10:00');
    expect(screen.getByLabelText('To')).toHaveValue('2026-11-10T12:30');
  });

  it.each([
    ['2026-11-10T12:00', '2026-11-10T10:00', 'From', /end must come after/],
    ['2020-01-01T00:00', '2020-01-02T00:00', 'From', /last 400 days/],
    ['2026-06-01T00:00', '2026-11-10T10:00', 'To', /at most 90 days/],
    ['2026-11-10T10:00', '2031-11-10T10:00', 'To', /90 days/],
  ])('say what is wrong with %p to %p', async (from, to, label, text) => {
    open({});
    await userEvent.click(
      await screen.findByRole('button', { name: 'Exclude time' }),
    );
    await screen.findByRole('dialog');
    enter('From', from);
    enter('To', to);
    expect(screen.getByLabelText(label)).toHaveAccessibleDescription(text);
    expect(screen.getByLabelText(label)).toBeInvalid();
    expect(saveButton()).toBeDisabled();
  });

  it.each([
    [403, 'You may not do this. It needs slo.correct.'],
    [
      503,
      'It is not known whether this was saved. Look at the list, then try again.',
    ],
    [409, 'This was refused: Refused by [address]'],
  ])('stay open and say why they were not saved: %p', async (status, text) => {
    const user = userEvent.setup();
    const { undo, onCorrected } = open({ items: [sloCorrection()] });
    undo.mockRejectedValueOnce(await refusal(status));
    await user.click(
      await screen.findByRole('button', { name: /^Undo the correction/ }),
    );
    const dialog = await screen.findByRole('dialog');
    const save = within(dialog).getByRole('button', {
      name: 'Undo correction',
    });
    expect(save).toBeDisabled();
    await user.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'It was us after all',
    );
    await user.click(save);
    expect(await screen.findByText(text)).toBeVisible();
    expect(onCorrected).not.toHaveBeenCalled();

    await user.click(save);
    expect(undo).toHaveBeenLastCalledWith('c1', {
      reason: 'It was us after all',
    });
    await waitFor(() => expect(onCorrected).toHaveBeenCalledTimes(1));
  });
});
