/** What keeps running, so that pages can load and react. */
const RUNNING: FakeTimersConfig['doNotFake'] = [
  'cancelAnimationFrame',
  'cancelIdleCallback',
  'clearImmediate',
  'clearInterval',
  'clearTimeout',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'requestIdleCallback',
  'setImmediate',
  'setInterval',
  'setTimeout',
];

/**
 * Holds the clock at an instant; timers run on. Undone by
 * `jest.useRealTimers()`.
 *
 * @public
 */
export function stopDate(iso: string): void {
  jest.useFakeTimers({ now: new Date(iso), doNotFake: RUNNING });
}
