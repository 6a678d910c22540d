import { delivery } from '../__testUtils__/delivery';
import { documentedBlock } from '../__testUtils__/documented';
import { cdEvent, structured } from './__fixtures__/cdEvents';
import { CdEventsSender } from './CdEventsSender';

const STRUCTURED = { 'content-type': 'application/cloudevents+json' };
const JSON_TYPE = { 'content-type': 'application/json' };

/** Headers of the binary mode. */
function binary(data: ReturnType<typeof cdEvent>, overrides: object = {}) {
  return {
    'content-type': 'application/json; charset=UTF-8',
    'ce-specversion': '1.0',
    'ce-id': data.context.id,
    'ce-source': data.context.source,
    'ce-type': data.context.type,
    ...overrides,
  };
}

describe('CdEventsSender', () => {
  const sender = CdEventsSender.create();
  const parse = (options: Parameters<typeof cdEvent>[0] = {}) =>
    sender.parse(delivery(cdEvent(options), JSON_TYPE));

  it('reads the same in each mode and both versions', () => {
    const data = cdEvent();
    const expected = {
      summary: 'service.deployed',
      occurredAt: Date.UTC(2026, 10, 20, 14, 8, 31, 315),
      notice: undefined,
      drafts: [
        {
          kind: 'deployment',
          id: 'cdevents:https://ci.example.com/prod:271069a8',
          source: 'cdevents',
          at: '2026-11-20T14:08:31.315Z',
          runId: 'cdevents:https://ci.example.com/prod:271069a8',
          environment: 'production',
          phase: 'succeeded',
          version: 'v2.31.0',
          artifacts: ['pkg:oci/checkout@sha256%3A0b31?tag=v2.31.0'],
          finishedAt: '2026-11-20T14:08:31.315Z',
          target: '/cluster/prod-eu',
          identity: [
            { type: 'service', value: 'component:default/checkout' },
            { type: 'environment', value: 'production' },
          ],
        },
      ],
    };

    expect(parse()).toEqual(expected);
    expect(parse({ spec: '0.4' })).toEqual(expected);
    expect(sender.parse(delivery(structured(data), STRUCTURED))).toEqual(
      expected,
    );
    expect(sender.parse(delivery(data, binary(data)))).toEqual(expected);
    const { data: _, ...envelope } = structured(data);
    const encoded = {
      ...envelope,
      data_base64: Buffer.from(JSON.stringify(data)).toString('base64'),
    };
    expect(sender.parse(delivery(encoded, STRUCTURED))).toEqual(expected);
  });

  it('reads what the documented curl sends, which does no harm', () => {
    const curl = documentedBlock('sh', 'curl');
    const now = '2026-11-21T22:10:04Z';
    const [, body] = /<<EVENT\n([\s\S]*?)\nEVENT/.exec(curl) ?? [];
    const sent = body.replaceAll('$NOW', now);

    expect(curl).toContain('/api/stability/events');
    expect(sender.parse(delivery(sent, JSON_TYPE)).drafts).toEqual([
      expect.objectContaining({
        runId: `cdevents:https://ci.example.com/try-it:example-${now}`,
        // counts in no figure of production
        environment: 'staging',
        at: '2026-11-21T22:10:04.000Z',
        commitSha: '8f14e45fceea167a5a36dedd4bea2543aaaaaaaa',
        version: 'v0.0.1-example',
        identity: expect.arrayContaining([
          { type: 'service', value: 'component:default/sandbox' },
        ]),
      }),
    ]);
  });

  it.each([
    ['service.upgraded', { phase: 'succeeded', rollback: undefined }],
    ['service.rolledback', { phase: 'succeeded', rollback: true }],
    ['service.removed', { phase: 'removed' }],
    ['incident.detected', { phase: 'triggered', title: 'Checkout fails' }],
    ['incident.reported', { url: 'https://tickets.example.com/INC-482' }],
    ['incident.resolved', { endedAt: '2026-11-20T14:08:31.315Z' }],
  ])('reads %s', (event, draft) => {
    expect(parse({ event, subjectId: 'INC-482' }).drafts[0]).toMatchObject(
      draft,
    );
    expect(parse({ event, spec: '0.4' }).drafts).toHaveLength(1);
  });

  it('knows an incident again by its subject', () => {
    const keys = ['incident.detected', 'incident.resolved'].map(
      (event, index) => {
        const [draft] = parse({
          event,
          id: `event-${index}`,
          subjectId: 'INC-482',
        }).drafts;
        return 'incidentKey' in draft && draft.incidentKey;
      },
    );

    expect(keys).toEqual([
      'cdevents:https://ci.example.com/prod:INC-482',
      'cdevents:https://ci.example.com/prod:INC-482',
    ]);
  });

  it('reads the documented customData', () => {
    const customData = {
      runId: 'build-4711',
      outcome: 'aborted',
      trafficPercent: 20,
      startedAt: '2026-11-20T14:00:00Z',
      finishedAt: '2026-11-20T14:04:00Z',
      version: 'v3',
      batchId: 'pipeline-1',
      reason: 'analysis failed',
      title: 'Cart',
      changes: ['ABC'],
      unplanned: true,
      repository: 'shopkart/checkout',
      theirs: { any: 'thing' },
    };

    expect(parse({ customData }).drafts[0]).toMatchObject({
      runId: 'cdevents:https://ci.example.com/prod:build-4711',
      phase: 'aborted',
      traffic: 0.2,
      startedAt: '2026-11-20T14:00:00.000Z',
      finishedAt: '2026-11-20T14:04:00.000Z',
      version: 'v3',
      batchId: 'pipeline-1',
      reason: 'analysis failed',
      title: 'Cart',
      changes: ['abc'],
      unplanned: true,
      identity: expect.arrayContaining([
        { type: 'repository', value: 'shopkart/checkout' },
      ]),
    });
    const [started] = parse({ customData: { outcome: 'started' } }).drafts;
    expect(started).toMatchObject({
      startedAt: '2026-11-20T14:08:31.315Z',
      finishedAt: undefined,
    });
    // what others put into a text is theirs
    expect(parse({ customData: 'aGVsbG8=' }).drafts).toHaveLength(1);
  });

  it('reads changes by SHA, and by number where the SHA is said', () => {
    const event = 'change.merged';

    expect(parse({ event, subjectId: 'ABCDEF01' }).drafts[0]).toMatchObject({
      sha: 'abcdef01',
      repository: 'shopkart/checkout',
      mergedAt: '2026-11-20T14:08:31.315Z',
      number: undefined,
    });
    expect(
      parse({
        event,
        subjectId: '#12',
        customData: { commitSha: 'FFF', committedAt: '2026-11-19T10:00:00Z' },
      }).drafts[0],
    ).toMatchObject({
      sha: 'fff',
      number: '#12',
      committedAt: '2026-11-19T10:00:00.000Z',
    });
    expect(parse({ event, subjectId: '#12' })).toMatchObject({
      drafts: [],
      notice: "'change.merged' changes no fact",
    });
  });

  it.each([
    [
      'an unknown key',
      { subject: { colour: 'red' } },
      'subject.colour: must NOT have additional properties. See ' +
        'dev.cdevents.service.deployed of CDEvents 0.5',
    ],
    [
      'a missing environment',
      { content: { artifactId: 'pkg:oci/x' } },
      'subject.content.environment: must have required property',
    ],
    [
      'an artifact without a name',
      { content: { environment: { id: 'production' }, artifactId: '' } },
      'subject.content.artifactId: must NOT have fewer than 1 characters',
    ],
    [
      'a link of no kind',
      { context: { links: [{ linkType: 'NEXT', from: { contextId: 'a' } }] } },
      'context.links.0',
    ],
    [
      'a link from nowhere',
      { context: { links: [{ linkType: 'PATH' }] } },
      'context.links.0',
    ],
    [
      'the subject type of 0.4 in 0.5',
      { subject: { type: 'service' } },
      'subject.type: must NOT have additional properties',
    ],
    [
      'a time without a zone',
      { context: { timestamp: '2026-11-20 14:08' } },
      'context.timestamp: must match format "date-time"',
    ],
    [
      'a chain without a name',
      { context: { chainId: '' } },
      'context.chainId: must NOT have fewer than 1 characters',
    ],
    [
      'an unknown outcome',
      { customData: { outcome: 'fine' } },
      'customData.outcome: ',
    ],
    [
      'an artifact of what was removed',
      {
        event: 'service.removed',
        content: { environment: { id: 'p' }, artifactId: 'pkg:oci/x' },
      },
      'subject.content.artifactId: must NOT have',
    ],
  ])('refuses %s and names the path', (_, options, message) => {
    expect(() => parse(options)).toThrow(message);
  });

  it.each([
    ['a chain of any name', { context: { chainId: 'chain' } }],
    [
      'an artifact of any name',
      {
        content: { environment: { id: 'production' }, artifactId: 'checkout' },
      },
    ],
    ['no content type of its own data', { customDataContentType: '' }],
    [
      'links of all kinds',
      {
        context: {
          links: [
            { linkType: 'PATH', from: { contextId: 'a' }, tags: { x: 1 } },
            { linkType: 'END', from: { contextId: 'b' } },
            {
              linkType: 'RELATION',
              linkKind: 'trigger',
              target: { contextId: 'c' },
            },
          ],
        },
      },
    ],
    [
      'links as 0.4.0 writes them',
      {
        spec: '0.4' as const,
        context: {
          links: [{ link_type: 'PATH', from: { context_id: 'a' } }],
        },
      },
    ],
  ])('takes %s, as the official schema does', (_, options) => {
    expect(parse(options).drafts).toHaveLength(1);
  });

  it('wants subject.type in 0.4', () => {
    expect(() => parse({ spec: '0.4', subject: { type: undefined } })).toThrow(
      'subject.type: must have required property',
    );
  });

  it('is lenient with versions of types that came later', () => {
    const type = 'dev.cdevents.service.deployed.0.9.0';

    expect(
      parse({ context: { type }, subject: { colour: 'red' } }).drafts,
    ).toHaveLength(1);
    expect(() =>
      parse({ context: { type }, content: { artifactId: 'pkg:oci/x' } }),
    ).toThrow('subject.content.environment');
  });

  it.each([
    ['dev.cdevents.pipelinerun.finished.0.3.0'],
    ['dev.cdevents.service.exploded.0.3.0'],
    ['com.github.push'],
  ])('ignores %s', type => {
    expect(parse({ context: { type } })).toMatchObject({
      summary: type,
      drafts: [],
      notice: expect.stringContaining(type),
    });
  });

  it('ignores CloudEvents that carry no CDEvent', () => {
    const event = {
      specversion: '1.0',
      id: '1',
      source: '/x',
      type: 'com.example.x',
      data: 7,
    };

    expect(sender.parse(delivery(event, STRUCTURED))).toMatchObject({
      summary: 'com.example.x',
      drafts: [],
    });
  });

  it.each(['id', 'source', 'type'])(
    'refuses an envelope whose %s says something else',
    key => {
      const data = cdEvent();
      const message = `context.${key}: it is not the '${key}' of the CloudEvent`;

      expect(() =>
        sender.parse(
          delivery({ ...structured(data), [key]: 'other' }, STRUCTURED),
        ),
      ).toThrow(message);
      expect(() =>
        sender.parse(delivery(data, binary(data, { [`ce-${key}`]: 'other' }))),
      ).toThrow(message);
    },
  );

  it('decodes the headers of the binary mode', () => {
    const data = cdEvent({ id: 'Straße 1' });

    expect(
      sender.parse(
        delivery(
          data,
          binary(data, { 'ce-id': encodeURIComponent('Straße 1') }),
        ),
      ).drafts,
    ).toHaveLength(1);
    expect(() =>
      sender.parse(delivery(data, binary(data, { 'ce-id': '%E0%A4%A' }))),
    ).toThrow('ce-id: its percent-encoding is broken');
  });

  it('refuses other versions of CloudEvents and what is no event at all', () => {
    const data = cdEvent();

    expect(() =>
      sender.parse(
        delivery({ ...structured(data), specversion: '0.3' }, STRUCTURED),
      ),
    ).toThrow('specversion: ');
    expect(() => sender.parse(delivery({}, JSON_TYPE))).toThrow(
      'context.id: it is missing',
    );
    expect(() => sender.parse(delivery('null', STRUCTURED))).toThrow('body: ');
  });

  it('knows an event by its source and id in each mode', () => {
    const data = cdEvent();
    const key = '["https://ci.example.com/prod","271069a8"]';

    expect(sender.keyOf(delivery(data, JSON_TYPE)).key).toBe(key);
    expect(sender.keyOf(delivery(structured(data), STRUCTURED)).key).toBe(key);
    expect(sender.keyOf(delivery(data, binary(data))).key).toBe(key);
    expect(sender.keyOf(delivery('{', JSON_TYPE)).key).toMatch(
      /^[0-9a-f]{64}$/,
    );
  });

  it.each([
    ['{"no": "list"}', 'body: a batch of CloudEvents is a list'],
    [
      JSON.stringify(Array.from({ length: 1_001 }, () => 0)),
      'body: the batch has 1001 events. Send at most 1000 at a time',
    ],
    ['[', 'body: it is not JSON'],
  ])('says what is wrong with a batch', (body, message) => {
    expect(() =>
      sender.parse(
        delivery(body, {
          'content-type': 'application/cloudevents-batch+json',
        }),
      ),
    ).toThrow(message);
  });
});
