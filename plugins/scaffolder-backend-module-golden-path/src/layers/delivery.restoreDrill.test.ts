import { join } from 'node:path';
import {
  type Answer,
  DrillWorkshop,
} from '../__testUtils__/chart/drillWorkshop';
import { renderService } from '../__testUtils__/renderService';

const HOST = 'gift-cards.abc.euc1.cache.amazonaws.com';
const REDIS = { REDIS_URL: `rediss://:t0ken@${HOST}:6379/0` };
const POSTGRESQL = {
  DATABASE_URL:
    'jdbc:postgresql://db.abc.rds.amazonaws.com:5432/app?sslmode=require',
  DATABASE_USER: 'app',
  DATABASE_PASSWORD: 'secret',
};

async function workshop(stack: 'fastapi' | 'spring-boot') {
  const { folder } = await renderService({ stack, terraform: true });
  return DrillWorkshop.create({
    scripts: join(folder, 'chaos', 'restore-drill'),
  });
}

describe('the restore drill of Redis', () => {
  const aws: Answer[] = [
    {
      words: `describe-replication-groups ${HOST}`,
      stdout: 'gift-cards-production',
    },
    // nothing was left by an earlier drill
    { words: 'describe-replication-groups drill-', stdout: 'drill.cache' },
    {
      words: 'describe-replication-groups MemberClusters',
      stdout: 'gift-cards-production-001',
    },
    {
      words: 'describe-cache-clusters',
      stdout: 'cache.t3.medium subnets parameters sg-1',
    },
    { words: 'describe-snapshots', stdout: 'automatic.2026-11-22' },
    { words: 'create-replication-group' },
    { words: 'wait replication-group-available' },
  ];
  const leftover = (exitCode: number): Answer => ({
    words: 'delete-replication-group',
    exitCode,
  });
  const redis = (keys: string): Answer[] => [
    { words: 'DBSIZE', stdout: keys },
    { words: 'RANDOMKEY', stdout: 'item:1' },
    { words: 'DUMP item:1', stdout: '\\x00\\x04name' },
  ];

  it('restores the newest snapshot, reads it, deletes it and says so', async () => {
    const drill = (await workshop('fastapi'))
      .program('aws', [
        ...aws,
        leftover(0),
        { words: 'wait replication-group-deleted' },
      ])
      .program('redis-cli', redis('1200'));
    const { exitCode, said } = drill.run(REDIS);
    expect(said).toMatch(
      /1200 keys; .*passed: the data could be read after \d+ s/s,
    );
    expect(exitCode).toBe(0);
    const calls = drill.calls();
    expect(
      calls.find(call => call.includes('create-replication-group')),
    ).toMatch(
      /--replication-group-id drill-gift-cards-production .*--snapshot-name automatic\.2026-11-22 .*--auth-token t0ken/,
    );
    expect(calls.find(call => call.includes('DBSIZE'))).toContain(
      '-h drill.cache',
    );
    // only what the drill made is ever deleted
    const deleted = calls.filter(call =>
      call.includes('delete-replication-group'),
    );
    expect(deleted).toHaveLength(2);
    deleted.forEach(call =>
      expect(call).toMatch(
        /--replication-group-id drill-gift-cards-production$/,
      ),
    );
  });

  it('fails where nothing was restored, and deletes it nevertheless', async () => {
    const drill = (await workshop('fastapi'))
      .program('aws', [...aws, leftover(0), { words: 'wait' }])
      .program('redis-cli', redis('0'));
    const { exitCode, said } = drill.run(REDIS);
    expect(exitCode).toBe(1);
    expect(said).toContain('failed: the snapshot holds no keys');
    expect(drill.calls().at(-1)).toContain('delete-replication-group');
  });

  it('fails without a snapshot, and makes nothing', async () => {
    const drill = (await workshop('fastapi'))
      .program('aws', [
        aws[0],
        { words: 'describe-replication-groups drill-', exitCode: 1 },
        ...aws.slice(2, 4),
        { words: 'describe-snapshots', stdout: 'None' },
        leftover(1),
      ])
      .program('redis-cli', []);
    const { exitCode, said } = drill.run(REDIS);
    expect(exitCode).toBe(1);
    expect(said).toContain('failed: gift-cards-production has no snapshot');
    expect(drill.calls().join()).not.toMatch(
      /create-replication-group|redis-cli/,
    );
  });

  it('fails where it took too long', async () => {
    const drill = (await workshop('fastapi'))
      .program('aws', [...aws, leftover(0), { words: 'wait' }])
      .program('redis-cli', redis('7'));
    const { exitCode, said } = drill.run({ ...REDIS, RTO_SECONDS: '-1' });
    expect(exitCode).toBe(1);
    expect(said).toMatch(/failed: it took \d+ s, more than the -1 s/);
  });

  it('names what it could not delete', async () => {
    const drill = (await workshop('fastapi'))
      .program('aws', [...aws, leftover(1)])
      .program('redis-cli', redis('7'));
    const { exitCode, said } = drill.run(REDIS);
    expect(exitCode).toBe(1);
    expect(said).toContain(
      'drill-gift-cards-production could not be deleted: do it by hand',
    );
  });
});

describe('the restore drill of PostgreSQL', () => {
  const restorable = (secondsAgo: number) =>
    new Date(Date.now() - secondsAgo * 1000).toISOString();
  const aws = (secondsAgo: number): Answer[] => [
    {
      words: 'describe-db-instances db.abc.rds.amazonaws.com',
      stdout: 'gift-cards-production',
    },
    { words: 'describe-db-instances drill-', stdout: 'drill.rds' },
    {
      words: 'describe-db-instances LatestRestorableTime',
      stdout: `db.t4g.medium subnets parameters sg-1 ${restorable(secondsAgo)}`,
    },
    { words: 'restore-db-instance-to-point-in-time' },
    { words: 'wait db-instance' },
    { words: 'delete-db-instance' },
  ];
  const psql = (rows: string): Answer[] => [
    { words: 'pg_tables', stdout: 'public.items\npublic.flyway_history' },
    { words: 'from public.items', stdout: rows },
    { words: 'from public.flyway_history', stdout: '0' },
  ];

  it('restores the newest point in time and counts every table', async () => {
    const drill = (await workshop('spring-boot'))
      .program('aws', aws(240))
      .program('psql', psql('42'));
    const { exitCode, said } = drill.run(POSTGRESQL);
    expect(said).toMatch(/public\.items: 42 rows.*passed/s);
    expect(exitCode).toBe(0);
    expect(drill.calls().at(-1)).toMatch(
      /delete-db-instance --db-instance-identifier drill-gift-cards-production --skip-final-snapshot/,
    );
  });

  it('fails where more than the promised hour would be lost', async () => {
    const drill = (await workshop('spring-boot'))
      .program('aws', aws(7200))
      .program('psql', psql('42'));
    const { exitCode, said } = drill.run(POSTGRESQL);
    expect(exitCode).toBe(1);
    expect(said).toMatch(/failed: 7\d\d\d s of data would be lost/);
    expect(drill.calls().join()).not.toContain('restore-db-instance');
  });

  it('fails where all tables are empty', async () => {
    const drill = (await workshop('spring-boot'))
      .program('aws', aws(240))
      .program('psql', psql('0'));
    const { exitCode, said } = drill.run(POSTGRESQL);
    expect(exitCode).toBe(1);
    expect(said).toContain('failed: the backup holds no rows');
  });
});
