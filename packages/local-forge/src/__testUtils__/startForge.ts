import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LocalForge } from '../server';
import { gitIn } from './gitIn';

const ACCOUNT = { username: 'dev', password: 'only-here' };

/** A forge on a free port, and the portal's settings for it. */
export async function startForge(directory: string) {
  const faults: Error[] = [];
  const forge = await LocalForge.start({
    directory,
    port: 0,
    ...ACCOUNT,
    onFault: error => void faults.push(error),
  });
  const { host } = new URL(forge.url);
  const config = new ConfigReader({
    integrations: { gitea: [{ host, baseUrl: forge.url, ...ACCOUNT }] },
  });
  const basic = Buffer.from(`${ACCOUNT.username}:${ACCOUNT.password}`);
  const authorization = `Basic ${basic.toString('base64')}`;
  const send = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${forge.url}/api/v1${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  return {
    forge,
    /** Ends it; nothing may have gone wrong inside. */
    async stop() {
      await forge.close();
      if (faults.length > 0) {
        throw faults[0];
      }
    },
    host,
    config,
    integrations: ScmIntegrations.fromConfig(config),
    /** Address with the account in it, as git takes it. */
    gitUrl: (path: string) =>
      `http://${ACCOUNT.username}:${ACCOUNT.password}@${host}${path}`,
    send,
    /** Makes a repository with these files on main. */
    async fill(owner: string, repo: string, files: Record<string, string>) {
      await send('POST', `/orgs/${owner}/repos`, { name: repo });
      const work = mkdtempSync(join(directory, '.work-'));
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(work, path)), { recursive: true });
        writeFileSync(join(work, path), content);
      }
      const git = gitIn(work);
      await git('init', '--quiet', '--initial-branch=main');
      await git('add', '--all');
      await git('commit', '--quiet', '--message=first');
      await git(
        'push',
        '--quiet',
        this.gitUrl(`/${owner}/${repo}.git`),
        'main',
      );
      return { work, git };
    },
  };
}
