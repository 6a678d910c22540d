import {
  addressQuery,
  layOutAt,
  refusal,
  stopDate,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { StabilityApi } from '@plimsoll/plugin-stability-common';
import { NOW } from '../__fixtures__/checkoutEntity';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import {
  inboxItem,
  inboxPage,
  unmatchedItem,
} from '../__fixtures__/inboxItems';
import { renderPage } from '../__testUtils__/renderPage';
import { InboxPage } from './InboxPage';

describe('mapping a delivery that matched no service', () => {
  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  /** Opens the delivery and from it the rule in the making. */
  async function open(api: FixtureStabilityApi) {
    renderPage(<InboxPage />, { api, query: `?delivery=${unmatchedItem.id}` });
    const map = await screen.findByRole('button', {
      name: 'Map to a service',
      hidden: true,
    });
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(map);
    const dialog = await screen.findByRole('dialog', {
      name: 'Which service is this?',
    });
    return { user, dialog };
  }
  const button = (dialog: HTMLElement, name: string) =>
    within(dialog).getByRole('button', { name });

  it('tries the rule, saves it, closes and reads the inbox again', async () => {
    const api = new FixtureStabilityApi();
    const preview = jest.spyOn<StabilityApi, 'previewRule'>(api, 'previewRule');
    const add = jest.spyOn(api, 'addRule');
    const list = jest.spyOn(api, 'listInbox');
    const { user, dialog } = await open(api);
    expect(button(dialog, 'Dry run')).toBeDisabled();
    expect(button(dialog, 'Save and replay')).toBeDisabled();

    await user.type(
      within(dialog).getByRole('textbox', { name: 'Service' }),
      'prices',
    );
    await user.click(button(dialog, 'Dry run'));
    expect(
      await within(dialog).findByText('Would match 41 events.'),
    ).toBeVisible();
    expect(within(dialog).getByRole('status')).toHaveTextContent(
      /argocd \u00b7 prices-prod Synced/,
    );
    expect(preview.mock.calls[0][0]).toMatchObject({
      source: 'argocd',
      entityRef: 'component:default/prices',
    });
    expect(add).not.toHaveBeenCalled();

    const before = list.mock.calls.length;
    await user.click(button(dialog, 'Save and replay'));
    expect(add.mock.calls[0][0]).toEqual(preview.mock.calls[0][0]);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    await waitFor(() => expect(list.mock.calls.length).toBeGreaterThan(before));
  });

  it('stays open where the dry run is refused', async () => {
    const api = new FixtureStabilityApi();
    const error = await refusal(403);
    jest.spyOn(api, 'previewRule').mockRejectedValue(error);
    const { user, dialog } = await open(api);
    await user.type(
      within(dialog).getByRole('textbox', { name: 'Service' }),
      'prices',
    );
    await user.click(button(dialog, 'Dry run'));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'You may not do this. It needs stability.inbox.manage.',
    );
    expect(button(dialog, 'Save and replay')).toBeDisabled();
  });

  it('changes nothing when it is given up', async () => {
    const api = new FixtureStabilityApi();
    const add = jest.spyOn(api, 'addRule');
    const { user, dialog } = await open(api);
    await user.click(button(dialog, 'Cancel'));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(add).not.toHaveBeenCalled();
  });
});

describe('what else is said about a delivery', () => {
  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it('is that it could not be replayed', async () => {
    const api = new FixtureStabilityApi();
    const error = await refusal(503);
    jest.spyOn(api, 'replay').mockRejectedValue(error);
    renderPage(<InboxPage />, { api, query: `?delivery=${unmatchedItem.id}` });
    const replay = await screen.findByRole('button', {
      name: 'Replay',
      hidden: true,
    });
    jest.useRealTimers();
    await userEvent.click(replay);
    expect(
      await screen.findByText(
        'This could not be saved. Nothing has changed; try again.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText('It waits to be read again.')).toBeNull();
  });

  it('is that it cannot be read', async () => {
    const api = new FixtureStabilityApi();
    const error = await refusal(503);
    jest.spyOn(api, 'getInboxItem').mockRejectedValue(error);
    renderPage(<InboxPage />, { api, query: '?delivery=gone' });
    expect(
      await screen.findByText('This delivery could not be read'),
    ).toBeInTheDocument();
    // The list beside it stands.
    expect(screen.getByText('prices-prod Synced')).toBeInTheDocument();
  });

  it('is that its door has been silent for longer than a week', async () => {
    const heard = (source: string, lastReceivedAt: string) => ({
      source,
      configured: true,
      lastReceivedAt,
    });
    const api = new FixtureStabilityApi({
      inbox: inboxPage([inboxItem()], {
        sources: [
          heard('github', '2026-11-12T09:00:00.000Z'),
          heard('argocd', '2026-11-12T10:00:00.000Z'),
        ],
      }),
    });
    renderPage(<InboxPage />, { api });
    const doors = await screen.findByRole('region', { name: 'Doors' });
    const [github, argocd] = within(doors).getAllByRole('listitem');
    expect(github).toHaveTextContent('githubSilent for 7 d');
    expect(argocd).toHaveTextContent('argocdOpen last heard 12 Nov');
  });
});

describe('deliveries on a phone', () => {
  it('are cards that say what became of them, and open', async () => {
    stopDate(NOW);
    const undo = layOutAt(340);
    renderPage(<InboxPage />, { api: new FixtureStabilityApi() });
    const name = await screen.findByRole('button', {
      name: 'prices-prod Synced',
    });
    undo();
    const card = name.closest('li');
    expect(card).toHaveTextContent(/prices-prod Synced.*No service.*argocd, /);
    expect(screen.queryByRole('grid')).toBeNull();
    expect(name).toHaveAttribute('aria-expanded', 'false');
    jest.useRealTimers();
    await userEvent.click(name);
    expect(addressQuery().get('delivery')).toBe(unmatchedItem.id);
  });
});
