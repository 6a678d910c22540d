import type { Alertmanager } from '../alertmanager/AlertmanagerApi';
import type { CountedTestAlert } from '../alertmanager/CountedTestAlert';
import { judgeTestAlert } from '../alertmanager/judgeTestAlert';
import { type Found, say } from './WiringCheck';

/** What is said of the last test alert; what arrived not is told as not tried. */
export async function testOutcome(options: {
  alertmanager: Alertmanager;
  testAlert?: CountedTestAlert;
  /** All kinds of receivers that alerts of the service lead to. */
  integrations: string[];
  /** Unix milliseconds. */
  now: number;
}): Promise<Pick<Found, 'state' | 'sentences' | 'testVerdict'>> {
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
  const testVerdict = judgeTestAlert({ testAlert, after, now });
  const kinds = (testVerdict?.kinds ?? testAlert.integrations).join(', ');
  switch (testVerdict?.state) {
    case 'failed':
      return {
        state: 'missing',
        sentences: [say('alerts-failed', { kinds, sentAt })],
        testVerdict,
      };
    case 'silent':
      return {
        state: 'missing',
        sentences: [say('alerts-silent', { kinds, sentAt })],
        testVerdict,
      };
    case 'delivered':
      return {
        state: 'done',
        sentences: [
          say('alerts-delivered', { kinds, sentAt }),
          ...notTried(testVerdict.kinds),
        ],
        testVerdict,
      };
    case 'uncounted':
      return {
        state: 'done',
        sentences: [say('alerts-uncounted', { sentAt }), ...notTried([])],
        // once Alertmanager tells again it may be seen that nothing grew
        ...(after && { testVerdict }),
      };
    default:
      return {
        state: 'waiting',
        sentences: [say('alerts-under-way', { kinds, sentAt })],
      };
  }
}
