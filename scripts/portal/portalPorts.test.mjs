import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { findFreePort } from '../process/ports.mjs';
import {
  portalPorts,
  portConfiguration,
  requireFreePorts,
} from './portalPorts.mjs';

test('the ports of app-config.yaml, unless the environment names others', () => {
  assert.deepEqual(portalPorts({}), {
    frontEnd: 3000,
    backend: 7007,
    forge: 7155,
  });
  assert.deepEqual(
    portalPorts({
      PLIMSOLL_PORT: '3100',
      PLIMSOLL_BACKEND_PORT: '7107',
      PLIMSOLL_FORGE_PORT: '7255',
    }),
    { frontEnd: 3100, backend: 7107, forge: 7255 },
  );
});

test('another port reaches every setting that names it', () => {
  assert.deepEqual(
    portConfiguration({ frontEnd: 3100, backend: 7107, forge: 7255 }),
    {
      APP_CONFIG_app_baseUrl: 'http://localhost:3100',
      APP_CONFIG_backend_baseUrl: 'http://localhost:7107',
      APP_CONFIG_backend_listen_port: '7107',
      APP_CONFIG_backend_cors_origin: 'http://localhost:3100',
      PLIMSOLL_FORGE_PORT: '7255',
    },
  );
});

test('a taken port names its own variable', async () => {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const taken = server.address().port;
  await assert.rejects(
    requireFreePorts({
      frontEnd: await findFreePort(),
      backend: taken,
      forge: await findFreePort(),
    }),
    /the backend needs.*PLIMSOLL_BACKEND_PORT=/,
  );
  await assert.rejects(
    requireFreePorts({
      frontEnd: await findFreePort(),
      backend: await findFreePort(),
      forge: taken,
    }),
    /the local forge needs.*PLIMSOLL_FORGE_PORT=/,
  );
  server.close();
});
