import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../setup/paths.mjs';
import { startTypeScript } from './slo/startTypeScript.mjs';

const DOCUMENTS = 10_000;
const PROOF = 'packages/rules-cli/src/proof/__testUtils__';
const PAGE = 'docs/rules-compared.md';

async function ask(file, argument, env) {
  const { answer, stop } = await startTypeScript({
    file: `${PROOF}/${file}.ts`,
    argument,
    env,
  });
  await stop();
  return answer;
}

/** Rules of many documents, and how near to the truth they come. */
export const bench = {
  peers: ['prometheus'],
  run: async ({ env, say }) => {
    say(`${DOCUMENTS} documents`);
    const speed = await ask('benchRules', { documents: DOCUMENTS }, env);
    say(`three scenarios by promtool, for ${PAGE}`);
    const { page, worst } = await ask('comparedPage', {}, env);
    writeFileSync(join(paths.root, PAGE), page);
    return [
      {
        figure: `rules of ${DOCUMENTS} documents, ${speed.megabytes.toFixed(
          0,
        )} MB`,
        value: speed.seconds,
        unit: 's',
        target: { atMost: 5 },
      },
      {
        figure: 'share of failures, farthest from the truth of 3 scenarios',
        value: worst * 100,
        unit: '%',
        target: { atMost: 5 },
      },
    ];
  },
};
