import { secondsToNextCheck } from './secondsToNextCheck';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const wired = {
  knownSince: NOW - 30 * 86_400_000,
  lines: [
    {
      id: 'alerts' as const,
      state: 'done' as const,
      since: '2026-11-01T10:00:00.000Z',
      sentences: [],
      steps: [],
    },
  ],
};

it('looks at a test alert every minute while it is under way', () => {
  const sentAt = (ago: number) => ({
    severity: 'critical' as const,
    sentAt: new Date(NOW - ago).toISOString(),
    receivers: [],
    integrations: [],
  });
  const after = (ago: number) =>
    secondsToNextCheck({ ...wired, now: NOW, testAlert: sentAt(ago) });
  expect(after(60_000)).toBe(60);
  expect(after(5 * 60_000)).toBe(3_600);
  expect(secondsToNextCheck({ ...wired, now: NOW })).toBe(3_600);
});
