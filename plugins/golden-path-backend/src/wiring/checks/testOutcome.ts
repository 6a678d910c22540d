import type { WiringState } from '@plimsoll/plugin-golden-path-common';
import type { Alertmanager } from '../alertmanager/AlertmanagerApi';
import type { CountedTestAlert } from '../alertmanager/CountedTestAlert';
import type { NotificationCounts } from '../alertmanager/notificationCounts';
import { type Found, say } from './WiringCheck';

/** A notification waits for its group, and then is tried again for a while. */
const UNDER_WAY_MS = 5 * 60_000;

/**
 * What became of the last test alert. Alertmanager counts notifications by kind
 * of receiver and not by alert, so a count that grew after the test is what can
 * be known; what grew not is told as not tried.
 */
export async function testOutcome(options: {
  alertmanager: Alertmanager;
  testAlert?: CountedTestAlert;
  /** All kinds of receivers that alerts of the service lead to. */
  integrations: string[];
  /** Unix milliseconds. */
  now: number;
}): Promise<Pick<Found, 'sentences'> & { state: WiringState }> {
  const { alertmanager, testAlert, integrations, now } = options;
  const notTried = (tried: readonly string[]) => {
    const left = integrations.filter(one => !tried.includes(one));
    return left.length
      ? [say('alerts-not-tried', { kinds: left.join(', ') })]
      : [];
  };
  if (!testAlert) {
    return { state: 'done', sentences: notTried([]) };
  }
  const { sentAt, before } = testAlert;
  const after = before && (await alertmanager.counts().catch(() => undefined));
  if (!before || !after) {
    return {
      state: 'done',
      sentences: [say('alerts-uncounted', { sentAt }), ...notTried([])],
    };
  }
  const grown = testAlert.integrations.map(kind => ({
    kind,
    ...growth({ before, after, kind }),
  }));
  const kindsOf = (some: typeof grown) => some.map(({ kind }) => kind);
  const failed = kindsOf(grown.filter(one => one.failed > 0));
  const delivered = kindsOf(grown.filter(one => one.tried > one.failed));
  if (failed.length) {
    return {
      state: 'missing',
      sentences: [say('alerts-failed', { kinds: failed.join(', '), sentAt })],
    };
  }
  if (delivered.length === grown.length && delivered.length > 0) {
    return {
      state: 'done',
      sentences: [
        say('alerts-delivered', { kinds: delivered.join(', '), sentAt }),
        ...notTried(delivered),
      ],
    };
  }
  const silent = kindsOf(grown).filter(kind => !delivered.includes(kind));
  const kinds = silent.join(', ');
  return now - Date.parse(sentAt) < UNDER_WAY_MS
    ? {
        state: 'waiting',
        sentences: [say('alerts-under-way', { kinds, sentAt })],
      }
    : {
        state: 'missing',
        sentences: [say('alerts-silent', { kinds, sentAt })],
      };
}

/** A counter that is lower than before has begun anew. */
function growth(options: {
  before: NotificationCounts;
  after: NotificationCounts;
  kind: string;
}): { tried: number; failed: number } {
  const { before, after, kind } = options;
  const was = before[kind] ?? { tried: 0, failed: 0 };
  const is = after[kind] ?? { tried: 0, failed: 0 };
  const increase = (old: number, current: number) =>
    current >= old ? current - old : current;
  return {
    tried: increase(was.tried, is.tried),
    failed: increase(was.failed, is.failed),
  };
}
