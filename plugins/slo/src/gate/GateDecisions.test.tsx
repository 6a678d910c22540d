import type { GateDecision, Page } from '@plimsoll/plugin-slo-common';
import { refusal } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { checkoutEntity } from '../__fixtures__/checkoutEntity';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { gateDecision } from '../__fixtures__/gateDecision';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { GateDecisions } from './GateDecisions';

function open(answer: Partial<Page<GateDecision>> | Error) {
  const api = new FixtureSloApi([]);
  const list = jest.spyOn(api, 'listGateDecisions');
  if (answer instanceof Error) {
    list.mockRejectedValue(answer);
  } else {
    list.mockResolvedValue({
      items: [],
      totalItems: answer.items?.length ?? 0,
      pageInfo: {},
      ...answer,
    });
  }
  return {
    list,
    ...renderForEntity(<GateDecisions entity={checkoutEntity} />, { api }),
  };
}

describe('decisions of the gate', () => {
  it('say what was decided, when, for whom and why', async () => {
    const { list, container } = open({
      items: [
        gateDecision(),
        gateDecision({
          id: '6',
          verdict: 'allow',
          askedBy: 'user:default/jane',
          reasons: [
            { code: 'budget-left', verdict: 'allow', message: 'Enough left' },
          ],
        }),
      ],
    });
    expect(await screen.findByText('Blocked')).toBeVisible();
    expect(screen.getByText('Allowed')).toBeVisible();
    expect(screen.getAllByText(/^1 h ago$/)).toHaveLength(2);
    expect(screen.getByText('Asked by external:github-actions')).toBeVisible();
    expect(screen.getByText('Asked by jane')).toBeVisible();
    expect(
      screen.getByText('Availability: its error budget is spent (-4 % left)'),
    ).toBeVisible();
    const other = screen.getByText(/^Latency: 71\.8 %/);
    expect(other).not.toBeVisible();
    await userEvent.click(screen.getByText('and 1 more reason'));
    expect(other).toBeVisible();
    expect(list.mock.calls[0]).toEqual([
      { entityRef: 'component:default/checkout', cursor: undefined, limit: 5 },
      { signal: expect.any(AbortSignal) },
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('go on to older ones', async () => {
    const { list } = open({
      items: [gateDecision()],
      totalItems: 9,
      pageInfo: { nextCursor: 'older' },
    });
    await screen.findByText('Blocked');
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    expect(list.mock.calls.at(-1)?.[0]).toMatchObject({ cursor: 'older' });
  });

  it('say how a pipeline asks when none has', async () => {
    open({});
    expect(await screen.findByText('No release has asked yet')).toBeVisible();
    expect(
      screen.getByText(/gate\?entityRef=component:default\/checkout/),
    ).toBeVisible();
  });

  it('can be read again after an error, and name the permission', async () => {
    const { list, unmount } = open(await refusal(503));
    const again = await screen.findByRole('button', { name: 'Try again' });
    list.mockResolvedValue({
      items: [gateDecision()],
      totalItems: 1,
      pageInfo: {},
    });
    await userEvent.click(again);
    expect(await screen.findByText('Blocked')).toBeVisible();
    unmount();
    open(await refusal(403));
    expect(
      await screen.findByText('You may not see these decisions'),
    ).toBeVisible();
  });
});
