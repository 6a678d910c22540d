import { InputError } from '@backstage/errors';
import type { DeploymentSource } from '@plimsoll/plugin-stability-node';
import { hashOf } from '../senders/payload/hashOf';
import type { PollTask } from './PollTask';

/** Shorter ones would be a load on whoever is asked. */
const LEAST_SECONDS = 10;

/**
 * Polls a source; each of its drafts is a delivery. The same draft again is
 * the same delivery, a draft that says something else under its id is a new
 * one.
 *
 * @throws InputError when the source asks too often
 */
export function sourcePoll(source: DeploymentSource): PollTask {
  const { name, everySeconds } = source;
  if (!(everySeconds >= LEAST_SECONDS)) {
    throw new InputError(
      `The deployment source '${name}' wants to be asked every ${everySeconds} s: ` +
        `${LEAST_SECONDS} s is the least`,
    );
  }
  return {
    name,
    everySeconds,
    run: async request => {
      const { drafts, state } = await source.poll(request);
      const deliveries = drafts.map(draft => {
        const body = Buffer.from(JSON.stringify(draft));
        return {
          source: name,
          deliveryKey: `${draft.id}#${hashOf(body).slice(0, 16)}`,
          body,
          headers: {},
        };
      });
      return { deliveries, state };
    },
  };
}
