import type { IdentityHint } from '@plimsoll/plugin-stability-common';

/** Labels that name a service, and how each does. */
const NAMING: Array<[label: string, type: IdentityHint['type']]> = [
  ['plimsoll_service', 'service'],
  ['service', 'service'],
  ['backstage_io_kubernetes_id', 'kubernetes-id'],
  ['label_backstage_io_kubernetes_id', 'kubernetes-id'],
  ['app_kubernetes_io_name', 'kubernetes-id'],
  ['app', 'kubernetes-id'],
  ['job', 'job'],
];

/** Names of the service that an alert is about. */
export function alertIdentity(labels: Record<string, string>): IdentityHint[] {
  const environment = environmentOf(labels);
  return [
    ...NAMING.flatMap(([label, type]) =>
      labels[label] ? [{ type, value: labels[label] }] : [],
    ),
    ...(environment
      ? [{ type: 'environment' as const, value: environment }]
      : []),
  ];
}

/** Where the alert fires, if its labels say so. */
export function environmentOf(
  labels: Record<string, string>,
): string | undefined {
  return labels.environment || labels.env || labels.stage || undefined;
}
