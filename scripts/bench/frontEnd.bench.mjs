import { chromium } from 'playwright-core';
import { join } from 'node:path';
import { findFreePort } from '../process/ports.mjs';
import { paths } from '../setup/paths.mjs';
import { buildVariants } from './frontEnd/buildVariants.mjs';
import { initialLoadBytes } from './frontEnd/initialLoad.mjs';
import { measurePage } from './frontEnd/measurePage.mjs';
import { median, pairedRatio } from './frontEnd/pairedRatio.mjs';
import { serveBuild } from './frontEnd/serveBuild.mjs';
import { startBackend } from './frontEnd/startBackend.mjs';
import { waitForDemo } from './frontEnd/waitForDemo.mjs';

const PAIRS = 20;
const PAGE = '/catalog/default/component/checkout';

/** What a reader waits for: the page itself, and with us also our figures. */
const WORDS = {
  bare: ['About', 'Relations'],
  full: [
    'About',
    'Relations',
    'All objectives',
    '% of the window',
    'All deployments',
    'Lead time',
  ],
};

async function measurePairs({ browser, urls, say }) {
  const times = { bare: [], full: [] };
  // The first page of each warms the servers, not the browser.
  for (const name of ['bare', 'full']) {
    await measurePage({ browser, url: urls[name] + PAGE, words: WORDS[name] });
  }
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const order = pair % 2 ? ['bare', 'full'] : ['full', 'bare'];
    for (const name of order) {
      times[name].push(
        await measurePage({
          browser,
          url: urls[name] + PAGE,
          words: WORDS[name],
        }),
      );
    }
    say(`pair ${pair + 1} of ${PAIRS}`);
  }
  return times;
}

/** What our front end adds to the portal: bytes and waiting. */
export const bench = {
  peers: ['chromium'],
  run: async ({ env, runFolder, say }) => {
    const folders = buildVariants({
      root: paths.root,
      folder: join(runFolder, 'builds'),
      log: say,
    });
    const bytes = {
      bare: initialLoadBytes(folders.bare),
      full: initialLoadBytes(folders.full),
    };
    const ports = { bare: await findFreePort(), full: await findFreePort() };
    say('starting the backend');
    const backend = await startBackend({
      env,
      runFolder,
    });
    say('waiting for the demo world');
    await waitForDemo(backend);
    const servers = {};
    let browser;
    try {
      for (const name of ['bare', 'full']) {
        servers[name] = await serveBuild({
          folder: folders[name],
          backendUrl: backend.url,
          port: ports[name],
        });
      }
      browser = await chromium.launch({
        executablePath: env.CHROMIUM_BIN,
        args: ['--no-sandbox', ...JSON.parse(env.CHROMIUM_ARGS ?? '[]')],
      });
      const times = await measurePairs({
        browser,
        urls: { bare: servers.bare.url, full: servers.full.url },
        say,
      });
      const ratio = pairedRatio(
        times.full.map((value, index) => [value, times.bare[index]]),
      );
      return [
        {
          figure: 'added to the initial load',
          value: (bytes.full - bytes.bare) / 1000,
          unit: 'kB gzip',
          target: { atMost: 25 },
        },
        {
          figure: 'initial load of the bare portal',
          value: bytes.bare / 1000,
          unit: 'kB gzip',
        },
        {
          figure: 'entity page, bare portal, median',
          value: median(times.bare),
          unit: 'ms',
        },
        {
          figure: 'entity page with our cards, median',
          value: median(times.full),
          unit: 'ms',
        },
        {
          figure: `ratio of ${PAIRS} pairs, median`,
          value: ratio.median,
          unit: 'x',
          target: { atMost: 1.15 },
        },
        { figure: 'ratio, 95 % interval from', value: ratio.low, unit: 'x' },
        { figure: 'ratio, 95 % interval to', value: ratio.high, unit: 'x' },
      ];
    } finally {
      await browser?.close();
      for (const server of Object.values(servers)) {
        await server.stop();
      }
      await backend.stop();
    }
  },
};
