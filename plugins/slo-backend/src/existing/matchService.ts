import type { RuleOrigin } from '@plimsoll/plugin-slo-common';
import { serviceEntityRef } from '@plimsoll/plugin-slo-common';
import type { FoundObjective } from '@plimsoll/plugin-slo-node';
import type { Refusal } from './discovery/readPromise';
import type { ExistingRulesConfig } from './ExistingRulesConfig';

/** Labels by which each tool may name the service. */
const SERVICE_LABELS: Record<RuleOrigin, readonly string[]> = {
  sloth: ['sloth_service', 'service'],
  pyrra: ['service'],
  grafana: ['grafana_slo_service', 'service_name', 'service'],
};

type Found = Pick<FoundObjective, 'origin' | 'labels'>;
type MatchConfig = Pick<
  ExistingRulesConfig,
  'serviceLabel' | 'namespace' | 'services'
>;

/** Refs that the labels of an SLO may mean, to be looked up beforehand. */
export function candidateServices(found: Found, config: MatchConfig): string[] {
  return [
    ...new Set(
      namingLabels(found, config).flatMap(
        label => refOf(found, label, config) ?? [],
      ),
    ),
  ];
}

/**
 * The service that an SLO measures: the one of the catalog that its labels
 * name. Nothing is guessed: labels that name nothing, or different services,
 * give none.
 *
 * @param options.isService - whether the catalog has an entity
 */
export function matchService(options: {
  found: Found;
  config: MatchConfig;
  isService(entityRef: string): boolean;
}): { entityRef: string } | { refusal: Refusal } {
  const { found, config, isService } = options;
  const labels = namingLabels(found, config);
  if (labels.length === 0) {
    const asked = askedLabels(found, config).join(', ');
    return { refusal: { code: 'no-service', params: { labels: asked } } };
  }
  const matched = candidateServices(found, config).filter(isService);
  if (matched.length > 1) {
    const services = matched.join(', ');
    return { refusal: { code: 'several-services', params: { services } } };
  }
  if (matched.length === 0) {
    const [label] = labels;
    const value = found.labels[label];
    return { refusal: { code: 'unknown-service', params: { label, value } } };
  }
  return { entityRef: matched[0] };
}

function askedLabels(found: Found, config: MatchConfig): readonly string[] {
  const { serviceLabel, services } = config;
  const own = serviceLabel ? [serviceLabel] : SERVICE_LABELS[found.origin];
  const mapped = services.flatMap(({ label }) => label ?? []);
  return [...new Set([...own, ...mapped])];
}

/** Those that are there; of a mapping's own label only values that it has. */
function namingLabels(found: Found, config: MatchConfig): string[] {
  const { serviceLabel, services } = config;
  const own = serviceLabel ? [serviceLabel] : SERVICE_LABELS[found.origin];
  return askedLabels(found, config).filter(label => {
    const value = found.labels[label] ?? '';
    return (
      value !== '' &&
      (own.includes(label) ||
        services.some(one => one.label === label && one.value === value))
    );
  });
}

function refOf(
  found: Found,
  label: string,
  config: MatchConfig,
): string | undefined {
  const value = found.labels[label];
  const mapping = config.services.find(
    one => one.value === value && (one.label ?? label) === label,
  );
  if (mapping) {
    return mapping.entityRef;
  }
  const { namespace } = config;
  const resolved = serviceEntityRef({ service: value, namespace });
  return 'fault' in resolved ? undefined : resolved.entityRef;
}
