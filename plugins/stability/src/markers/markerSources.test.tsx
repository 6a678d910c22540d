import {
  translationApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { render } from '@testing-library/react';
import type { MarkerRequest } from '@plimsoll/plugin-plimsoll-react';
import { stabilityApiRef } from '../api';
import { CHECKOUT } from '../__fixtures__/checkoutEntity';
import { checkoutDeployments } from '../__fixtures__/checkoutDeployments';
import { openIncident, redisIncident } from '../__fixtures__/checkoutIncidents';
import { deployment } from '../__fixtures__/deployment';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { deploymentMarks, incidentMarks } from '.';

/** An app's APIs, the stability client among them or not. */
function holding(api: FixtureStabilityApi | undefined): ApiHolder {
  const apis = new Map<string, unknown>([
    [stabilityApiRef.id, api],
    [translationApiRef.id, mockApis.translation()],
  ]);
  return { get: ref => apis.get(ref.id) } as ApiHolder;
}

describe('marks for the time axis', () => {
  const request = (api: FixtureStabilityApi | undefined): MarkerRequest => ({
    entityRef: CHECKOUT,
    from: new Date('2026-10-20T00:00:00.000Z'),
    to: new Date('2026-11-20T00:00:00.000Z'),
    signal: new AbortController().signal,
    apis: holding(api),
  });

  it('has one for each deployment, with its verdict and a way to it', async () => {
    const marks = await deploymentMarks.load(
      request(new FixtureStabilityApi()),
    );
    expect(marks).toHaveLength(checkoutDeployments.length);
    expect(marks.map(({ kind }) => kind).slice(8, 13)).toEqual([
      'clean',
      'rollback',
      'failed',
      'clean',
      'prevented',
    ]);
    const failed = marks[10];
    expect(failed).toMatchObject({
      at: new Date('2026-11-03T13:06:10.000Z'),
      title: 'v2.31.0, failed, Cart entries in MessagePack (#1842)',
      href: '/catalog/default/component/checkout/stability?deployment=d-v2.31.0',
      callout: 'v2.31.0',
    });
    expect(marks[0].callout).toBeUndefined();
    const { container } = render(<svg>{failed.glyph}</svg>);
    expect(container.querySelector('[data-verdict="failed"]')).not.toBeNull();
  });

  it('has none for what is no deployment', async () => {
    const again = deployment({ version: 'v1' });
    const marks = await deploymentMarks.load(
      request(
        new FixtureStabilityApi({
          deployments: [
            { ...again, verdict: { ...again.verdict, name: 'not-counted' } },
          ],
        }),
      ),
    );
    expect(marks).toEqual([]);
  });

  it('reads all pages of the range', async () => {
    const api = new FixtureStabilityApi();
    const list = jest
      .spyOn(api, 'listDeployments')
      .mockImplementation(async ({ cursor }) => ({
        items: [deployment({ version: cursor ?? 'v1' })],
        totalItems: 2,
        pageInfo: { nextCursor: cursor ? undefined : 'v2' },
      }));
    const marks = await deploymentMarks.load(request(api));
    expect(marks.map(({ id }) => id)).toEqual(['d-v1', 'd-v2']);
    expect(list.mock.calls[0][0]).toEqual({
      entityRef: CHECKOUT,
      environment: 'production',
      from: '2026-10-20T00:00:00.000Z',
      to: '2026-11-20T00:00:00.000Z',
      limit: 100,
      cursor: undefined,
    });
  });

  it('has one for each incident; open ones are of another kind', async () => {
    const marks = await incidentMarks.load(
      request(
        new FixtureStabilityApi({ incidents: [redisIncident, openIncident] }),
      ),
    );
    expect(marks).toMatchObject([
      {
        at: new Date('2026-11-03T13:10:05.000Z'),
        kind: 'resolved',
        title: 'INC-482, Redis cannot read cart entries',
        href: '/catalog/default/component/checkout/stability',
      },
      { kind: 'open' },
    ]);
  });

  it.each([deploymentMarks, incidentMarks])(
    'has none where the client is missing',
    async source => {
      expect(await source.load(request(undefined))).toEqual([]);
    },
  );

  it.each([
    [deploymentMarks, 'Deployments'],
    [incidentMarks, 'Incidents'],
  ])('names its lane in the words of the plugin', async ({ title }, name) => {
    expect(typeof title).toBe('function');
    expect(
      await (typeof title === 'function' && title(holding(undefined))),
    ).toBe(name);
  });
});
