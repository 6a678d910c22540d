import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { AlertmanagerApi } from './AlertmanagerApi';

const KEY = 'stability.webhooks.alertmanager';
const REPEAT_INTERVAL: HumanDuration = { hours: 4 };

/** Reads how lost ends of alerts are noticed. */
export function readAlertmanagerCheck(config: Config): {
  apis: AlertmanagerApi[];
  repeatIntervalMs: number;
} {
  const apis = config.getOptionalConfigArray(`${KEY}.apis`) ?? [];
  const repeatInterval = config.has(`${KEY}.repeatInterval`)
    ? readDurationFromConfig(config, { key: `${KEY}.repeatInterval` })
    : REPEAT_INTERVAL;
  return {
    apis: apis.map(api =>
      AlertmanagerApi.create({
        url: api.getString('url'),
        token: api.getOptionalString('token'),
        username: api.getOptionalString('username'),
        password: api.getOptionalString('password'),
      }),
    ),
    repeatIntervalMs: durationToMilliseconds(repeatInterval),
  };
}
