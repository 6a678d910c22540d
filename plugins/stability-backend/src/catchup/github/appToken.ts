import { createPrivateKey, sign } from 'node:crypto';

/** GitHub allows ten minutes; its clock may be behind ours. */
const LIFETIME_SECONDS = 480;
const SKEW_SECONDS = 60;

/**
 * The token by which a GitHub App asks about itself: a JWT signed with RS256.
 *
 * @param options.privateKey - PEM
 * @param options.now - Unix milliseconds
 */
export function appToken(options: {
  appId: number;
  privateKey: string;
  now: number;
}): string {
  const { appId, privateKey, now } = options;
  const seconds = Math.floor(now / 1000);
  const head = encoded({ alg: 'RS256', typ: 'JWT' });
  const claims = encoded({
    iss: String(appId),
    iat: seconds - SKEW_SECONDS,
    exp: seconds + LIFETIME_SECONDS,
  });
  const signature = sign(
    'RSA-SHA256',
    Buffer.from(`${head}.${claims}`),
    createPrivateKey(privateKey),
  );
  return `${head}.${claims}.${signature.toString('base64url')}`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
