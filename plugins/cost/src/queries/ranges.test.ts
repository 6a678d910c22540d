import { rangeDays } from './ranges';

it.each([
  ['30d', { from: '2026-10-20', to: '2026-11-20' }],
  ['90d', { from: '2026-08-21', to: '2026-11-20' }],
  ['13m', undefined],
] as const)('%s is the days %j', (range, days) => {
  expect(rangeDays(range, new Date('2026-11-19T23:30:00Z'))).toEqual(days);
});
