import { deployment, incident, NOON } from '../__fixtures__/facts';
import { FakeStability } from '../__fixtures__/FakeStability';
import { failedDeployments, recoveredWithin } from '../__fixtures__/objectives';
import { StabilityMetricsSource } from './StabilityMetricsSource';

const CHECKOUT = 'component:default/checkout';
const DAY = 86_400;
const failures = failedDeployments();
const recovery = recoveredWithin('10m');

function setUp() {
  const stability = new FakeStability();
  stability.deployments = [
    deployment(NOON + 10),
    deployment(NOON + 20, 'failed'),
    deployment(NOON + 30),
    deployment(NOON - DAY),
  ];
  stability.incidents = [incident(NOON + 40, 420), incident(NOON + 60, 650)];
  const clock = { seconds: NOON + 300 };
  const source = StabilityMetricsSource.create({
    ...stability.options,
    now: () => clock.seconds,
  });
  const read = async (...objectives: Array<typeof failures>) =>
    source.readBuckets({ objectives, from: NOON, to: NOON + 300, step: 300 });
  const revised = (since = NOON) =>
    source.revised({ objectives: [failures, recovery], since });
  return { stability, clock, source, read, revised };
}

describe('StabilityMetricsSource', () => {
  it('counts failed deployments and slow recoveries, over all pages', async () => {
    const { read } = setUp();
    const { readings } = await read(failures, recovery);
    expect(readings.map(({ buckets }) => buckets)).toEqual([
      [{ start: NOON, seconds: 300, bad: 1, total: 3, coveredSeconds: 300 }],
      [{ start: NOON, seconds: 300, bad: 1, total: 2, coveredSeconds: 300 }],
    ]);
  });

  it('asks once for many objectives of a service, and then for changes only', async () => {
    const { stability, clock, read } = setUp();
    await read(failures, recovery, failures);
    expect(stability.asked.sort()).toEqual([
      `deployments ${CHECKOUT}`,
      `deployments ${CHECKOUT}`,
      `incidents ${CHECKOUT}`,
    ]);
    stability.asked.length = 0;
    clock.seconds += 19;
    await read(failures);
    expect(stability.asked).toEqual([]);
    clock.seconds += 41;
    await read(failures, recovery);
    expect(stability.asked).toEqual(['summary 2026-11-20T12:04:00.000Z']);
  });

  it('sees what was judged after it was read, and says what to read again', async () => {
    const { stability, clock, read, revised } = setUp();
    await read(failures, recovery);
    expect(await revised()).toEqual([]);

    stability.deployments[0] = deployment(NOON + 10, 'failed');
    stability.changed = [CHECKOUT, 'component:default/other'];
    clock.seconds += 30;
    const range = { from: NOON + 10, to: NOON + 11 };
    expect(await revised()).toEqual([
      { objective: failures, ...range },
      { objective: recovery, ...range },
    ]);
    const { readings } = await read(failures);
    expect(readings[0].buckets[0]).toMatchObject({ bad: 2, total: 3 });
    clock.seconds += 30;
    expect(await revised()).toEqual([]);
  });

  it('after a start reads again whatever changed while it was away', async () => {
    const { stability, revised } = setUp();
    stability.changed = [CHECKOUT];
    expect(await revised(NOON - 100)).toEqual([
      { objective: failures, from: NOON - DAY - 60, to: NOON + 300 },
      { objective: recovery, from: NOON - DAY - 60, to: NOON + 300 },
    ]);
    expect(stability.asked[0]).toBe('summary 2026-11-20T11:58:20.000Z');
  });

  it('throws while the stability plugin does not answer, and goes on after it', async () => {
    const { stability, read } = setUp();
    stability.down = true;
    await expect(read(failures)).rejects.toThrow('does not answer');
    stability.down = false;
    const { readings } = await read(failures);
    expect(readings[0].buckets).toHaveLength(1);
  });

  it('spoils no objective by the fault of another one', async () => {
    const { source, read } = setUp();
    const faulty = recoveredWithin('soon');
    const { readings } = await read(faulty, failures);
    expect(readings[0]).toEqual({
      buckets: [],
      inconsistent: false,
      faults: source.validate(faulty),
    });
    expect(readings[0].faults).toHaveLength(1);
    expect(readings[1].buckets).toHaveLength(1);
  });

  it('explains what it counts', () => {
    const { source } = setUp();
    expect(
      source.explain(failures).map(({ name, text }) => [name, text]),
    ).toEqual([
      ['bad', expect.stringContaining('verdict = failed')],
      ['total', expect.stringContaining(CHECKOUT)],
    ]);
    expect(source.explain(recovery)[0].text).toContain('<= 600 s');
    expect(source.explain(recoveredWithin('soon'))).toEqual([]);
  });
});
