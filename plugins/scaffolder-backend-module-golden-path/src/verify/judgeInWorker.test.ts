import { judgeInWorker } from './judgeInWorker';

const files = [
  { path: 'a', text: '1' },
  { path: 'b', text: '22' },
];
const ask = (judge: string, library = 'node:path') =>
  judgeInWorker<unknown>({ library, judge, files });

describe('judgeInWorker', () => {
  it('answers for each file, with the library', async () => {
    expect(
      await ask(
        'async ({ posix }, all) => all.map(({ path, text }) => posix.join(path, text))',
      ),
    ).toEqual(['a/1', 'b/22']);
  });

  it('keeps what a library puts into the global scope to itself', async () => {
    await ask('async () => { globalThis.leaked = 1; return []; }');
    expect(globalThis).not.toHaveProperty('leaked');
    expect(await ask('async () => [typeof globalThis.leaked]')).toEqual([
      'undefined',
    ]);
  });

  it('sees nothing of the environment of the portal', async () => {
    process.env.PORTAL_SECRET = 'x';
    expect(await ask('async () => [process.env.PORTAL_SECRET]')).toEqual([
      undefined,
    ]);
    delete process.env.PORTAL_SECRET;
  });

  it.each([
    ['async () => { throw new Error("gave up"); }', 'gave up'],
    ['async () => process.exit(3)', 'ended with 3'],
    ['no function', "Unexpected token 'function'"],
  ])('says so where the judge is %s', async (judge, message) => {
    await expect(ask(judge)).rejects.toThrow(message);
  });

  it('says so where there is no such library', async () => {
    await expect(ask('async () => []', '/no/such/library')).rejects.toThrow(
      '/no/such/library',
    );
  });
});
