import { findingsOf } from '../__testUtils__/findingsOf';
import { secretCheck } from './secretCheck';

const letters = 'Ab3dEf6hIj9lMn2pQr5tUv8xYz1Bc4De7Gh0Jk3Mn6Pq';
/** Put together here, so that no scanner takes this file for a leak. */
const join = (...parts: string[]) => parts.join('');

describe('secretCheck', () => {
  it.each([
    join('-----BEGIN RSA ', 'PRIVATE KEY-----'),
    join('aws_access_key_id = AKIA', 'QWERTYUIOPASDFGH'),
    join('ghp_', letters.slice(0, 36)),
    join('github_pat_', letters, letters),
    join('glpat-', letters.slice(0, 20)),
    join('//registry/:_authToken=npm_', letters.slice(0, 36)),
    join('xoxb-', letters.slice(0, 24)),
    join(
      'https://hooks.slack.com/',
      'services/T0ABCDEF/B0ABCDEF/',
      letters.slice(0, 24),
    ),
    join('AIza', letters.slice(0, 35)),
    join('sk_live_', letters.slice(0, 24)),
    join(
      'eyJ',
      letters.slice(0, 20),
      '.eyJ',
      letters.slice(0, 20),
      '.',
      letters.slice(0, 30),
    ),
    join('postgresql://app:', letters.slice(0, 20), '@db:5432/app'),
    join('password: ', letters.slice(0, 24)),
    join('"api_key": "', letters.slice(0, 32), '",'),
  ])('finds %s', async line => {
    expect(
      await findingsOf(secretCheck, { 'config/app.yaml': `a: 1\n${line}\n` }),
    ).toEqual([expect.stringMatching(/^error config\/app\.yaml:2 holds /)]);
  });

  it.each([
    'password: changeme',
    'password: $DATABASE_PASSWORD',
    'secret: the-name-of-a-secret-in-the-cluster',
    'secretKeyRef: { name: gift-cards-database-credentials }',
    'postgresql://app:app@postgres:5432/app',
    'postgresql://app:${DATABASE_PASSWORD_OF_THE_APP}@db:5432/app',
    'AKIAIOSFODNN7EXAMPLE is what manuals write',
    'token: ${{ secrets.GITHUB_TOKEN }}',
    `image@sha256:${'0123456789abcdef'.repeat(4)}`,
  ])('leaves %s alone', async line => {
    expect(await findingsOf(secretCheck, { 'values.yaml': line })).toEqual([]);
  });

  it('leaves sums of packages alone', async () => {
    const text = `"token": "${letters}"`;
    expect(
      await findingsOf(secretCheck, { 'package-lock.json': text }),
    ).toEqual([]);
    expect(
      await findingsOf(secretCheck, { 'package.json': text }),
    ).toHaveLength(1);
  });
});
