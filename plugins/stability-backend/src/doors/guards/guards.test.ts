import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { BearerGuard } from './BearerGuard';
import type { Guard } from './Guard';
import { HmacGuard } from './HmacGuard';
import { matchesSecret } from './matchesSecret';
import { TokenGuard } from './TokenGuard';

const OLD = 'the-old-secret-of-last-year';
const NEW = 'the-new-secret-of-this-year';
const BODY = Buffer.from('{"a": 1}');

const sign = (secret: string, body: Buffer = BODY) =>
  createHmac('sha256', secret).update(body).digest('hex');

const trusts = (
  guard: Guard,
  headers: Record<string, string>,
  body = BODY,
) => ({
  admits: guard.admits(headers),
  trusts: guard.trusts({ headers, body }),
});

describe('HmacGuard', () => {
  const github = HmacGuard.create({
    header: 'x-hub-signature-256',
    prefix: 'sha256=',
    secrets: [OLD, NEW],
  });
  const pagerduty = HmacGuard.create({
    header: 'x-pagerduty-signature',
    prefix: 'v1=',
    secrets: [NEW],
  });

  it('trusts each of several secrets', () => {
    for (const secret of [OLD, NEW]) {
      expect(
        trusts(github, { 'x-hub-signature-256': `sha256=${sign(secret)}` }),
      ).toEqual({ admits: true, trusts: true });
    }
  });

  it('trusts one good signature of several, as in a rotation', () => {
    expect(
      trusts(pagerduty, {
        'x-pagerduty-signature': `v1=${sign(OLD)}, v1=${sign(NEW)}`,
      }).trusts,
    ).toBe(true);
  });

  it('covers the exact bytes', () => {
    const headers = { 'x-hub-signature-256': `sha256=${sign(NEW)}` };

    expect(trusts(github, headers, Buffer.from('{"a":1}')).trusts).toBe(false);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (bytes, index) => {
        const body = Buffer.from(bytes);
        const signed = { 'x-hub-signature-256': `sha256=${sign(NEW, body)}` };
        expect(github.trusts({ headers: signed, body })).toBe(true);
        const changed = Buffer.from(body);
        changed[index % body.length] ^= 1;
        expect(github.trusts({ headers: signed, body: changed })).toBe(false);
      }),
    );
  });

  it.each([
    [undefined],
    [''],
    ['sha256='],
    [`sha1=${sign(NEW)}`],
    [sign(NEW)],
    [`sha256=${sign(NEW).slice(2)}`],
    [`sha256=${sign(NEW)}00`],
    [`sha256=${'z'.repeat(64)}`],
    [`xha256=${sign(NEW)}`],
    [`v1=sha256=${sign(NEW)}`],
    [`sha256=${sign(NEW)} x`],
  ])('does not even read the body of %p', header => {
    expect(
      trusts(
        github,
        header === undefined ? {} : { 'x-hub-signature-256': header },
      ),
    ).toEqual({ admits: false, trusts: false });
  });

  it.each([
    [9, true],
    [10, false],
    [20, false],
  ])('looks at ten signatures: after %i others, %s', (others, expected) => {
    const many = Array.from({ length: others }, () => `v1=${sign(OLD)}`);

    expect(
      trusts(pagerduty, {
        'x-pagerduty-signature': [...many, `v1=${sign(NEW)}`].join(','),
      }).trusts,
    ).toBe(expected);
  });

  it('reads a signature in capitals, and skips what is none', () => {
    const loud = sign(NEW).toUpperCase();
    expect(
      trusts(github, { 'x-hub-signature-256': `sha256=${loud}` }).trusts,
    ).toBe(true);
    expect(
      trusts(pagerduty, {
        'x-pagerduty-signature': `v2=x, v1=nothing,v1=${sign(NEW)}`,
      }).trusts,
    ).toBe(true);
  });

  it('trusts nobody without a secret, not even the signature of none', () => {
    const closed = HmacGuard.create({
      header: 'x-hub-signature-256',
      prefix: 'sha256=',
      secrets: [],
    });
    expect(
      trusts(closed, { 'x-hub-signature-256': `sha256=${sign('')}` }),
    ).toEqual({ admits: true, trusts: false });
  });
});

describe('TokenGuard', () => {
  const guard = TokenGuard.create({
    header: 'x-gitlab-token',
    secrets: [OLD, NEW],
  });

  it.each([
    [OLD, true],
    [NEW, true],
    [`${NEW} `, false],
    [NEW.slice(1), false],
    ['', false],
  ])('%p is trusted: %s', (token, expected) => {
    expect(trusts(guard, { 'x-gitlab-token': token })).toEqual({
      admits: expected,
      trusts: expected,
    });
  });

  it('trusts nobody without the header', () => {
    expect(guard.admits({})).toBe(false);
  });
});

describe('BearerGuard', () => {
  const guard = BearerGuard.create({
    secrets: [NEW],
    basic: [{ username: 'alertmanager', password: OLD }],
  });
  const basic = (pair: string) =>
    `Basic ${Buffer.from(pair).toString('base64')}`;

  it.each([
    [`Bearer ${NEW}`, true],
    [`bearer  ${NEW}`, true],
    [basic(`alertmanager:${OLD}`), true],
    [basic(`alertmanager:${NEW}`), false],
    [basic(`other:${OLD}`), false],
    [`Bearer ${OLD}`, false],
    [`Bearer alertmanager:${OLD}`, false],
    [basic(NEW), false],
    [NEW, false],
    [`Token ${NEW}`, false],
    [`x Bearer ${NEW}`, false],
    [`Bearer ${NEW} x`, false],
    [`Bearer${NEW}`, false],
    [basic(`alertmanager:${OLD}x`), false],
    ['Bearer ', false],
  ])('%s is trusted: %s', (authorization, expected) => {
    expect(trusts(guard, { authorization })).toEqual({
      admits: expected,
      trusts: expected,
    });
  });

  it('trusts nobody without secrets', () => {
    const closed = BearerGuard.create({ secrets: [] });

    expect(closed.admits({ authorization: 'Bearer x' })).toBe(false);
    expect(closed.admits({ authorization: basic(':') })).toBe(false);
    expect(closed.admits({})).toBe(false);
  });
});

describe('matchesSecret', () => {
  it('is true for one of them, exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (secrets, presented) => {
        expect(matchesSecret(presented, secrets)).toBe(
          secrets.includes(presented),
        );
      }),
    );
  });
});
