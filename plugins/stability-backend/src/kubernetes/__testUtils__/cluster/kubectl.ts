import { execFile } from 'node:child_process';

/** Runs the kubectl that `npm run test:cluster` names, against its cluster. */
export function kubectl(args: string[], input?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const program = execFile(
      process.env.KUBECTL_BIN ?? 'kubectl',
      args,
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) =>
        error
          ? reject(new Error(`kubectl ${args.join(' ')}: ${stderr}`))
          : resolve(stdout),
    );
    program.stdin?.end(input ?? '');
  });
}

/** Applies objects as people do. */
export async function apply(...objects: object[]): Promise<void> {
  const list = { apiVersion: 'v1', kind: 'List', items: objects };
  await kubectl(['apply', '-f', '-'], JSON.stringify(list));
}

/** Applies objects on the server's side, which is quicker for many. */
export async function applyMany(objects: object[]): Promise<void> {
  const list = { apiVersion: 'v1', kind: 'List', items: objects };
  await kubectl(['apply', '--server-side', '-f', '-'], JSON.stringify(list));
}
