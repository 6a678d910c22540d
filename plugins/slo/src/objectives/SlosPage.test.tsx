import { POLL_SECONDS } from '@plimsoll/plugin-plimsoll-react';
import {
  addressQuery,
  refusal,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import {
  SLO_STATES,
  type ListObjectivesRequest,
} from '@plimsoll/plugin-slo-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { renderPage } from '../__testUtils__/renderPage';

describe('the page of all objectives', () => {
  const later = window.setTimeout;
  afterEach(() => {
    window.setTimeout = later;
  });
  const everyState = () => SLO_STATES.map(objectiveInState);

  function open(api: FixtureSloApi, query?: string) {
    const list = jest.spyOn(api, 'listObjectives');
    const view = renderPage({ api, query });
    const asked = (): ListObjectivesRequest | undefined =>
      list.mock.calls.at(-1)?.[0];
    return { ...view, list, asked };
  }
  const row = (name: string | RegExp) => screen.findByRole('row', { name });

  it('lists all objectives in the order of the backend', async () => {
    const { asked, container } = open(new FixtureSloApi(everyState()));
    await row(/Availability/);
    const [, ...rows] = screen.getAllByRole('row');
    const names = everyState().map(({ displayName }) => displayName);
    expect(rows).toHaveLength(names.length);
    rows.forEach((one, index) => expect(one).toHaveTextContent(names[index]));
    expect(asked()).toMatchObject({ sort: 'worst', limit: 25 });

    expect(rows[0]).toHaveTextContent('\u221212.6%');
    expect(rows[0]).toHaveTextContent('95%30 days, rolling');
    expect(rows[1]).toHaveTextContent('384\u00d7');
    expect(rows[7]).toHaveTextContent('52.4%');
    expect(rows[7]).toHaveTextContent('checkout \u00b7 payments-crew');
    expect(
      within(rows[7]).getByRole('link', { name: 'Availability' }),
    ).toHaveAttribute(
      'href',
      `/catalog/default/component/checkout/slos?${new URLSearchParams({
        objective: 'slo:default/ok#ok',
      })}`,
    );
    expect(screen.getByText('1\u20138 of 8')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('counts what is in trouble, and each state', async () => {
    open(
      new FixtureSloApi([
        ...everyState(),
        { ...objectiveInState('burning'), objective: 'second' },
      ]),
    );
    await row(/Availability/);
    expect(screen.getByText('Objectives in trouble')).toBeVisible();
    expect(screen.getByText('3')).toBeVisible();
    expect(screen.getByText('of 9')).toBeVisible();
    const states = within(
      screen.getByRole('list', { name: 'Filter by state' }),
    );
    expect(
      states.getAllByRole('button').map(button => button.textContent),
    ).toEqual([
      '1Exhausted',
      '2Burning',
      '1Unknown',
      '1No data',
      '1Too few events',
      '1Warming up',
      '1No traffic',
      '1OK',
    ]);
  });

  it('filters by states, which stand in the address', async () => {
    const user = userEvent.setup();
    const { asked } = open(new FixtureSloApi(everyState()));
    await row(/Availability/);
    const burning = screen.getByRole('button', { name: /1\s*Burning/ });
    await user.click(burning);
    await user.click(screen.getByRole('button', { name: /1\s*Exhausted/ }));

    await waitFor(() =>
      expect(asked()?.state).toEqual(['burning', 'exhausted']),
    );
    expect(addressQuery().getAll('state')).toEqual(['burning', 'exhausted']);
    await waitFor(() =>
      expect(screen.queryByText('Availability')).not.toBeInTheDocument(),
    );
    expect(burning).toHaveAttribute('aria-pressed', 'true');

    await user.click(burning);
    await waitFor(() => expect(asked()?.state).toEqual(['exhausted']));
  });

  it('searches once typing pauses, and says when nothing matches', async () => {
    const user = userEvent.setup();
    const { asked, list } = open(new FixtureSloApi(everyState()));
    await row(/Availability/);
    await user.type(
      screen.getByRole('searchbox', { name: 'Search objectives' }),
      'nowhere',
    );
    expect(
      await screen.findByRole('heading', { name: 'No objective matches' }),
    ).toBeVisible();
    expect(asked()?.q).toBe('nowhere');
    expect(addressQuery().get('q')).toBe('nowhere');
    // Not a request a letter.
    expect(list.mock.calls.length).toBeLessThan('nowhere'.length);

    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await row(/Availability/);
    expect(asked()?.q).toBeUndefined();
    expect(addressQuery().toString()).toBe('');
    expect(
      screen.getByRole('searchbox', { name: 'Search objectives' }),
    ).toHaveValue('');
  });

  it('sorts by a column, first one way and then the other', async () => {
    const user = userEvent.setup();
    const { asked } = open(new FixtureSloApi(everyState()));
    await row(/Availability/);
    const head = screen.getByRole('columnheader', { name: /Budget left/ });
    await user.click(head);
    await waitFor(() => expect(asked()?.sort).toBe('budget'));
    expect(addressQuery().get('sort')).toBe('budget');
    await user.click(screen.getByRole('columnheader', { name: /Budget left/ }));
    await waitFor(() => expect(asked()?.sort).toBe('-budget'));
    expect(addressQuery().get('sort')).toBe('-budget');
  });

  it('chooses an owner out of those that there are', async () => {
    const user = userEvent.setup();
    const { asked } = open(new FixtureSloApi(everyState()));
    await row(/Availability/);
    await user.click(screen.getByRole('button', { name: /Owner/ }));
    await user.click(await screen.findByRole('option', { name: 'web' }));
    await waitFor(() => expect(asked()?.owner).toBe('group:default/web'));
    expect(addressQuery().get('owner')).toBe('group:default/web');

    await user.click(screen.getByRole('button', { name: /Owner/ }));
    await user.click(await screen.findByRole('option', { name: 'Any owner' }));
    await waitFor(() => expect(asked()?.owner).toBeUndefined());
  });

  it('opens as an address says that somebody was sent', async () => {
    const { list } = open(
      new FixtureSloApi(everyState()),
      '?q=avail&state=ok&kind=ratio&system=system:default/purchase&sort=-burn',
    );
    await row(/Availability/);
    expect(list.mock.calls[0][0]).toEqual({
      q: 'avail',
      state: ['ok'],
      kind: 'ratio',
      system: 'system:default/purchase',
      owner: undefined,
      sort: '-burn',
      limit: 25,
      cursor: undefined,
    });
    expect(
      screen.getByRole('searchbox', { name: 'Search objectives' }),
    ).toHaveValue('avail');
  });

  it('walks pages there and back, and starts over with another filter', async () => {
    const user = userEvent.setup();
    const api = new FixtureSloApi(everyState(), {
      totalItems: 58,
      pageInfo: { nextCursor: 'page-2' },
    });
    const { asked } = open(api);
    await row(/Availability/);
    const previous = () => screen.getByRole('button', { name: /previous/i });
    expect(previous()).toBeDisabled();
    await user.click(screen.getByRole('button', { name: /next/i }));
    await waitFor(() => expect(asked()?.cursor).toBe('page-2'));
    expect(await screen.findByText('26\u201333 of 58')).toBeVisible();

    await user.click(previous());
    expect(await screen.findByText('1\u20138 of 58')).toBeVisible();
    expect(asked()?.cursor).toBeUndefined();

    await user.click(screen.getByRole('button', { name: /next/i }));
    await waitFor(() => expect(asked()?.cursor).toBe('page-2'));
    await user.click(screen.getByRole('button', { name: /1\s*Burning/ }));
    await waitFor(() =>
      expect(asked()).toMatchObject({
        state: ['burning'],
        cursor: undefined,
      }),
    );
  });

  it('opens the page that its address names, with the way back', async () => {
    const user = userEvent.setup();
    const { asked } = open(
      new FixtureSloApi(everyState(), { totalItems: 58 }),
      '?after=page-2&after=page-3',
    );
    expect(await screen.findByText('51\u201358 of 58')).toBeVisible();
    expect(asked()?.cursor).toBe('page-3');
    await user.click(screen.getByRole('button', { name: /previous/i }));
    await waitFor(() => expect(asked()?.cursor).toBe('page-2'));
    expect(addressQuery().getAll('after')).toEqual(['page-2']);
  });

  it('tells names that several documents claim', async () => {
    const user = userEvent.setup();
    const twice = 'url:https://git.example.com/b/slo.yaml';
    const { container } = open(
      new FixtureSloApi([objectiveStatus()], {
        conflicts: [
          {
            entityRef: 'slo:default/same-name',
            kept: 'url:https://git.example.com/a/slo.yaml',
            ignored: [twice],
            seenAt: '2026-11-19T09:00:00.000Z',
          },
          {
            entityRef: 'slo:default/in-one-file',
            kept: twice,
            ignored: [twice],
            seenAt: '2026-11-19T09:00:00.000Z',
          },
        ],
      }),
    );
    await user.click(
      await screen.findByText('2 names are claimed by several documents'),
    );
    expect(screen.getByText('same-name')).toBeVisible();
    expect(
      screen.getByText('Measured: url:https://git.example.com/a/slo.yaml'),
    ).toBeVisible();
    expect(screen.getByText(`Not measured: ${twice}`)).toBeVisible();
    expect(
      screen.getByText(/holds the name more than once; its last document/),
    ).toHaveTextContent(twice);
    await row(/Availability/);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('tells documents that the catalog refuses, with the place and what is wrong', async () => {
    const user = userEvent.setup();
    const { container } = open(
      new FixtureSloApi([objectiveStatus()], {
        refusedDocuments: [
          {
            ref: 'slo:default/broken',
            location: 'url:https://git.example.com/b/slo.yaml',
            errors: [
              { path: 'spec.objectives[0].target', message: 'is 99.9' },
              { message: 'and 3 more' },
            ],
            seenAt: '2026-11-19T09:00:00.000Z',
          },
          {
            location: 'url:https://git.example.com/c/slo.yaml',
            errors: [{ message: 'YAML error' }],
            seenAt: '2026-11-19T09:00:00.000Z',
          },
        ],
        totalRefusedDocuments: 102,
      }),
    );
    await user.click(
      await screen.findByText('The catalog refuses 102 documents'),
    );
    expect(screen.getByText('broken')).toBeVisible();
    expect(
      screen.getByText('In url:https://git.example.com/b/slo.yaml'),
    ).toBeVisible();
    expect(screen.getByText('spec.objectives[0].target')).toBeVisible();
    expect(screen.getByText('is 99.9')).toBeVisible();
    expect(screen.getByText('A file as a whole')).toBeVisible();
    expect(screen.getByText('YAML error')).toBeVisible();
    expect(screen.getByText('and 100 more documents')).toBeVisible();
    await row(/Availability/);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says which source does not answer, and keeps the values', async () => {
    open(
      new FixtureSloApi([objectiveInState('unknown')], {
        sources: [
          {
            name: 'prometheus-main',
            type: 'prometheus',
            demo: false,
            up: false,
            downSince: '2026-11-19T09:10:12.000Z',
          },
          { name: 'mimir', type: 'prometheus', demo: false, up: false },
          { name: 'fine', type: 'prometheus', demo: false, up: true },
        ],
      }),
    );
    expect(
      await screen.findByText(
        /^prometheus-main has not answered since .*10:12/,
      ),
    ).toBeVisible();
    expect(screen.getByText('mimir does not answer.')).toBeVisible();
    expect(screen.queryByText(/^fine/)).not.toBeInTheDocument();
    expect(await row(/Deployment stability/)).toHaveTextContent('52.4%');
  });

  it('says that numbers are made up where a source says so', async () => {
    open(
      new FixtureSloApi([objectiveStatus({ demo: true })], {
        sources: [{ name: 'demo', type: 'demo', demo: true, up: true }],
      }),
    );
    await row(/Availability/);
    expect(screen.getByText('Demo data')).toBeVisible();
  });

  it('shows a first document where there is no objective at all', async () => {
    open(new FixtureSloApi([]));
    expect(
      await screen.findByRole('heading', { name: 'No objective yet' }),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'No objective yet' }),
    ).toHaveTextContent('apiVersion: openslo/v1');
    expect(screen.queryByRole('search')).not.toBeInTheDocument();
  });

  it('names what is missing where nothing can measure', async () => {
    open(new FixtureSloApi([objectiveStatus()], { sources: [] }));
    expect(
      await screen.findByRole('heading', {
        name: 'No metrics source is set up',
      }),
    ).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says that it may not be seen', async () => {
    const api = new FixtureSloApi([objectiveStatus()]);
    const refused = await refusal(403);
    api.listObjectives = async () => Promise.reject(refused);
    open(api);
    expect(
      await screen.findByRole('heading', {
        name: 'You may not see these objectives',
      }),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('says that the backend is down, and tries the same question again', async () => {
    const user = userEvent.setup();
    const refused = await refusal(503);
    const { list, asked } = open(new FixtureSloApi([objectiveStatus()]));
    await row(/Availability/);
    list.mockRejectedValueOnce(refused);
    await user.click(screen.getByRole('columnheader', { name: /Objective/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The slo backend answered 503.',
    );
    expect(addressQuery().get('sort')).toBe('name');

    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await row(/Availability/);
    expect(asked()?.sort).toBe('name');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('keeps the filters usable when what they ask for cannot be read', async () => {
    const user = userEvent.setup();
    const refused = await refusal(503);
    const { list, asked } = open(new FixtureSloApi(everyState()));
    await row(/Availability/);
    list.mockRejectedValueOnce(refused);
    await user.click(screen.getByRole('button', { name: /1\s*Burning/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The slo backend answered 503.',
    );
    expect(screen.queryByRole('row')).not.toBeInTheDocument();
    // Numbers of another question would be wrong here.
    const burning = screen.getByRole('button', { name: 'Burning' });
    expect(burning).toHaveAttribute('aria-pressed', 'true');
    expect(screen.queryByText('of 8')).not.toBeInTheDocument();
    expect(
      screen.getByRole('searchbox', { name: 'Search objectives' }),
    ).toBeVisible();

    await user.click(burning);
    await row(/Availability/);
    expect(asked()?.state).toBeUndefined();
    expect(screen.getByText('of 8')).toBeVisible();
  });

  it('greys the rows, and says how old they are, while reading them again fails', async () => {
    const refused = await refusal(503);
    let inAMinute = () => {};
    window.setTimeout = ((run: () => void, milliseconds?: number) => {
      if (milliseconds === POLL_SECONDS * 1000) {
        inAMinute = run;
      }
      return later(run, milliseconds);
    }) as typeof later;
    const { list } = open(new FixtureSloApi(everyState()));
    await row(/Availability/);
    const rows = () => screen.getAllByRole('row')[0].closest('[aria-busy]');
    expect(rows()).not.toHaveAttribute('data-outdated');

    list.mockRejectedValue(refused);
    act(() => inAMinute());
    expect(await screen.findByText(/^Could not be refreshed/)).toBeVisible();
    expect(rows()).toHaveAttribute('data-outdated', 'true');
    expect(await row(/Availability/)).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
