import { InputError } from '@backstage/errors';
import type { CostSourceFactory } from '@plimsoll/plugin-cost-node';
import {
  HttpPrometheus,
  readConnection,
  readSeconds,
  readStrings,
  RequestSlots,
  ResilientPrometheus,
} from '@plimsoll/prometheus-client';
import { PrometheusUseSource } from './PrometheusUseSource';

const MAX_RESPONSE_BYTES = 20_000_000;
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const DAYS = 14;

/** Makes the sources of `cost.sources` whose type is `prometheus`. */
export function createPrometheusUseFactory(): CostSourceFactory {
  return {
    type: 'prometheus',
    create({ name, config }) {
      const key = `cost.sources.${name}`;
      const days = config.getOptionalNumber('days') ?? DAYS;
      if (!Number.isInteger(days) || days < 7 || days > 30) {
        throw new InputError(
          `${key}.days is ${days}; write a whole number from 7 to 30`,
        );
      }
      const [label = 'backstage.io/kubernetes-id'] =
        config.getOptionalStringArray('labels') ?? [];
      const cluster = config.getOptionalString('cluster');
      const http = HttpPrometheus.create({
        name,
        ...readConnection({ key, config }),
        maxResponseBytes: MAX_RESPONSE_BYTES,
      });
      return {
        kind: 'use',
        source: PrometheusUseSource.create({
          name,
          api: ResilientPrometheus.create(http, {
            name,
            slots: RequestSlots.create(),
            urgency: 'history',
          }),
          label: `label_${label.replace(/[^a-zA-Z0-9_]/g, '_')}`,
          days,
          cloudWatchPeriodSeconds: readSeconds({
            config,
            key,
            name: 'cloudWatchPeriod',
            default: 300,
            max: 3_600,
          }),
          enforced: Object.entries(
            readStrings(config, key, 'enforcedMatchers', LABEL, 'label'),
          ).map(([of, value]) => ({ label: of, operator: '=', value })),
          ...(cluster !== undefined && { cluster }),
        }),
      };
    },
  };
}
