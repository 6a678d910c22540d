import { emptyDatabases } from './slo/databases.mjs';
import { startTypeScript } from './slo/startTypeScript.mjs';

const SIZE = {
  month: '2026-11-01',
  services: Number(process.env.PLIMSOLL_COST_SERVICES ?? 2_000),
  charges: 3,
  historyDays: 120,
};

/** The longest stretch for which nobody else has a turn, milliseconds. */
const STALL_MS = 50;

function figuresOf(name, answer) {
  return [
    {
      figure: `${answer.lines} lines to ${SIZE.services} services and a pool, ${name}`,
      value: answer.allotSeconds,
      unit: 's',
    },
    {
      figure: `... longest stall meanwhile, ${name}`,
      value: answer.longestStallMs.allot,
      unit: 'ms',
      target: { atMost: STALL_MS },
    },
    {
      figure: `... forecasts and anomalies of all services, ${name}`,
      value: answer.deriveSeconds,
      unit: 's',
    },
    {
      figure: `... longest stall meanwhile, ${name}`,
      value: answer.longestStallMs.derive,
      unit: 'ms',
      target: { atMost: STALL_MS },
    },
    {
      figure: `... parts written, ${name}`,
      value: answer.parts,
      unit: 'parts',
    },
    {
      figure: `... memory on top, ${name}`,
      value: answer.extraMiB,
      unit: 'MiB',
    },
  ];
}

/** A large month given to services, and all that follows, beside other work. */
export const bench = {
  peers: ['postgres'],
  run: async ({ env, runFolder, say }) => {
    const { settings } = await emptyDatabases({
      env,
      runFolder,
      name: 'costallocate',
    });
    const figures = [];
    for (const [name, knex] of Object.entries(settings)) {
      say(`a large month in ${name}`);
      const { answer, stop } = await startTypeScript({
        file: 'plugins/cost-backend/src/__testUtils__/benchAllocate.ts',
        argument: { knex, size: SIZE },
        env,
      });
      await stop();
      figures.push(...figuresOf(name, answer));
    }
    return figures;
  },
};
