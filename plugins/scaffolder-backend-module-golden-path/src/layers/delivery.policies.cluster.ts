import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { renderChart } from '../__testUtils__/chart/renderChart';
import {
  type RenderedService,
  renderService,
} from '../__testUtils__/renderService';

const run = promisify(execFile);
const STACKS = ['fastapi', 'spring-boot', 'node'] as const;
const STRATEGIES = ['rolling', 'canary', 'blue-green'] as const;
const DIGEST = `sha256:${'0'.repeat(64)}`;

let folder: string;
let service: RenderedService;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policies-'));
  service = await renderService({ stack: 'node' });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function conftest(...args: string[]): Promise<string> {
  const { stdout } = await run(
    process.env.CONFTEST_BIN ?? 'conftest',
    [...args, '--policy', 'policies', '--no-color'],
    { cwd: service.folder },
  );
  return stdout;
}

/** Judges objects one by one, and all together. */
async function judge(objects: object[]): Promise<void> {
  const file = join(folder, 'objects.yaml');
  writeFileSync(file, objects.map(one => stringify(one)).join('---\n'));
  await conftest('test', file);
  await conftest('test', '--combine', '--namespace', 'together', file);
}

it('policies are proved by their own tests', async () => {
  expect(await conftest('verify')).toMatch(/(\d+) tests, \1 passed/);
});

it.each(STACKS)('policies find nothing in the chart of %s', async stack => {
  const rendered = await renderService({ stack });
  for (const type of STRATEGIES) {
    for (const environment of ['staging', 'production'] as const) {
      const values = { 'strategy.type': type, 'image.digest': DIGEST };
      const objects = await renderChart({
        folder: rendered.folder,
        environment,
        values,
      });
      await expect(judge(objects)).resolves.toBeUndefined();
    }
  }
});

it.each<[string, Record<string, string | boolean>, RegExp]>([
  ['an image without a digest', {}, /needs its digest/],
  [
    'no network policy',
    { 'networkPolicy.enabled': false, 'image.digest': DIGEST },
    /no NetworkPolicy is for its pods/,
  ],
])('policies refuse production with %s', async (_, values, words) => {
  const objects = await renderChart({
    folder: service.folder,
    environment: 'production',
    values,
  });
  await expect(judge(objects)).rejects.toMatchObject({
    stdout: expect.stringMatching(words),
  });
});
