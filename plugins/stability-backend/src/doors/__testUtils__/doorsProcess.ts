import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import express from 'express';
import createKnex, { type Knex } from 'knex';
import type { AddressInfo } from 'node:net';
import { openStabilityDatabase } from '../../database/StabilityDatabase';
import type { IdentityResolver } from '../../identity/IdentityResolver';
import { CountingWriter } from '../../inbox/__testUtils__/CountingWriter';
import { DatabaseInbox } from '../../inbox/DatabaseInbox';
import { InboxWorker } from '../../inbox/InboxWorker';
import { ObservationStore } from '../../observations/ObservationStore';
import { SenderRegistry } from '../../senders/SenderRegistry';
import { createWebhooksRouter } from '../createWebhooksRouter';
import { DoorBook } from '../DoorBook';
import { IntakeGate } from '../IntakeGate';
import { openDoors } from '../openDoors';
import { BODY_BYTES } from '../readBody';

/** What a process with doors is told, as JSON in its arguments. */
export interface DoorsProcessOptions {
  knex: Knex.Config;
  secret: string;
  /** `count` notes each effect in a row of its own, so that none hides. */
  effects: 'observe' | 'count';
}

const quietLogger: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => quietLogger,
};

/** Each repository is a service. */
const everyRepository: IdentityResolver = {
  async resolve({ hints }) {
    const slug = hints.find(({ type }) => type === 'repository')?.value ?? '';
    return { entityRefs: [`component:default/${slug.split('/').at(-1)}`] };
  },
  async resolveMany({ questions, trx }) {
    return Promise.all(questions.map(one => this.resolve({ ...one, trx })));
  },
};

/** The doors and their worker on a port of their own, until they are killed. */
export async function runDoorsProcess(
  options: DoorsProcessOptions,
): Promise<number> {
  const client = createKnex({ ...options.knex, useNullAsDefault: true });
  const database = await openStabilityDatabase({
    database: { getClient: async () => client },
  });
  if (options.effects === 'count') {
    await CountingWriter.prepare(client);
  }
  const config = new ConfigReader({
    stability: { webhooks: { github: { secrets: [options.secret] } } },
  });
  const doors = openDoors({ config });
  const senders = SenderRegistry.create({
    senders: doors.map(({ sender }) => sender),
  });
  const worker = InboxWorker.create({
    database,
    resolver: everyRepository,
    observations:
      options.effects === 'count'
        ? CountingWriter.create()
        : ObservationStore.create(),
    senderOf: source => senders.get(source),
    logger: quietLogger,
  });
  const app = express();
  app.use(
    createWebhooksRouter({
      doors,
      inbox: DatabaseInbox.create({
        database,
        onAccepted: () => worker.wake(),
      }),
      book: DoorBook.create({ database, logger: quietLogger }),
      gate: IntakeGate.create({ requests: 512, bytes: 64 * BODY_BYTES }),
    }),
    MiddlewareFactory.create({ config, logger: quietLogger }).error(),
  );
  worker.start();
  const server = app.listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  return (server.address() as AddressInfo).port;
}

if (require.main === module) {
  runDoorsProcess(JSON.parse(process.argv[2])).then(
    port => process.stdout.write(`${JSON.stringify({ port })}\n`),
    error => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
}
