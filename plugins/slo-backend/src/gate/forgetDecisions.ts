import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { GateDecisionStore } from './GateDecisionStore';

const FREQUENCY = { hours: 6 };
const TIMEOUT = { minutes: 5 };
const DAY_MS = 86_400_000;

/** Forgets decisions of the gate that are older than app-config keeps them. */
export async function forgetDecisions(options: {
  client: Knex;
  keepDecisionsDays: number;
  scheduler: SchedulerService;
  logger: LoggerService;
}): Promise<void> {
  const { client, keepDecisionsDays, scheduler, logger } = options;
  const store = GateDecisionStore.create({ client });
  await scheduler.scheduleTask({
    id: 'forget-gate-decisions',
    frequency: FREQUENCY,
    timeout: TIMEOUT,
    scope: 'global',
    async fn() {
      const before = new Date(Date.now() - keepDecisionsDays * DAY_MS);
      const forgotten = await store.forget({ before });
      if (forgotten > 0) {
        logger.info(
          `Forgot ${forgotten} gate decisions from before ${before.toISOString()}`,
        );
      }
    },
  });
}
