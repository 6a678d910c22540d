import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { RuleGroup } from '@plimsoll/plugin-slo-common/rules';
import type { Response } from 'express';
import { sendRules } from './sendRules';

const groups: RuleGroup[] = Array.from({ length: 60 }, (_, index) => ({
  name: `group-${index}`,
  rules: [{ record: 'a', expr: 'x'.repeat(150_000) }],
}));

/** Sends a large file to a reader, and tells what became of it. */
async function send(read: (answer: IncomingMessage) => Promise<void>) {
  let listeners = 0;
  let outcome: Promise<void> | undefined;
  const server = createServer((_, raw) => {
    const res = Object.assign(raw, {
      set: (name: string, value: string) => raw.setHeader(name, value),
    }) as unknown as Response;
    raw.on('newListener', () => {
      listeners = Math.max(
        listeners,
        raw.listenerCount('close'),
        raw.listenerCount('error'),
      );
    });
    outcome = sendRules(res, { groups, notices: [] });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  try {
    const { port } = server.address() as AddressInfo;
    const answer = await new Promise<IncomingMessage>((done, failed) =>
      get({ port, host: '127.0.0.1' }, done).on('error', failed),
    );
    await read(answer);
    await outcome;
    return listeners;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('sendRules', () => {
  it('waits for a slow reader without piling up listeners', async () => {
    let characters = 0;
    const listeners = await send(async answer => {
      for await (const chunk of answer) {
        characters += chunk.length;
        await pause(1);
      }
    });
    expect(characters).toBeGreaterThan(9_000_000);
    expect(listeners).toBeLessThan(10);
  });

  it('ends without a fault where the reader goes away', async () => {
    const listeners = await send(async answer => {
      answer.destroy();
    });
    expect(listeners).toBeLessThan(10);
  });
});
