import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ObjectiveKey } from '@plimsoll/plugin-slo-common';

/** Something that services do, whose cost is told per so many. */
export interface CostUnit {
  /** `requests`, `orders`. */
  unit: string;
  per: number;
  /** The service whose requests are the volume; its own by default. */
  entityRef?: string;
  /** The objective whose events are the volume. */
  objective?: ObjectiveKey;
}

/** What is known of every service that the SLO plugin measures. */
export const REQUESTS: CostUnit = { unit: 'requests', per: 1_000_000 };

/**
 * Requests, and what `cost.units` names.
 *
 * @throws InputError that names the key and the mend
 */
export function readUnits(config: Config): CostUnit[] {
  const units = (config.getOptionalConfigArray('cost.units') ?? []).map(
    (item, index) => {
      const path = `cost.units[${index}]`;
      const unit = item.getString('unit');
      const per = item.getOptionalNumber('per') ?? 1_000;
      if (!(per > 0) || unit === '' || unit.length > 64) {
        throw new InputError(
          `${path} needs a unit of at most 64 letters and a number above 0 in per`,
        );
      }
      const ref = item.getOptionalString('entityRef');
      const objective = item.getOptionalString('objective');
      if (ref && objective) {
        throw new InputError(
          `${path} has entityRef and objective; keep the one that counts its ${unit}`,
        );
      }
      return {
        unit,
        per,
        ...(ref && { entityRef: refOf(ref, path) }),
        ...(objective && { objective: objectiveOf(objective, path) }),
      };
    },
  );
  const own = units.find(({ unit }) => unit === REQUESTS.unit);
  return own ? units : [REQUESTS, ...units];
}

/** `slo:default/checkout-failed-transactions/failed-transactions`. */
function objectiveOf(text: string, path: string): ObjectiveKey {
  const at = text.lastIndexOf('/');
  const [ref, objective] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  if (!ref.includes('/') || objective === '') {
    throw new InputError(
      `${path}.objective is '${text}'; write the ref of the SLO, a slash, and the name of its objective, like slo:default/checkout-orders/accepted`,
    );
  }
  return {
    ref: stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'slo' })),
    objective,
  };
}

function refOf(text: string, path: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultKind: 'component' }),
    );
  } catch (error) {
    throw new InputError(
      `${path}.entityRef is '${text}', which is no entity ref; write it like component:default/checkout`,
      error,
    );
  }
}
