import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import type { StabilityDatabase } from '../../database/StabilityDatabase';
import { doorsWorld } from '../../doors/__testUtils__/doorsWorld';
import {
  alertGroup,
  firingAlert,
} from '../../senders/alertmanager/__fixtures__/alerts';
import { AlertmanagerSender } from '../../senders/alertmanager/AlertmanagerSender';
import { AlertmanagerApi } from './AlertmanagerApi';
import { alertmanagerCheck } from './alertmanagerCheck';
import { readOpenAlerts } from './OpenAlert';
import { readAlertmanagerCheck } from './readAlertmanagerCheck';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** When the alert of the fixtures began. */
const BEGUN = Date.UTC(2026, 10, 20, 14, 20);
const CHECKOUT = 'component:default/checkout';

describe('alertmanagerCheck', () => {
  const databases = createTestDatabases();
  const server = setupServer();
  registerMswTestHooks(server);

  const worldOf = (database: StabilityDatabase, urls: string[] = []) => {
    const doors = doorsWorld({
      database,
      services: { checkout: [CHECKOUT], [CHECKOUT]: [CHECKOUT] },
    });
    const clock = { now: BEGUN };
    let state: string | undefined;
    const task = alertmanagerCheck({
      database,
      apis: urls.map(url =>
        AlertmanagerApi.create({ url, token: 'a-token-of-some-length' }),
      ),
      repeatIntervalMs: 4 * HOUR,
      now: () => clock.now,
    });
    const receive = async (...alerts: unknown[]) => {
      const delivery = {
        body: Buffer.from(JSON.stringify(alertGroup(alerts))),
        headers: {},
        receivedAt: clock.now,
      };
      await doors.doors.inbox.accept({
        ...delivery,
        source: 'alertmanager',
        deliveryKey: AlertmanagerSender.create().keyOf(delivery).key,
      });
      await doors.worker.drain();
    };
    /** Asks, and reads what was concluded. */
    const check = async () => {
      const result = await task.run({
        state,
        signal: new AbortController().signal,
      });
      state = result.state;
      await doors.doors.inbox.acceptMany(result.deliveries);
      await doors.worker.drain();
      return result.deliveries.length;
    };
    /** Checks every ten minutes until then. */
    const checkUntil = async (until: number) => {
      let found = 0;
      while (clock.now < until) {
        clock.now = Math.min(clock.now + 10 * MINUTE, until);
        found += await check();
      }
      return found;
    };
    return { ...doors, clock, receive, check, checkUntil };
  };

  /** An Alertmanager that knows these alerts. */
  function serve(url: string, firing: () => unknown) {
    server.use(
      http.get(`${url}/api/v2/alerts`, ({ request }) =>
        request.headers.get('authorization') === 'Bearer a-token-of-some-length'
          ? HttpResponse.json(firing() as never)
          : new HttpResponse(null, { status: 401 }),
      ),
    );
  }

  it.each(databases.ids)(
    'pitfall: an end that was never told is presumed when no Alertmanager knows the alert, %s',
    async id => {
      const urls = ['http://am-0', 'http://am-1/'];
      const world = worldOf(await databases.create(id), urls);
      let firing: unknown[] = [firingAlert()];
      serve('http://am-0', () => []);
      serve('http://am-1', () => firing);
      await world.receive(firingAlert());

      world.clock.now = BEGUN + HOUR;
      await expect(world.check()).resolves.toBe(0);

      firing = [];
      world.clock.now = BEGUN + 2 * HOUR;
      // its end may be on its way
      await expect(world.check()).resolves.toBe(0);
      world.clock.now += 14 * MINUTE;
      await expect(world.check()).resolves.toBe(0);
      world.clock.now += MINUTE;
      await expect(world.check()).resolves.toBe(1);
      await expect(world.check()).resolves.toBe(0);

      const [, presumed] = await world.observed();
      expect(presumed).toMatchObject({
        id: `alertmanager:8a07086b74f3ba78:${BEGUN}:presumed`,
        source: 'alertmanager',
        entityRef: CHECKOUT,
        phase: 'resolved',
        presumed: true,
        // not when it was concluded, but when it was first missing
        endedAt: new Date(BEGUN + 2 * HOUR).toISOString(),
        part: '8a07086b74f3ba78',
      });

      // the true end comes after all, as a step of its own
      await world.receive(
        firingAlert({ status: 'resolved', endsAt: '2026-11-20T15:00:00Z' }),
      );
      expect(
        (await world.observed()).map(one => one.id.split(':').at(-1)),
      ).toEqual(['triggered', 'resolved', 'presumed']);
    },
  );

  it('takes its time again when the alert was only away for a moment', async () => {
    const world = worldOf(await databases.create('SQLITE_3'), ['http://am-0']);
    let firing: unknown[] = [];
    serve('http://am-0', () => firing);
    await world.receive(firingAlert());

    await world.check();
    world.clock.now += 10 * MINUTE;
    firing = [firingAlert()];
    await world.check();
    firing = [];
    world.clock.now += 10 * MINUTE;
    await expect(world.check()).resolves.toBe(0);
    world.clock.now += 15 * MINUTE;
    await expect(world.check()).resolves.toBe(1);
  });

  it('concludes nothing while one Alertmanager does not answer', async () => {
    const urls = ['http://am-0', 'http://am-1'];
    const world = worldOf(await databases.create('SQLITE_3'), urls);
    serve('http://am-0', () => []);
    server.use(
      http.get('http://am-1/api/v2/alerts', () =>
        HttpResponse.json({}, { status: 503 }),
      ),
    );
    await world.receive(firingAlert());

    await expect(world.check()).rejects.toThrow('503');
  });

  it.each(databases.ids)(
    'without an API an alert has ended when it was not repeated for twice the interval, %s',
    async id => {
      const database = await databases.create(id);
      const world = worldOf(database);
      await world.receive(firingAlert());
      await world.check();

      await expect(world.checkUntil(BEGUN + 8 * HOUR)).resolves.toBe(0);
      await world.receive(firingAlert());
      await expect(world.checkUntil(BEGUN + 16 * HOUR)).resolves.toBe(0);
      await expect(world.checkUntil(BEGUN + 16 * HOUR + 1)).resolves.toBe(1);
      await expect(world.check()).resolves.toBe(0);
      const presumed = (await world.observed()).at(-1);
      expect(presumed).toMatchObject({
        presumed: true,
        endedAt: new Date(BEGUN + 16 * HOUR + 1).toISOString(),
      });

      // pitfall: it fires after all, and is waited for anew
      world.clock.now += HOUR;
      await world.receive(firingAlert());
      const open = await readOpenAlerts({ database, now: world.clock.now });
      expect(open).toHaveLength(1);
      await expect(world.checkUntil(BEGUN + 24 * HOUR)).resolves.toBe(0);
      await expect(world.checkUntil(BEGUN + 26 * HOUR)).resolves.toBe(1);
    },
  );

  it('pitfall: does not take the time for silence in which the portal was away', async () => {
    const world = worldOf(await databases.create('SQLITE_3'));
    await world.receive(firingAlert());
    await world.checkUntil(BEGUN + HOUR);
    world.clock.now = BEGUN + 40 * HOUR;
    await expect(world.check()).resolves.toBe(0);
    await expect(world.checkUntil(BEGUN + 48 * HOUR)).resolves.toBe(1);
  });

  it('leaves alone what has ended, and asks nobody then', async () => {
    const world = worldOf(await databases.create('SQLITE_3'), ['http://am-0']);
    const asked = jest.fn(() => []);
    serve('http://am-0', asked);
    await world.receive(
      firingAlert(),
      firingAlert({ status: 'resolved', endsAt: '2026-11-20T14:27:00Z' }),
    );

    world.clock.now += 24 * HOUR;
    await expect(world.check()).resolves.toBe(0);
    expect(asked).not.toHaveBeenCalled();
  });

  it('tells occurrences apart by nanoseconds as Alertmanager writes them', async () => {
    const world = worldOf(await databases.create('SQLITE_3'), ['http://am-0']);
    const alert = firingAlert({ startsAt: '2026-11-20T14:20:00.123999999Z' });
    serve('http://am-0', () => [alert]);
    await world.receive(alert);

    await world.check();
    world.clock.now += HOUR;
    await expect(world.check()).resolves.toBe(0);
  });
});

describe('readAlertmanagerCheck', () => {
  const read = (alertmanager: object) =>
    readAlertmanagerCheck(
      new ConfigReader({
        stability: { webhooks: { alertmanager: alertmanager as never } },
      }),
    );

  it('reads the interval and whom to ask', () => {
    expect(readAlertmanagerCheck(new ConfigReader({}))).toEqual({
      apis: [],
      repeatIntervalMs: 4 * HOUR,
    });
    expect(read({ repeatInterval: '30m' }).repeatIntervalMs).toBe(30 * MINUTE);
    expect(read({ repeatInterval: { hours: 1 } }).repeatIntervalMs).toBe(HOUR);
    expect(read({ apis: [{ url: 'http://am' }] }).apis).toHaveLength(1);
  });
});
