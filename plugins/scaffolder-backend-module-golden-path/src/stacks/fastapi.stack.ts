import { execFileSync } from 'node:child_process';
import { findProgram } from '../__testUtils__/findProgram';
import { machineSettings } from './__testUtils__/machineSettings';
import { hasRedis, openRedis } from './__testUtils__/openRedis';
import { proveStack } from './__testUtils__/proveStack';

proveStack({
  stack: 'fastapi',
  missing: whatIsMissing(),
  tools: machineSettings(),
  start: { command: './.venv/bin/python', args: ['-m', 'app'] },
  openDataStore: openRedis,
});

function whatIsMissing(): string | undefined {
  const python = findProgram('python3');
  if (!python || !canBuild(python)) {
    return 'Python not found: install Python 3.11 or newer with venv, so that python3 is on PATH';
  }
  return hasRedis()
    ? undefined
    : 'Redis not found: set REDIS_SERVER_BIN, or run npm test, which brings one';
}

function canBuild(python: string): boolean {
  try {
    execFileSync(
      python,
      ['-c', 'import ensurepip, sys, venv; assert sys.version_info >= (3, 11)'],
      { stdio: 'ignore' },
    );
    return true;
  } catch {
    return false;
  }
}
