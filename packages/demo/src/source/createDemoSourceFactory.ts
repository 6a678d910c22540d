import { InputError } from '@backstage/errors';
import type { MetricsSourceFactory } from '@plimsoll/plugin-slo-node';
import { DemoMetricsSource } from './DemoMetricsSource';

/**
 * Makes the sources that app-config calls `type: demo`. There is no way to have
 * one in production: made-up numbers must never pass for real ones. What `down`
 * must not be is refused with the key.
 */
export function createDemoSourceFactory(options?: {
  /** `NODE_ENV` where it is left out. */
  environment?: string;
}): MetricsSourceFactory {
  const environment = options?.environment ?? process.env.NODE_ENV;
  return {
    type: 'demo',
    create({ name, config }) {
      if (environment === 'production') {
        throw new InputError(
          `slo.sources.${name} has type demo, and made-up data are refused in production; name your Prometheus instead: { type: prometheus, baseUrl: ... }`,
        );
      }
      // Read each time, so that a change of app-config counts at once.
      const isDown = () => config.getOptionalBoolean('down') ?? false;
      // And once now: what is no boolean should stop the start, not a reading.
      isDown();
      return DemoMetricsSource.create({ isDown });
    },
  };
}
