import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  type ServiceWiring,
  WIRING_CHECKS,
  WIRING_SENTENCES,
  WIRING_STEPS,
  type WiringLine,
} from '@plimsoll/plugin-golden-path-common';
import {
  refusal,
  speakBritish,
  stopDate,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { goldenPathApiRef } from '../api';
import { WiringCard } from './WiringCard';
import { wiringMessages } from './wiringMessages';

const SINCE = '2026-11-19T09:58:00.000Z';
const SOURCE = 'https://git.example/shopkart/gift-cards/src/branch/main/';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'gift-cards',
    namespace: 'default',
    annotations: {
      'backstage.io/source-location': `url:${SOURCE}`,
      'backstage.io/template-version': '1.4.0',
      'argocd/app-name': 'gift-cards-staging,gift-cards-production',
      'plimsoll.dev/runbook-url': `${SOURCE}docs/runbook.md`,
    },
    links: [
      { url: 'https://git.example/shopkart/gift-cards', title: 'Repository' },
    ],
  },
  spec: { type: 'service', scaffoldedFrom: 'template:default/fastapi-service' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/loyalty' }],
};

const line = (
  id: WiringLine['id'],
  rest: Partial<WiringLine> = {},
): WiringLine => ({
  id,
  state: 'done',
  since: SINCE,
  sentences: [],
  steps: [],
  ...rest,
});

const open: Partial<Record<WiringLine['id'], Partial<WiringLine>>> = {
  owner: {
    state: 'missing',
    sentences: [{ code: 'owner-no-on-call', params: { owner: 'loyalty' } }],
    steps: [
      { code: 'edit-catalog-info', href: 'https://git.example/edit' },
      { code: 'open-owner' },
    ],
  },
  cost: {
    state: 'waiting',
    dueAt: '2026-11-20T06:00:00.000Z',
    sentences: [{ code: 'cost-due', params: { label: 'service=gift-cards' } }],
  },
  metrics: {
    sentences: [
      {
        code: 'metrics-arrive',
        params: { count: 3, measuredSeconds: 1_200, requests: 1_820 },
      },
    ],
  },
};

const proof = (rest: Partial<ServiceWiring> = {}): ServiceWiring => ({
  entityRef: 'component:default/gift-cards',
  template: { ref: 'template:default/fastapi-service', version: '1.4.0' },
  knownSince: SINCE,
  checkedAt: '2026-11-19T10:23:30.000Z',
  everySeconds: 60,
  lines: WIRING_CHECKS.map(id => line(id, open[id])),
  deployment: { version: 'v0.1.0', environment: 'production', at: SINCE },
  ...rest,
});

const wired = proof({
  everySeconds: 3_600,
  lines: WIRING_CHECKS.map(id =>
    line(id, id === 'alerts' ? { state: 'not-configured' } : {}),
  ),
});

