import { createMockDirectory } from '@backstage/backend-test-utils';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getPriority } from 'node:os';
import { DuckDbProcess, type DuckDbValue } from './DuckDbProcess';

const LIMITS = { memoryMiB: 64, threads: 1, spillMiB: 64, seconds: 600 };
const never = new AbortController().signal;

describe('DuckDbProcess', () => {
  const directory = createMockDirectory();
  const running: DuckDbProcess[] = [];

  async function open(
    files: string[] = [],
    options: { limits?: Partial<typeof LIMITS>; signal?: AbortSignal } = {},
  ) {
    const opened = await DuckDbProcess.open({
      files: files.map(file => directory.resolve(file)),
      spillDirectory: directory.resolve('spill'),
      limits: { ...LIMITS, ...options.limits },
      signal: options.signal ?? never,
    });
    running.push(opened);
    return opened;
  }

  const rowsOf = async (duckdb: DuckDbProcess, sql: string) => {
    const rows: DuckDbValue[][] = [];
    await duckdb.query({
      sql,
      batch: 2,
      onRows: some => void rows.push(...some),
    });
    return rows;
  };

  beforeEach(() =>
    directory.setContent({
      'bill.csv': 'a,b\n1,2\n',
      'other.csv': 'a,b\n3,4\n',
      "it's.csv": 'a\n7\n',
      spill: {},
    }),
  );
  afterEach(async () => {
    await Promise.all(running.splice(0).map(one => one.close()));
  });

  it('reads the files that it may read, in batches', async () => {
    const duckdb = await open(['bill.csv', "it's.csv"]);
    const path = directory.resolve("it's.csv").replace("'", "''");

    expect(await rowsOf(duckdb, `select a from read_csv('${path}')`)).toEqual([
      ['7'],
    ]);
    const sizes: number[] = [];
    await duckdb.query({
      sql: 'select i::varchar from range(5) as t(i)',
      batch: 2,
      onRows: rows => void sizes.push(rows.length),
    });
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('ends a batch of long texts before it is full', async () => {
    const duckdb = await open();
    const batches: string[][] = [];
    await duckdb.query<[string]>({
      sql: `select cast(json_array(repeat('x', 9000)) as varchar) from range(5)`,
      batch: 4,
      isJson: true,
      onRows: rows => void batches.push(rows.map(([text]) => text)),
    });

    expect(batches.map(rows => rows.length)).toEqual([2, 2, 1]);
    expect(batches.flat()).toEqual(Array(5).fill('x'.repeat(9000)));
  });

  it.each([1, 3, 100_000])(
    'ends where nobody takes the rest of %s rows',
    async count => {
      const duckdb = await open();
      const refused = new Error('this row is none');
      await expect(
        duckdb.query({
          sql: `select i::varchar from range(${count}) as t(i)`,
          batch: 1,
          onRows: async () => {
            // what follows the row has come by then, and is not read
            await new Promise(resolve => setTimeout(resolve, 50));
            throw refused;
          },
        }),
      ).rejects.toBe(refused);

      await duckdb.close();

      expect(() => process.kill(duckdb.pid!, 0)).toThrow('ESRCH');
    },
  );

  it('waits for who takes the rows', async () => {
    const duckdb = await open();
    let busy = 0;
    await duckdb.query({
      sql: 'select i::varchar from range(20) as t(i)',
      batch: 1,
      onRows: async () => {
        busy += 1;
        await new Promise(resolve => setImmediate(resolve));
        expect(busy).toBe(1);
        busy -= 1;
      },
    });
    expect.hasAssertions();
  });

  it('reads and writes nothing else, and asks nobody', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(String(request.url));
      response.end('a\n1\n');
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    const { port } = server.address() as AddressInfo;
    const duckdb = await open(['bill.csv']);

    for (const sql of [
      `select * from read_csv('${directory.resolve('other.csv')}')`,
      `select * from read_csv('${directory.resolve('*.csv')}')`,
      `select * from read_csv('${directory.resolve('spill/../other.csv')}')`,
      `select * from read_text('/etc/hostname')`,
      `select * from read_csv('http://127.0.0.1:${port}/bill.csv')`,
      `copy (select 1) to '${directory.resolve('copy.csv')}'`,
      `attach '${directory.resolve('new.db')}'`,
      `install httpfs`,
      `load httpfs`,
      `set memory_limit = '8GB'`,
      `set enable_external_access = true`,
      `set allowed_paths = ['/etc/hostname']`,
    ]) {
      await expect(duckdb.query({ sql })).rejects.toThrow('DuckDB refused');
    }
    server.close();

    expect(asked).toEqual([]);
    expect(directory.content()).not.toHaveProperty('copy.csv');
    // and it is well
    expect(await rowsOf(duckdb, 'select 1::varchar')).toEqual([['1']]);
  });

  it("knows none of the portal's variables", async () => {
    process.env.BILL_SECRET = 'swordfish';
    const duckdb = await open();
    delete process.env.BILL_SECRET;

    await expect(
      rowsOf(duckdb, "select getenv('BILL_SECRET')"),
    ).rejects.toThrow('DuckDB refused');
  });

  it('keeps what a row says out of its message', async () => {
    const duckdb = await open();

    const refusal = await duckdb
      .query({ sql: "select cast('a secret' as integer)" })
      .catch(error => error);

    expect(refusal.said).toContain('a secret');
    expect(String(refusal.message)).not.toContain('secret');
  });

  it('is killed when it takes too long', async () => {
    const asked = open([], { limits: { seconds: 1.5 } }).then(duckdb =>
      duckdb.query({ sql: 'select count(*) from range(10000000000000)' }),
    );

    // also where a busy machine needs that long to start it
    await expect(asked).rejects.toMatchObject({
      ending: 'timeout',
      message: expect.stringContaining('more than 1.5 seconds'),
    });
  });

  it('is killed when the portal stops, and not started after', async () => {
    const stopping = new AbortController();
    const duckdb = await open([], { signal: stopping.signal });
    const asked = duckdb.query({
      sql: 'select count(*) from range(10000000000000)',
    });
    stopping.abort();

    await expect(asked).rejects.toMatchObject({ ending: 'stopped' });
    await expect(open([], { signal: stopping.signal })).rejects.toThrow();
  });

  it('says when the process is gone', async () => {
    const duckdb = await open();
    process.kill(duckdb.pid!, 'SIGKILL');

    await expect(duckdb.query({ sql: 'select 1' })).rejects.toMatchObject({
      ending: 'crashed',
    });
  });

  it('lets the portal go first', async () => {
    const duckdb = await open();

    expect(getPriority(duckdb.pid!)).toBeGreaterThan(getPriority());
  });

  it('keeps to its memory', async () => {
    const duckdb = await open([], { limits: { spillMiB: 1 } });

    await expect(
      duckdb.query({
        sql: 'create table big as select md5(i::varchar) a, md5((i+1)::varchar) b from range(2000000) as t(i)',
      }),
    ).rejects.toMatchObject({ said: expect.stringMatching(/memory|temp/i) });
  });
});
