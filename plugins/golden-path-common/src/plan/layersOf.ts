import type { PlannedService } from './PlannedService';

/**
 * The folders below `layers` that a service is written from, in the order in
 * which they are written. Earlier ones win.
 *
 * @public
 */
export function layersOf(
  service: Pick<PlannedService, 'stack' | 'pipeline'>,
): string[] {
  return [
    `stacks/${service.stack}`,
    'stacks/shared',
    'base',
    'chart',
    'delivery',
    `pipelines/${service.pipeline}`,
    'pipelines/shared',
  ];
}