function show(
  getWiring: () => Promise<ServiceWiring>,
  actions: Partial<Record<'checkWiring' | 'sendTestAlert', jest.Mock>> = {},
) {
  speakBritish();
  const api = { getWiring, ...actions };
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <div data-testid="place">
        <WiringCard />
      </div>
    </EntityProvider>,
    {
      apis: [[goldenPathApiRef, api as never]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

const card = () => screen.findByRole('region', { name: 'Wiring' });

describe('the wiring of a new service', () => {
  beforeEach(() => stopDate('2026-11-19T10:24:00.000Z'));
  afterEach(() => jest.useRealTimers());

  it('answers first: how far it is, and what went out', async () => {
    show(async () => proof());
    expect(
      await screen.findByRole('region', { name: 'How far it is wired' }),
    ).toHaveTextContent(
      /7 of 9 wired1 needs you1 comes by itselfv0\.1\.0 went out 26 min ago/,
    );
    expect(
      within(await card()).getByRole('img', { name: '7 of 9 wired' }),
    ).toBeVisible();
  });

  it('puts what is open first, with what to do', async () => {
    show(async () => proof());
    const rows = within(await card()).getAllByRole('listitem');
    expect(rows).toHaveLength(9);
    expect(rows[0]).toHaveTextContent(
      /Owner can be calledMissingfor 26 minNobody is on call: neither the entity nor loyalty has pagerduty/,
    );
    expect(
      within(rows[0]).getByRole('link', { name: 'Edit catalog-info.yaml' }),
    ).toHaveAttribute('href', 'https://git.example/edit');
    expect(
      within(rows[0]).getByRole('link', { name: 'Open the owner' }),
    ).toHaveAttribute('href', '/catalog/default/group/loyalty');
    expect(rows[1]).toHaveTextContent(
      /Cost is labelledWaitingdue in 19 h 36 minIts label is service=gift-cards/,
    );
    expect(rows[2]).toHaveTextContent('Catalog entity is complete26 min ago');
    expect(await card()).toHaveTextContent(
      '1,820 requests counted, measured for 20 min',
    );
  });

  it('says what was made, and where', async () => {
    show(async () => proof());
    const made = await screen.findByRole('region', { name: 'Made for you' });
    expect(
      within(made).getByRole('link', { name: 'shopkart/gift-cards' }),
    ).toHaveAttribute('href', 'https://git.example/shopkart/gift-cards');
    expect(
      within(made).getByRole('link', { name: 'fastapi-service 1.4.0' }),
    ).toHaveAttribute('href', '/catalog/default/template/fastapi-service');
    expect(made).toHaveTextContent('gift-cards-staging, gift-cards-production');
  });

  it('checks now, and shows what was found', async () => {
    const checkWiring = jest.fn(async () => ({
      ...wired,
      checkedAt: '2026-11-19T10:24:00.000Z',
    }));
    show(async () => proof(), { checkWiring });
    jest.useRealTimers();
    await userEvent.click(
      within(await card()).getByRole('button', { name: 'Check now' }),
    );
    expect(checkWiring).toHaveBeenCalledWith('component:default/gift-cards');
    expect(await screen.findByText(/^Everything is wired/)).toBeVisible();
  });

  it('fires a test alert, and says when it may not', async () => {
    const sendTestAlert = jest.fn(async () => {
      throw await refusal(403);
    });
    show(async () => proof(), { sendTestAlert });
    await card();
    jest.useRealTimers();
    await userEvent.click(
      screen.getByRole('button', { name: 'Fire a test alert' }),
    );
    expect(sendTestAlert).toHaveBeenCalledWith('component:default/gift-cards', {
      severity: 'critical',
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It needs golden-path.wiring.check',
    );
  });

  it('folds into one line when all is wired, and says what is not set up', async () => {
    show(async () => wired);
    expect(await card()).toHaveTextContent(
      /^Everything is wired, checked .* ago1 is not set up in this portalShow the checks$/,
    );
    expect(screen.queryByText('Made for you')).toBeNull();
    jest.useRealTimers();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the checks' }),
    );
    expect(screen.getAllByRole('listitem')).toHaveLength(9);
  });

  it('says that it is checked for the first time', async () => {
    const { checkedAt: _, ...young } = proof({ lines: [] });
    show(async () => young);
    expect(await card()).toHaveTextContent('checked for the first time');
    expect(screen.queryByText(/0 of 0/)).toBeNull();
  });

  it('takes no room where no backend answers, and says when it fails', async () => {
    const absent = await refusal(404);
    const { unmount } = show(() => Promise.reject(absent));
    await act(async () => {});
    expect(screen.getByTestId('place')).toBeEmptyDOMElement();
    unmount();
    const broken = await refusal(503);
    show(() => Promise.reject(broken));
    expect(
      await screen.findByText('The wiring could not be read'),
    ).toBeVisible();
  });

  it('can be read by everybody', async () => {
    const { container } = show(async () => proof());
    await card();
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('the words', () => {
  const { says, step } = wiringMessages.wiring;
  it('are there for everything that checks say', () => {
    const said = new Set(
      Object.keys(says).map(key => key.replace(/_(one|other)$/, '')),
    );
    expect([...said].sort()).toEqual([...WIRING_SENTENCES].sort());
    expect(Object.keys(step).sort()).toEqual([...WIRING_STEPS].sort());
  });
});
