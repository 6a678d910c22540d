import { notificationCounts } from './notificationCounts';

it('reads how often each kind of receiver was told, and failed', () => {
  expect(
    notificationCounts(`# HELP alertmanager_notifications_total The total number.
# TYPE alertmanager_notifications_total counter
alertmanager_notifications_total{integration="slack"} 12
alertmanager_notifications_total{integration="email",receiver_name="a"} 1
alertmanager_notifications_total{receiver_name="b",integration="email"} 2
alertmanager_notifications_failed_total{integration="slack",reason="clientError"} 1
alertmanager_notifications_failed_total{integration="slack",reason="serverError"} 2
alertmanager_notifications_suppressed_total{reason="silence"} 7
alertmanager_notifications_total{integration="webhook"} NaN
`),
  ).toEqual({
    slack: { tried: 12, failed: 3 },
    email: { tried: 3, failed: 0 },
  });
  expect(notificationCounts('')).toEqual({});
});
