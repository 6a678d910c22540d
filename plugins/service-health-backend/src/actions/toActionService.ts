import type { FleetService } from '@plimsoll/plugin-service-health-common';

/** A service without what only pages draw. */
export function toActionService(
  service: FleetService,
): Record<string, unknown> {
  const { reliability, ...rest } = service;
  if (!reliability) {
    return rest;
  }
  const { worst, ...counts } = reliability;
  if (!worst) {
    return { ...rest, reliability: counts };
  }
  const { trend: _, ...shown } = worst;
  return { ...rest, reliability: { ...counts, worst: shown } };
}
