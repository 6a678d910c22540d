import {
  type CountedTestAlert,
  isUnderWay,
  type TestVerdict,
} from './CountedTestAlert';
import type { NotificationCounts } from './notificationCounts';

/**
 * What became of a test alert. Alertmanager counts notifications by kind of
 * receiver and not by alert, so a count that grew while the alert was under way
 * is what can be known. Afterwards growth may be anybody's, and only a count that
 * did not grow still tells something.
 *
 * @param options.after - absent where Alertmanager does not tell now
 * @param options.now - Unix milliseconds
 * @returns nothing while it is on its way
 */
export function judgeTestAlert(options: {
  testAlert: CountedTestAlert;
  after: NotificationCounts | undefined;
  now: number;
}): TestVerdict | undefined {
  const { testAlert, after, now } = options;
  const { before, integrations, verdict } = testAlert;
  const fresh = isUnderWay(testAlert, now);
  if (verdict && (!fresh || verdict.state === 'uncounted')) {
    return verdict;
  }
  const uncounted: TestVerdict = { state: 'uncounted', kinds: integrations };
  if (!before || (!after && !fresh)) {
    return uncounted;
  }
  if (!after) {
    return verdict;
  }
  const grown = integrations.map(kind => growth({ before, after, kind }));
  if (grown.some(({ tried, failed }) => tried < 0 || failed < 0)) {
    // it was restarted, and counts from nothing
    return verdict ?? uncounted;
  }
  const kindsOf = (some: typeof grown) => some.map(({ kind }) => kind);
  const mute = kindsOf(grown.filter(({ tried }) => tried === 0));
  if (!fresh) {
    return mute.length || !grown.length
      ? { state: 'silent', kinds: mute }
      : uncounted;
  }
  const failed = kindsOf(grown.filter(one => one.failed > 0));
  if (failed.length) {
    return { state: 'failed', kinds: failed };
  }
  return mute.length || !grown.length
    ? undefined
    : { state: 'delivered', kinds: integrations };
}

function growth(options: {
  before: NotificationCounts;
  after: NotificationCounts;
  kind: string;
}): { kind: string; tried: number; failed: number } {
  const { before, after, kind } = options;
  const was = before[kind] ?? { tried: 0, failed: 0 };
  const is = after[kind] ?? { tried: 0, failed: 0 };
  return {
    kind,
    tried: is.tried - was.tried,
    failed: is.failed - was.failed,
  };
}
