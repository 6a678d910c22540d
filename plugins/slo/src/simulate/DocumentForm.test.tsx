import { refusal, stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import type { CheckReport } from '@plimsoll/plugin-slo-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { checkReport, finding } from '../__fixtures__/checkReport';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { simulationAnswer } from '../__fixtures__/simulationAnswer';
import { renderPage } from '../__testUtils__/renderPage';

const DOCUMENT = 'kind: SLO';

describe('trying a document', () => {
  beforeEach(() => stopDate('2026-11-19T09:23:36.000Z'));
  afterEach(() => jest.useRealTimers());

  async function open(report: Partial<CheckReport> = {}) {
    const api = new FixtureSloApi([objectiveStatus()]);
    const check = jest
      .spyOn(api, 'checkDocuments')
      .mockResolvedValue(checkReport(report));
    const simulate = jest.spyOn(api, 'simulateDocument');
    const view = renderPage({ api });
    const user = userEvent.setup();
    await user.click(
      await screen.findByText('Try a document that is not in the catalog'),
    );
    const field = await screen.findByRole('textbox', {
      name: /OpenSLO document/,
    });
    const send = async () => {
      await user.click(field);
      await user.paste(DOCUMENT);
      await user.click(screen.getByRole('button', { name: 'Check and try' }));
    };
    return { ...view, check, simulate, user, field, send };
  }

  it('asks for nothing until it is told to', async () => {
    const { check, simulate, user, field } = await open();
    expect(
      screen.getByRole('button', { name: 'Check and try' }),
    ).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Use an example' }));
    expect(field).toHaveDisplayValue(/kind: SLO/);
    expect(screen.queryByRole('button', { name: 'Use an example' })).toBeNull();
    expect(check).not.toHaveBeenCalled();
    expect(simulate).not.toHaveBeenCalled();
  });

  it('checks it, tries it, and says what it rests on', async () => {
    const { check, simulate, send, container } = await open({
      findings: [finding({ severity: 'warning' })],
    });
    await send();
    expect(
      await screen.findByText(/^With 99\.9% you would have been paged once/),
    ).toBeVisible();
    expect(screen.getByRole('table')).toBeVisible();
    expect(
      screen.getByText(/just now; 99\.7% of it is measured/),
    ).toBeVisible();
    expect(check.mock.calls).toEqual([[DOCUMENT, expect.anything()]]);
    expect(simulate.mock.calls).toEqual([
      [
        { text: DOCUMENT, targets: [0.99, 0.995, 0.999, 0.9995, 0.9999] },
        { signal: expect.any(AbortSignal) },
      ],
    ]);
    expect(screen.getByText('Document checks')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('does not ask the source for a document that is wrong', async () => {
    const { simulate, send } = await open({
      findings: [finding({ severity: 'error', check: 'document' })],
    });
    await send();
    expect(await screen.findByText(/^Error$/)).toBeVisible();
    expect(simulate).not.toHaveBeenCalled();
  });

  it('not configured: leads to the set-up', async () => {
    const { simulate, send } = await open({ hasSources: false });
    await send();
    expect(
      await screen.findByText('No metrics source is set up'),
    ).toBeVisible();
    expect(simulate).not.toHaveBeenCalled();
  });

  it('empty: says that the source has nothing of it', async () => {
    const { simulate, send } = await open();
    simulate.mockResolvedValue({ ...simulationAnswer(), coverage: 0 });
    await send();
    expect(
      await screen.findByText('The source has nothing of this objective'),
    ).toBeVisible();
  });

  it('error: keeps the checks, and can be sent again', async () => {
    const { simulate, send, user } = await open();
    simulate.mockRejectedValueOnce(await refusal(503));
    await send();
    expect(
      await screen.findByText('The document could not be tried'),
    ).toBeVisible();
    expect(screen.getByText('Document checks')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table')).toBeVisible();
  });

  it('no permission: names it', async () => {
    const { check, send } = await open();
    check.mockRejectedValue(await refusal(403));
    await send();
    expect(
      await screen.findByText('You may not check documents'),
    ).toBeVisible();
    expect(screen.getByText(/slo\.check/)).toBeVisible();
  });

  it('loads: says that the source is being asked', async () => {
    const { check, send } = await open();
    check.mockReturnValue(new Promise(() => {}));
    await send();
    expect(screen.getByText(/up to half a minute/)).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Check and try' }),
    ).toBeDisabled();
  });
});
