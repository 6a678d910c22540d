/**
 * Opens an entity page in a fresh browser profile and says after how many
 * milliseconds all of `ready` could be seen.
 *
 * @param {{ browser: import('playwright-core').Browser, url: string, ready: string[] }} options
 */
export async function measurePage({ browser, url, ready }) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
  });
  try {
    const page = await context.newPage();
    const start = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await Promise.all(
      ready.map(selector =>
        page
          .locator(selector)
          .first()
          .waitFor({ state: 'visible', timeout: 60_000 }),
      ),
    );
    return performance.now() - start;
  } finally {
    await context.close();
  }
}
