import { mockServices } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { openDoors } from '../doors/openDoors';
import { delivery, RECEIVED_AT } from './__testUtils__/delivery';
import { alertGroup, firingAlert } from './alertmanager/__fixtures__/alerts';
import { cdEvent } from './cdevents/__fixtures__/cdEvents';
import { CdEventsSender } from './cdevents/CdEventsSender';
import { deploymentStatus } from './github/__fixtures__/deployments';
import { InvalidPayloadError } from './InvalidPayloadError';
import { incidentEvent } from './pagerduty/__fixtures__/incidents';
import { PolledSender } from './polled/PolledSender';
import type { Delivery, Sender } from './Sender';

const RUNS = 2_000;

const SENDERS: Sender[] = [
  ...openDoors({ config: mockServices.rootConfig({ data: {} }) }).map(
    ({ sender }) => sender,
  ),
  CdEventsSender.create(),
  PolledSender.create('kubernetes'),
];

const headers = fc.record(
  {
    'x-github-event': fc.constantFrom(
      'deployment_status',
      'deployment',
      'push',
      'pull_request',
      'workflow_run',
    ),
    'x-gitlab-event': fc.constantFrom('Deployment Hook', 'Merge Request Hook'),
    'content-type': fc.constantFrom(
      'application/json',
      'application/cloudevents+json',
      'application/cloudevents-batch+json',
    ),
    'ce-specversion': fc.constantFrom('1.0', '0.3'),
    'ce-id': fc.string(),
    'ce-type': fc.string(),
  },
  { requiredKeys: [] },
);

/** Payloads that are almost right: one value of them is something else. */
const nearMisses = fc
  .tuple(
    fc.constantFrom<unknown>(
      deploymentStatus(),
      incidentEvent(),
      alertGroup([firingAlert()]),
      cdEvent(),
      cdEvent({ event: 'incident.detected', spec: '0.4' }),
    ),
    fc.nat(),
    fc.jsonValue({ maxDepth: 2 }),
  )
  .map(([payload, index, value]) => {
    const paths = pathsOf(payload);
    return replaced(payload, paths[index % paths.length], value);
  });

/** Paths to everything in a value. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  return typeof value === 'object' && value !== null
    ? [
        path,
        ...Object.entries(value).flatMap(([key, inner]) =>
          pathsOf(inner, [...path, key]),
        ),
      ]
    : [path];
}

function replaced(value: unknown, path: string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    return by;
  }
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

/** What is wrong with how a delivery was read; undefined is as it should be. */
function faultOf(sender: Sender, one: Delivery): string | undefined {
  try {
    const { drafts, summary, occurredAt, notice } = sender.parse(one);
    const faults = [
      typeof summary !== 'string' && 'the summary is no text',
      !Number.isSafeInteger(occurredAt ?? 0) && 'the time is no number',
      drafts.length === 0 && !notice && 'nobody says why it is ignored',
      ...drafts.flatMap(({ id, at, identity }) => [
        at !== new Date(at).toISOString() && `${at} is not as it is kept`,
        id.length > 700 && 'the id is too long for its column',
        // eslint-disable-next-line no-control-regex
        /[\u0000-\u001f]/.test(id) && 'the id has control characters',
        identity.some(({ value }) => value === '') && 'a name is empty',
      ]),
    ];
    return faults.filter(Boolean).join(', ') || undefined;
  } catch (error) {
    // a key of the payload, and so its place, may hold a colon itself
    return error instanceof InvalidPayloadError &&
      /^.+?: ./s.test(error.message)
      ? undefined
      : String(error);
  }
}

describe.each(SENDERS.map(sender => [sender.source, sender] as const))(
  'the reader of %s',
  (_, sender) => {
    it('takes any JSON or says what is wrong with it', () => {
      fc.assert(
        fc.property(fc.json(), headers, (body, given) => {
          const one = delivery(body, given);
          expect(faultOf(sender, one)).toBeUndefined();
          expect(sender.keyOf(one).key).not.toBe('');
        }),
        { numRuns: RUNS },
      );
    });

    it('takes what is almost right or says what is wrong with it', () => {
      fc.assert(
        fc.property(nearMisses, headers, (payload, given) => {
          expect(faultOf(sender, delivery(payload, given))).toBeUndefined();
        }),
        { numRuns: RUNS },
      );
    });

    it('takes any bytes or says what is wrong with them', () => {
      fc.assert(
        fc.property(
          fc.uint8Array({ maxLength: 200 }),
          headers,
          (bytes, given) => {
            const one = {
              body: Buffer.from(bytes),
              headers: given,
              receivedAt: RECEIVED_AT,
            };
            expect(faultOf(sender, one)).toBeUndefined();
          },
        ),
        { numRuns: RUNS / 4 },
      );
    });

    it('refuses what nests too deep, and leaves objects as they are', () => {
      const deep = '['.repeat(100_000) + ']'.repeat(100_000);
      const events = {
        'x-github-event': 'push',
        'x-gitlab-event': 'Deployment Hook',
      };

      expect(() => sender.parse(delivery(deep, events))).toThrow(
        'it nests deeper than 64 levels',
      );
      const polluting = delivery('{"__proto__":{"polluted":true}}', events);
      expect(faultOf(sender, polluting)).toBeUndefined();
      expect({}).not.toHaveProperty('polluted');
    });
  },
);
