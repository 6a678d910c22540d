import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readNotificationSettings } from './NotificationSettings';

const read = (notifications: JsonObject) =>
  readNotificationSettings(
    mockServices.rootConfig({ data: { slo: { notifications } } }),
  );

describe('readNotificationSettings', () => {
  it('tells at 50, 80 and 100 % and after half an hour without data by default', () => {
    expect(readNotificationSettings(mockServices.rootConfig())).toEqual({
      isEnabled: true,
      thresholds: [0.5, 0.8, 1],
      silentSeconds: 1_800,
      tellsExisting: false,
    });
  });

  it('reads what app-config says, thresholds in order', () => {
    expect(
      read({
        enabled: false,
        thresholds: [0.9, 0.25, 0.9],
        dataStopsAfter: { minutes: 10 },
        existing: 'tell',
      }),
    ).toEqual({
      isEnabled: false,
      thresholds: [0.25, 0.9],
      silentSeconds: 600,
      tellsExisting: true,
    });
    expect(read({ dataStopsAfter: '2h' }).silentSeconds).toBe(7_200);
  });

  it.each([
    [{ thresholds: [80] }, /slo\.notifications\.thresholds is \[80\]/],
    [{ thresholds: [0] }, /thresholds/],
    [{ thresholds: 0.5 }, /thresholds/],
    [{ thresholds: ['0.5'] }, /thresholds/],
    [{ dataStopsAfter: '10s' }, /dataStopsAfter is 10 seconds/],
    [{ existing: 'loud' }, /existing is 'loud'; write quiet or tell/],
  ])('refuses %j', (notifications, message) => {
    expect(() => read(notifications)).toThrow(message);
  });
});
