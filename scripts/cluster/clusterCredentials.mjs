import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes what the control plane and its users know each other by: a token of an
 * administrator, keys that sign tokens of service accounts, a kubeconfig. All
 * of it is good for this one cluster and this one run.
 *
 * @param {{ folder: string, url: string }} options folder: it is made; url: of
 *   the API server
 */
export function makeClusterCredentials({ folder, url }) {
  mkdirSync(folder, { recursive: true });
  const token = randomBytes(16).toString('hex');
  const tokens = join(folder, 'tokens.csv');
  writeFileSync(tokens, `${token},admin,admin,"system:masters"\n`);
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const signingKey = join(folder, 'service-accounts.key');
  const publicKeyFile = join(folder, 'service-accounts.pub');
  writeFileSync(signingKey, privateKey);
  writeFileSync(publicKeyFile, publicKey);
  const kubeconfig = join(folder, 'kubeconfig.json');
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name: 'test',
          cluster: { server: url, 'insecure-skip-tls-verify': true },
        },
      ],
      users: [{ name: 'admin', user: { token } }],
      contexts: [{ name: 'test', context: { cluster: 'test', user: 'admin' } }],
      'current-context': 'test',
    }),
  );
  return { token, tokens, signingKey, publicKeyFile, kubeconfig };
}
