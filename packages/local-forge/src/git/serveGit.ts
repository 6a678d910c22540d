import { spawn } from 'node:child_process';
import type { Request, Response } from 'express';
import { gitEnvironment } from './gitEnvironment';
import { readCgiHead } from './readCgiHead';

/** Longer heads come from no git. */
const MOST_HEAD = 64 * 1024;

/**
 * Lets git's own HTTP server answer a request: fetches and pushes over "smart
 * HTTP".
 *
 * @param options.root - folder of all repositories
 * @param options.path - of the repository and the service, below the root
 * @param options.username - who has given the password; undefined for who only
 * reads
 */
export async function serveGit(options: {
  request: Request;
  response: Response;
  root: string;
  path: string;
  username: string | undefined;
}): Promise<void> {
  const { request, response, root, path, username } = options;
  const child = spawn('git', ['http-backend'], {
    env: {
      ...gitEnvironment(),
      ...variablesOf(request),
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: path,
      // git takes pushes from who has a name
      ...(username && { REMOTE_USER: username }),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  response.on('close', () => child.kill());
  child.stdin.on('error', () => undefined);
  request.pipe(child.stdin);
  await new Promise<void>((resolve, reject) => {
    let pending: Buffer | undefined = Buffer.alloc(0);
    child.on('error', reject);
    child.stdout.on('data', (chunk: Buffer) => {
      if (!pending) {
        return;
      }
      pending = Buffer.concat([pending, chunk]);
      const found = readCgiHead(pending);
      if (found) {
        const { head, bytes } = found;
        const rest = pending.subarray(bytes);
        pending = undefined;
        response.status(head.status);
        head.headers.forEach(([name, value]) =>
          response.setHeader(name, value),
        );
        response.write(rest);
        child.stdout.pipe(response);
      } else if (pending.length > MOST_HEAD) {
        child.kill();
      }
    });
    child.on('close', () => {
      if (pending) {
        reject(new Error('git http-backend ended without an answer'));
      } else {
        resolve();
      }
    });
  });
}

function variablesOf(request: Request): NodeJS.ProcessEnv {
  const { 'content-type': type, 'content-length': length } = request.headers;
  const encoding = request.headers['content-encoding'];
  const protocol = request.headers['git-protocol'];
  return {
    REQUEST_METHOD: request.method,
    QUERY_STRING: request.originalUrl.split('?')[1] ?? '',
    ...(type && { CONTENT_TYPE: type }),
    ...(length && { CONTENT_LENGTH: length }),
    ...(encoding && { HTTP_CONTENT_ENCODING: encoding }),
    ...(typeof protocol === 'string' && { GIT_PROTOCOL: protocol }),
  };
}
