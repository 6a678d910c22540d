import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { MetricsSource } from './MetricsSource';

/**
 * Makes metrics sources of one type, once for each entry of `slo.sources` in
 * app-config that names this type.
 *
 * @public
 */
export interface MetricsSourceFactory {
  /** Value of `slo.sources.<name>.type`. */
  type: string;
  /**
   * @param options.name - the key under `slo.sources`
   * @param options.config - the entry itself
   * @throws InputError when the entry cannot be used; the message names the
   * key and the mend
   */
  create(options: { name: string; config: Config }): MetricsSource;
}

/** Where modules bring their own metrics sources. @public */
export interface MetricsSourcesExtensionPoint {
  /** Adds a type of source that app-config may name. */
  addFactory(factory: MetricsSourceFactory): void;
  /** Adds a source that needs no entry in app-config. */
  addSource(options: {
    name: string;
    type: string;
    source: MetricsSource;
  }): void;
}

/** @public */
export const metricsSourcesExtensionPoint =
  createExtensionPoint<MetricsSourcesExtensionPoint>({
    id: 'slo.metrics-sources',
  });
