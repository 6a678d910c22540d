import { get } from 'node:http';

/** The status of one GET, or undefined when nobody answers within 5 seconds. */
export function statusOf(url) {
  return new Promise(resolve => {
    const request = get(url, { timeout: 5000 }, response => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(undefined));
  });
}

/**
 * Asks until the address answers 200.
 *
 * @param {object} options
 * @param {string} options.url
 * @param {() => boolean} options.goOn asked between two attempts
 * @returns {Promise<boolean>} false when goOn put an end to it
 */
export async function waitForHttp({ url, goOn }) {
  while (goOn()) {
    if ((await statusOf(url)) === 200) {
      return true;
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  return false;
}
