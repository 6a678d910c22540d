import type { Entity } from '@backstage/catalog-model';
import type { CheckReport } from '@plimsoll/plugin-slo-common';
import { refusal } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { checkReport, finding } from '../__fixtures__/checkReport';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { sloEntity } from '../__fixtures__/sloEntity';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { DoctorCard } from './DoctorCard';

function open(
  answer: Partial<CheckReport> | Error | Promise<CheckReport>,
  entity?: Entity,
) {
  const api = new FixtureSloApi([]);
  const check = jest.spyOn(api, 'checkEntity');
  if (answer instanceof Error) {
    check.mockRejectedValue(answer);
  } else if (answer instanceof Promise) {
    check.mockReturnValue(answer);
  } else {
    check.mockResolvedValue(checkReport(answer));
  }
  return { check, ...renderForEntity(<DoctorCard />, { api, entity }) };
}

describe('the card of document checks', () => {
  it('says what was found, where, and how to mend it, the worst first', async () => {
    const { check, container } = open({
      objectives: 2,
      findings: [
        finding(),
        finding({ severity: 'warning', path: 'spec.objectives[0].target' }),
        finding({ severity: 'info', path: 'spec.timeWindow[0].duration' }),
      ],
    });
    const card = within(
      await screen.findByRole('region', { name: 'Document checks' }),
    );
    const rows = await card.findAllByRole('listitem');
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringMatching(
        /^Error SLO checkout-latency .*query asks for the bucket.*Show the mendWrite le="0\.25"/,
      ),
      expect.stringMatching(/^Warning .*spec\.objectives\[0\]\.target/),
      expect.stringMatching(/^Note /),
    ]);
    const [mend] = card.getAllByText('Write le="0.25" or le="0.5"');
    expect(mend).not.toHaveAttribute('open');
    await userEvent.click(card.getAllByText('Show the mend')[0]);
    expect(mend).toHaveAttribute('open');
    expect(card.getByText('1 error, 1 warning, 1 note')).toBeVisible();
    expect(
      card.getByText(/1 of 2 objectives asked of their source$/),
    ).toBeVisible();
    expect(check.mock.calls).toHaveLength(1);
    expect(check.mock.calls[0]).toEqual([
      'component:default/checkout',
      { signal: expect.any(AbortSignal) },
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('folds what is only notes', async () => {
    open({ findings: [finding({ severity: 'info' })] });
    const folded = await screen.findByText('Nothing to mend, 1 note');
    expect(folded.closest('details')).not.toHaveAttribute('open');
    await userEvent.click(folded);
    expect(folded.closest('details')).toHaveAttribute('open');
  });

  it('does not name the document on its own page', async () => {
    const { check } = open({ findings: [finding()] }, sloEntity());
    const row = await screen.findByRole('listitem');
    expect(row).not.toHaveTextContent('SLO checkout-latency');
    expect(check.mock.calls).toEqual([
      ['slo:default/checkout-availability', expect.anything()],
    ]);
  });

  it('shows five findings, and the others on demand', async () => {
    open({
      findings: Array.from({ length: 8 }, (_, index) =>
        finding({ path: `spec.objectives[${index}]` }),
      ),
    });
    const user = userEvent.setup();
    const more = await screen.findByRole('button', { name: 'Show 3 more' });
    expect(screen.getAllByRole('listitem')).toHaveLength(5);
    await user.click(more);
    expect(screen.getAllByRole('listitem')).toHaveLength(8);
    expect(more).not.toBeInTheDocument();
  });

  it('says that nothing is to be mended, and whether series were asked for', async () => {
    const { container, unmount } = open({});
    expect(await screen.findByText('Nothing to mend')).toBeVisible();
    expect(
      screen.getByText(/every series they ask for is there/),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    unmount();
    open({ asked: 0 });
    expect(
      await screen.findByText(/series are there was not asked/),
    ).toBeVisible();
  });

  it('loads: the frame stands at once', async () => {
    open(new Promise<CheckReport>(() => {}));
    expect(
      await screen.findByRole('heading', { name: 'Document checks' }),
    ).toBeVisible();
    expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
    expect(screen.queryByText('Nothing to mend')).not.toBeInTheDocument();
  });

  it('empty: says what to do next', async () => {
    open({ documents: 0, objectives: 0, asked: 0 });
    expect(
      await screen.findByText('There is no document to check yet'),
    ).toBeVisible();
    expect(screen.getByText(/Add an OpenSLO document/)).toBeVisible();
  });

  it('error: can be tried again', async () => {
    const { check } = open(await refusal(503));
    const user = userEvent.setup();
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(
      screen.getByText('The documents could not be checked'),
    ).toBeVisible();
    check.mockResolvedValue(checkReport());
    await user.click(again);
    expect(await screen.findByText('Nothing to mend')).toBeVisible();
  });

  it('no permission: names it', async () => {
    open(await refusal(403));
    expect(
      await screen.findByText('You may not see these checks'),
    ).toBeVisible();
    expect(screen.getByText(/slo\.objective\.read/)).toBeVisible();
  });

  it('not configured: leads to the set-up', async () => {
    open({ hasSources: false, asked: 0, findings: [finding()] });
    expect(
      await screen.findByText('No metrics source is set up'),
    ).toBeVisible();
    await waitFor(() =>
      expect(screen.queryByRole('listitem')).not.toBeInTheDocument(),
    );
  });
});
