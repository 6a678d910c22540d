import {
  addressQuery,
  refusal,
  stopDate,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { NOW } from '../__fixtures__/checkoutEntity';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import {
  deadItem,
  inboxItem,
  inboxPage,
  unmatchedItem,
} from '../__fixtures__/inboxItems';
import { renderPage } from '../__testUtils__/renderPage';
import { InboxPage } from './InboxPage';

describe('the events inbox', () => {
  const render = (api = new FixtureStabilityApi(), query = '') =>
    renderPage(<InboxPage />, { api, query });
  const row = (name: RegExp) => screen.findByRole('row', { name });

  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it('counts deliveries by state, those that wait for somebody first', async () => {
    render();
    const states = await screen.findByRole('list', { name: 'Filter by state' });
    expect(
      within(states)
        .getAllByRole('button')
        .map(button => button.textContent),
    ).toEqual([
      '41 No service',
      '1 Unreadable',
      '0 Waiting',
      '1,204 Done',
      '318 Ignored',
    ]);
  });

  it('says what became of each delivery, and why', async () => {
    render();
    const unmatched = await row(/prices-prod Synced/);
    expect(unmatched).toHaveTextContent('argocd');
    expect(unmatched).toHaveTextContent('1 h 21 min ago');
    expect(unmatched).toHaveTextContent('No service');
    expect(unmatched).toHaveTextContent('add a mapping rule');
    expect(await row(/deployment_status/)).toHaveTextContent('checkout');
    expect(screen.getByText(/1\u20133 of 3/)).toBeVisible();
  });

  it('filters by state and takes it back', async () => {
    const api = new FixtureStabilityApi();
    const list = jest.spyOn(api, 'listInbox');
    render(api);
    await row(/deployment_status/);
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: '41 No service' }));
    await waitFor(() =>
      expect(screen.queryByText('deployment_status success')).toBeNull(),
    );
    expect(addressQuery().get('state')).toBe('unmatched');
    expect(list).toHaveBeenLastCalledWith(
      expect.objectContaining({ state: 'unmatched', limit: 25 }),
      expect.anything(),
    );
    await user.click(screen.getByRole('button', { name: '41 No service' }));
    expect(addressQuery().get('state')).toBeNull();
  });

  it('opens a delivery beside its page, and filters from the first one', async () => {
    const api = new FixtureStabilityApi();
    const list = jest.spyOn(api, 'listInbox');
    render(api, '?after=page-2');
    await row(/deployment_status/);
    expect(list).toHaveBeenLastCalledWith(
      expect.objectContaining({ cursor: 'page-2' }),
      expect.anything(),
    );
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(screen.getByText('deployment_status success'));
    await waitFor(() => expect(addressQuery().has('delivery')).toBe(true));
    expect(addressQuery().getAll('after')).toEqual(['page-2']);

    await user.click(
      screen.getByRole('button', { name: '41 No service', hidden: true }),
    );
    await waitFor(() => expect(addressQuery().get('state')).toBe('unmatched'));
    expect(addressQuery().has('after')).toBe(false);
  });

  it('tells which doors are open, what they heard and what they refused', async () => {
    render();
    const doors = await screen.findByRole('region', { name: 'Doors' });
    const [github, argocd, jenkins, gitlab] =
      within(doors).getAllByRole('listitem');
    expect(github).toHaveTextContent('githubOpen last heard 3 min 24 s ago');
    expect(argocd).toHaveTextContent(
      'Open last heard 1 h 21 min ago, 1,204 since 13 Nov12 refused since 13 Nov, the last 1 h 43 min ago: its signature or token fits no secret of stability.webhooks.argocd.secrets',
    );
    expect(jenkins).toHaveTextContent('nothing heard yet');
    expect(gitlab).toHaveTextContent(
      'Closed No secret is configured, so nothing is let in.',
    );
  });

  it('gives the reason that a door had to refuse', async () => {
    const recent = {
      since: '2026-11-13T00:00:00.000Z',
      heard: 0,
      refused: 2,
      lastRefusal: {
        at: '2026-11-19T08:23:24.000Z',
        because: "A body in 'gzip' is not read: send it as it is",
      },
    };
    render(
      new FixtureStabilityApi({
        inbox: inboxPage([inboxItem()], {
          sources: [
            { source: 'jenkins', configured: true, recent },
            { source: 'gitlab', configured: false, recent },
          ],
        }),
      }),
    );
    const doors = await screen.findByRole('region', { name: 'Doors' });
    const [jenkins, gitlab] = within(doors).getAllByRole('listitem');
    expect(jenkins).toHaveTextContent(
      "nothing heard yet2 refused since 13 Nov, the last 1 h ago: A body in 'gzip' is not read: send it as it is",
    );
    expect(gitlab).toHaveTextContent(
      '2 were sent away since 13 Nov, the last 1 h ago: the door is closed',
    );
    expect(gitlab).not.toHaveTextContent('gzip');
  });

  it('tells how to open a door', async () => {
    render();
    await row(/deployment_status/);
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Set up gitlab' }));
    expect(
      screen.getByRole('region', { name: 'Lines for app-config.yaml' }),
    ).toHaveTextContent("gitlab: secrets: ['${GITLAB_SECRET}']");
    expect(
      screen.getByText(
        'Then let gitlab deliver to /api/stability/webhooks/gitlab with that secret.',
      ),
    ).toBeVisible();
  });

  it('shows one delivery with its names and its body', async () => {
    render(undefined, `?delivery=${unmatchedItem.id}`);
    const drawer = await screen.findByRole('dialog', {
      name: 'prices-prod Synced',
    });
    expect(
      await within(drawer).findByText('Argo CD application'),
    ).toBeInTheDocument();
    expect(drawer).toHaveTextContent('prices-prod');
    expect(
      within(drawer).getByRole('region', { name: 'Body', hidden: true }),
    ).toHaveTextContent('"name": "prices-prod"');
    expect(drawer).toHaveTextContent('1 attempt');
  });

  it('says that a body is no longer kept, and that nothing can be mapped', async () => {
    const item = inboxItem({ identity: [], body: undefined });
    render(
      new FixtureStabilityApi({ inbox: inboxPage([item]) }),
      `?delivery=${item.id}`,
    );
    expect(
      await screen.findByText('Its body is no longer kept.'),
    ).toBeInTheDocument();
    expect(screen.getByText('It names no service.')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Map to a service', hidden: true }),
    ).toBeNull();
  });

  it('replays a delivery', async () => {
    const api = new FixtureStabilityApi();
    const replay = jest.spyOn(api, 'replay');
    render(api, `?delivery=${deadItem.id}`);
    const button = await screen.findByRole('button', {
      name: 'Replay',
      hidden: true,
    });
    jest.useRealTimers();
    await userEvent.click(button);
    expect(replay).toHaveBeenCalledWith(deadItem.id);
    expect(
      await screen.findByText('It waits to be read again.'),
    ).toBeInTheDocument();
  });

  it('lists rules with who made them, and removes one', async () => {
    const api = new FixtureStabilityApi({
      rules: [
        {
          id: 'r-1',
          source: 'argocd',
          when: [{ type: 'argocd-app', pattern: 'prices-*' }],
          entityRef: 'component:default/prices',
          createdBy: 'user:default/maja-wrona',
          createdAt: NOW,
        },
      ],
    });
    const remove = jest.spyOn(api, 'removeRule');
    render(api);
    expect(
      await screen.findByText(
        'argocd: Argo CD application prices-* means prices',
      ),
    ).toBeVisible();
    expect(screen.getByText('by maja-wrona, 19 Nov')).toBeVisible();
    jest.useRealTimers();
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove the rule for prices' }),
    );
    expect(remove).toHaveBeenCalledWith('r-1');
  });

  it('says what to do where nothing was ever delivered', async () => {
    render(new FixtureStabilityApi({ inbox: inboxPage([]) }));
    expect(
      await screen.findByText('Nothing has been delivered yet'),
    ).toBeVisible();
    expect(screen.getByRole('region', { name: 'Doors' })).toBeVisible();
  });

  it('says that none is in this state, and shows all again', async () => {
    render(
      new FixtureStabilityApi({ inbox: inboxPage([inboxItem()]) }),
      '?state=dead',
    );
    expect(
      await screen.findByText('No delivery is in this state'),
    ).toBeVisible();
    jest.useRealTimers();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all deliveries' }),
    );
    expect(await row(/deployment_status/)).toBeVisible();
  });

  it.each([
    [403, 'Reading this needs stability.inbox.manage.'],
    [503, 'The events inbox could not be read'],
  ])('says why it cannot be read: %p', async (status, text) => {
    const api = new FixtureStabilityApi();
    const error = await refusal(status);
    jest.spyOn(api, 'listInbox').mockRejectedValue(error);
    render(api);
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('can be read by everybody', async () => {
    const { container } = render();
    await row(/prices-prod/);
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});
