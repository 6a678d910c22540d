/* eslint-env browser, node */
/** Runs in the page: from its navigation until a frame shows all the words. */
function whenSeen(words) {
  return new Promise(resolve => {
    const look = () => {
      // innerText holds only what is laid out and visible.
      const text = document.body?.innerText ?? '';
      if (words.every(word => text.includes(word))) {
        resolve(performance.now());
      } else {
        requestAnimationFrame(look);
      }
    };
    look();
  });
}

/**
 * Opens an entity page in a fresh browser profile and says after how many
 * milliseconds all of `words` could be read. The page itself takes the time,
 * in every frame: the waiting of a test tool looks only every half second.
 *
 * @param {{ browser: import('playwright-core').Browser, url: string, words: string[] }} options
 */
export async function measurePage({ browser, url, words }) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
  });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'commit' });
    return await page.evaluate(whenSeen, words);
  } finally {
    await context.close();
  }
}
