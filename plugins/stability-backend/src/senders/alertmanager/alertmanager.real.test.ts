import type { Server } from 'node:http';
import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { doorsWorld, SECRET } from '../../doors/__testUtils__/doorsWorld';
import { AlertmanagerApi } from '../../catchup/alertmanager/AlertmanagerApi';
import {
  findAlertmanager,
  freePort,
  RealAlertmanager,
} from './__testUtils__/RealAlertmanager';

const binary = findAlertmanager();
const isMissing = binary === undefined && process.env.CI !== 'true';

(isMissing ? describe.skip : describe)('a real Alertmanager', () => {
  const databases = createTestDatabases();
  let alertmanager: RealAlertmanager | undefined;
  let server: Server | undefined;

  afterEach(async () => {
    await alertmanager?.stop();
    server?.closeAllConnections();
    server?.close();
  });

  it('delivers what begins, and what ended while the portal was away', async () => {
    if (!binary) {
      throw new Error('Alertmanager was not found; set ALERTMANAGER_BIN');
    }
    const world = doorsWorld({
      database: await databases.create('SQLITE_3'),
      services: { checkout: ['component:default/checkout'] },
    });
    const port = await freePort();
    const open = () => {
      server = world.app.listen(port, '127.0.0.1');
    };
    const observed = async (count: number) => {
      await waitUntil(`observation ${count}`, async () => {
        await world.worker.drain();
        return (await world.observed()).length >= count;
      });
      return world.observed();
    };
    open();
    alertmanager = await RealAlertmanager.start({
      binary,
      webhook: {
        url: `http://127.0.0.1:${port}/webhooks/alertmanager`,
        send_resolved: true,
        max_alerts: 0,
        http_config: { authorization: { credentials: SECRET } },
      },
    });
    const startsAt = new Date(Date.now() - 60_000).toISOString();
    const alert = {
      labels: {
        alertname: 'CheckoutErrors',
        service: 'checkout',
        severity: 'critical',
      },
      annotations: { summary: 'Checkout fails' },
      generatorURL: 'http://prometheus.example.com/graph',
      startsAt,
    };

    await alertmanager.alert([alert]);
    expect(await observed(1)).toEqual([
      expect.objectContaining({
        phase: 'triggered',
        startedAt: startsAt,
        title: 'Checkout fails',
      }),
    ]);
    const firing = await AlertmanagerApi.create({
      url: alertmanager.url,
    }).firing(new AbortController().signal);
    const [{ id }] = await world.observed();
    // what its API calls the alert is what its webhook called it
    expect([...firing].map(key => `alertmanager:${key}:triggered`)).toEqual([
      id,
    ]);

    server?.closeAllConnections();
    await new Promise(resolve => server?.close(resolve));
    const endsAt = new Date().toISOString();
    await alertmanager.alert([{ ...alert, endsAt }]);
    await new Promise(resolve => setTimeout(resolve, 3_000));
    open();

    expect((await observed(2))[1]).toMatchObject({
      phase: 'resolved',
      startedAt: startsAt,
      endedAt: endsAt,
    });
  });
});
