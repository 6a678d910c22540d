import type { Config } from '@backstage/config';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  RULE_ORIGINS,
  type RuleOrigin,
  serviceEntityRef,
} from '@plimsoll/plugin-slo-common';
import { durationToMilliseconds } from '@backstage/types';

/** Says which service the SLOs with this value of a label measure. */
export interface ServiceMapping {
  /** Any of the labels that may name a service where it is left out. */
  label?: string;
  value: string;
  entityRef: string;
}

/** `existingRules` of an entry of `slo.sources`. */
export interface ExistingRulesConfig {
  /** Tools whose rules are looked for. */
  origins: RuleOrigin[];
  /** The label that names the service; the tool's own where it is left out. */
  serviceLabel?: string;
  /** Where a plain name is a component. */
  namespace: string;
  services: ServiceMapping[];
  identityLabels: string[];
  /** Milliseconds after which an SLO without series is removed. */
  removeAfterMs: number;
}

const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const DAY_MS = 86_400_000;
const LEAST_REMOVE_MS = 600_000;

/**
 * Reads `existingRules` of an entry of `slo.sources`; `undefined` where no tool
 * is switched on.
 *
 * @param options.config - the entry
 * @throws InputError that names the key and the mend
 */
export function readExistingRulesConfig(options: {
  name: string;
  config: Config;
}): ExistingRulesConfig | undefined {
  const { name, config } = options;
  const key = `slo.sources.${name}.existingRules`;
  const rules = config.getOptionalConfig('existingRules');
  const origins = RULE_ORIGINS.filter(
    origin => rules?.getOptionalBoolean(origin) ?? false,
  );
  if (!rules || origins.length === 0) {
    return undefined;
  }
  const namespace = rules.getOptionalString('namespace') ?? 'default';
  const serviceLabel = rules.getOptionalString('serviceLabel');
  const identityLabels = rules.getOptionalStringArray('identityLabels') ?? [];
  [...identityLabels, ...(serviceLabel ? [serviceLabel] : [])].forEach(label =>
    checkLabel(label, key),
  );
  return {
    origins,
    serviceLabel,
    namespace,
    identityLabels,
    services: (rules.getOptionalConfigArray('services') ?? []).map(
      (entry, index) =>
        readMapping(entry, { key: `${key}.services[${index}]`, namespace }),
    ),
    removeAfterMs: readRemoveAfter(rules, key),
  };
}

function readMapping(
  entry: Config,
  options: { key: string; namespace: string },
): ServiceMapping {
  const { key, namespace } = options;
  const label = entry.getOptionalString('label');
  if (label) {
    checkLabel(label, key);
  }
  const service = entry.getString('entityRef');
  const resolved = serviceEntityRef({ service, namespace });
  if ('fault' in resolved) {
    throw new InputError(`${key}.entityRef '${service}' ${resolved.fault}`);
  }
  return {
    label,
    value: entry.getString('value'),
    entityRef: resolved.entityRef,
  };
}

function readRemoveAfter(rules: Config, key: string): number {
  if (!rules.has('removeAfter')) {
    return DAY_MS;
  }
  const millis = durationToMilliseconds(
    readDurationFromConfig(rules, { key: 'removeAfter' }),
  );
  if (!(millis >= LEAST_REMOVE_MS)) {
    throw new InputError(
      `${key}.removeAfter is less than 10 minutes, in which a server may just have been restarted; write a longer one, or leave it out for a day`,
    );
  }
  return millis;
}

function checkLabel(label: string, key: string): void {
  if (!LABEL.test(label)) {
    throw new InputError(
      `${key} names the label '${label}', which Prometheus cannot have; write letters, digits and _ only`,
    );
  }
}
