import createKnex, { type Knex } from 'knex';
import {
  openStabilityDatabase,
  type StabilityDatabase,
} from '../../database/StabilityDatabase';
import { PolledSender } from '../../senders/polled/PolledSender';
import { DatabaseInbox } from '../DatabaseInbox';
import { InboxWorker } from '../InboxWorker';
import { CountingWriter } from './CountingWriter';
import { draftDelivery } from './drafts';
import { FakeResolver } from './FakeResolver';

/** What a process of its own is told, as JSON in its arguments. */
export interface InboxProcessOptions {
  knex: Knex.Config;
  /** `work`: reads; `accept`: takes in and prints each key that it answered for. */
  role: 'work' | 'accept';
  /** Dies before the commit after this many effects; never by default. */
  dieAfter?: number;
  /** Begins the keys of what it takes in. */
  prefix?: string;
}

/** A database that several processes may open. */
export async function openInbox(knex: Knex.Config): Promise<StabilityDatabase> {
  const client = createKnex({ ...knex, useNullAsDefault: true });
  return openStabilityDatabase({
    database: { getClient: async () => client },
  });
}

/** A worker whose effects can be counted. */
export function countingWorker(
  database: StabilityDatabase,
  onWritten?: (count: number) => void,
): InboxWorker {
  const silent = { error() {}, warn() {}, info() {}, debug() {} };
  return InboxWorker.create({
    database,
    resolver: FakeResolver.create({ checkout: ['component:default/checkout'] }),
    observations: CountingWriter.create(onWritten),
    senderOf: source => PolledSender.create(source),
    logger: { ...silent, child: () => ({ ...silent, child: () => never() }) },
    batch: 10,
  });
}

function never(): never {
  throw new Error('Nobody asks for a child of a child');
}

/** Works until it is done or dies. */
export async function runInboxProcess(
  options: InboxProcessOptions,
): Promise<void> {
  const database = await openInbox(options.knex);
  if (options.role === 'accept') {
    const inbox = DatabaseInbox.create({ database });
    for (let round = 0; ; round++) {
      await Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          const key = `${options.prefix}-${round}-${index}`;
          await inbox.accept(draftDelivery(key));
          process.stdout.write(`${key}\n`);
        }),
      );
    }
  }
  let written = 0;
  await countingWorker(database, count => {
    written += count;
    if (options.dieAfter !== undefined && written >= options.dieAfter) {
      process.kill(process.pid, 'SIGKILL');
    }
  }).drain();
  await database.client.destroy();
}

if (require.main === module) {
  runInboxProcess(JSON.parse(process.argv[2])).catch(error => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  });
}
