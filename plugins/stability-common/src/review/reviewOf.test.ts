import { exampleIncident } from '../__fixtures__/exampleFacts';
import { redisStory } from '../__fixtures__/redisStory';
import { reviewOf } from './reviewOf';

const { deployments, incidents } = redisStory().facts({ now: '11-05 12:00' });
const [, , broken, rollback] = deployments;

const review = reviewOf({
  incident: {
    ...incidents[0],
    url: 'https://pager.example.com/INC-482',
    links: { runbook: 'https://runbooks.example.com/redis' },
  },
  deployment: broken,
  remediation: rollback,
  title: 'checkout',
});

describe('reviewOf', () => {
  it('tells the whole story of the outage', () => {
    expect(review).toMatchInlineSnapshot(`
      "# INC-482: Redis cannot read cart entries

      |  |  |
      | --- | --- |
      | Service | checkout |
      | Severity | critical |
      | Began | 2026-11-03 14:10:05 UTC |
      | Acknowledged after | 1 min 15 s |
      | Recovered after | 7 min |
      | Error budget burned | 19.4% |
      | Status of this review | draft |
      | Authors |  |

      ## Summary

      It lasted 7 min. It followed the deployment of v2.31.0. v2.30.2 ended it.

      ## Impact

      19.4% of the error budget of Availability burned between 2026-11-03 14:06:10 and 2026-11-03 14:17:05.

      _Who noticed what, and how many of them?_

      ## Time line (UTC)

      | When | What |
      | --- | --- |
      | 2026-11-03 14:06:10 | Deployed: v2.31.0 |
      | 2026-11-03 14:07:30 | Error budget began to burn: Availability |
      | 2026-11-03 14:10:05 | Incident began: Redis cannot read cart entries |
      | 2026-11-03 14:11:20 | Acknowledged |
      | 2026-11-03 14:13:02 | Rollback began: v2.30.2 |
      | 2026-11-03 14:17:05 | Recovered |

      ## Trigger

      v2.31.0, live since 2026-11-03 14:06:10.

      - Cart entries in MessagePack \\#1842

      ## Root causes

      _What in the system let this happen?_

      ## Detection

      It was noticed 3 min 55 s after the deployment went live. It was acknowledged after 1 min 15 s.

      ## Resolution

      A rollback to v2.30.2 began 2 min 57 s after it was noticed and ran 2 min 18 s.

      ## What went well, what went wrong, where we were lucky

      _To be written in the review._

      ## Action items

      | What | Owner | Due | Done |
      | --- | --- | --- | --- |
      |  |  |  | [ ] |

      ## Sources

      - Incident: <https://pager.example.com/INC-482>
      - Runbook: <https://runbooks.example.com/redis>
      "
    `);
  });

  it('names no person: causes are in systems', () => {
    expect(review).not.toContain('Bielak');
  });

  it('leaves to people what no system knows', () => {
    const text = reviewOf({
      incident: exampleIncident({
        began: '11-10 10:00',
        label: 'INC-7',
        state: 'triggered',
        acknowledgedAt: undefined,
        resolvedAt: undefined,
      }),
    });
    expect(text).toContain('| Recovered after | still open |');
    expect(text).toContain('_What set it off?_');
    expect(text).toContain('_What ended it?_');
    expect(text).toContain('_None were reported._');
    expect(text).not.toContain('undefined');
  });

  it('says when no deployment caused it, and when its end is a guess', () => {
    const text = reviewOf({
      incident: exampleIncident({
        began: '11-10 10:00',
        presumed: true,
        causedByNone: { by: 'user:default/maja', at: '', reason: '' },
        steps: [{ at: '2026-11-10T10:10:00.000Z', type: 'resolved' }],
      }),
    });
    expect(text).toContain('No deployment caused it.');
    expect(text).toContain('| Recovered after | not known |');
    expect(text).toContain('| 2026-11-10 10:10:00 | Taken for over |');
  });

  it('shows what senders wrote as it stands', () => {
    const text = reviewOf({
      incident: exampleIncident({
        began: '11-10 10:00',
        title: '<img src=x> | [a](javascript:b)\n# Big',
        url: 'data:text/html,alert(1)',
      }),
    });
    expect(text.split('\n')[0]).toMatch(
      /: \\<img src=x\\> \\\| \\\[a\\\]\(javascript:b\) \\# Big$/,
    );
    expect(text).not.toContain('alert(1)');
  });
});
