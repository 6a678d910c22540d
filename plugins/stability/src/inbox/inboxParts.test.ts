import fc from 'fast-check';
import { doorSetUp } from './doorSetUp';
import { fullEntityRef } from './fullEntityRef';
import { INBOX_STATES, readInboxQuery, writeInboxQuery } from './InboxQuery';
import { readableBody } from './readableBody';

describe('what opens a door', () => {
  it('is a secret of its own for a webhook', () => {
    const { kind, config, path } = doorSetUp('argo-rollouts');
    expect(kind).toBe('webhook');
    expect(config).toContain("secrets: ['${ARGO_ROLLOUTS_SECRET}']");
    expect(path).toBe('/api/stability/webhooks/argo-rollouts');
  });

  it('is a restricted token for CDEvents', () => {
    const { config, path } = doorSetUp('cdevents');
    expect(config).toContain('permission: stability.events.create');
    expect(path).toBe('/api/stability/events');
  });

  it('is a switch where the portal looks itself', () => {
    expect(doorSetUp('kubernetes')).toMatchObject({ kind: 'polled', path: '' });
  });
});

describe('a typed entity ref', () => {
  it.each([
    ['checkout', 'component:default/checkout'],
    [' system:purchase ', 'system:default/purchase'],
    ['Component:Shop/Checkout', 'component:shop/checkout'],
    ['', undefined],
    ['a:b/c/', undefined],
  ])('%p is %p', (text, ref) => {
    expect(fullEntityRef(text)).toBe(ref);
  });
});

describe('a body as it is shown', () => {
  it('is indented where it is JSON, and else as it came', () => {
    expect(readableBody('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(readableBody('name=checkout')).toBe('name=checkout');
  });
});

describe('the address of the inbox', () => {
  it('says what is shown, and can be read back', () => {
    fc.assert(
      fc.property(
        fc.record({
          state: fc.constantFrom(undefined, ...INBOX_STATES),
          source: fc.constantFrom(undefined, 'github', 'argo-rollouts'),
          delivery: fc.option(fc.uuid(), { nil: undefined }),
        }),
        query => {
          expect(readInboxQuery(writeInboxQuery(query))).toEqual(query);
        },
      ),
    );
  });

  it('leaves out what it does not understand', () => {
    expect(readInboxQuery(new URLSearchParams('state=lost'))).toEqual({});
  });
});
