import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  type AllocationRule,
  type PoolKey,
  SERVICE_LABELS,
  type SharedPool,
} from '@plimsoll/plugin-cost-common';
import { sanitisedLabel } from '../opencost/sanitisedLabel';
import type { AllocationSettings } from './AllocationSettings';

const DEFAULT_TAGS = [
  'plimsoll.dev/service',
  'backstage.io/kubernetes-id',
  'app.kubernetes.io/name',
  'service',
  'Service',
  'app',
  'Name',
];
const KEYS: readonly PoolKey[] = ['even', 'cost', 'requests', 'weight'];

/**
 * Reads `cost.tags`, `cost.allocation`, `cost.currency` and the `labels` of
 * clusters in `cost.sources`.
 *
 * @throws InputError that names the key and the mend
 */
export function readAllocationSettings(config: Config): AllocationSettings {
  const cost = config.getOptionalConfig('cost');
  const pools = readPools(cost);
  const names = new Set(pools.map(({ name }) => name));
  const rules = (cost?.getOptionalConfigArray('allocation.rules') ?? []).map(
    (rule, index) =>
      readRule({ rule, path: `cost.allocation.rules[${index}]`, names }),
  );
  return {
    tags: cost?.getOptionalStringArray('tags') ?? DEFAULT_TAGS,
    labels: readLabels(cost),
    rules,
    pools,
    currency: readCurrency(cost),
  };
}

/** What the clusters are asked for comes before what usually names services. */
function readLabels(cost: Config | undefined): string[] {
  const sources = cost?.getOptionalConfig('sources');
  const asked = (sources?.keys() ?? [])
    .map(name => sources!.getConfig(name))
    .filter(source => source.getOptionalString('type') === 'opencost')
    .flatMap(source => source.getOptionalStringArray('labels') ?? []);
  return [...new Set([...asked.map(sanitisedLabel), ...SERVICE_LABELS])];
}

function readCurrency(cost: Config | undefined): string {
  const currency = cost?.getOptionalString('currency') ?? 'USD';
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new InputError(
      `cost.currency is '${currency}'; write an ISO 4217 code in capitals, for instance USD`,
    );
  }
  return currency;
}

function readRule(options: {
  rule: Config;
  path: string;
  names: ReadonlySet<string>;
}): AllocationRule {
  const { rule, path, names } = options;
  const to = rule.getOptionalString('to');
  const pool = rule.getOptionalString('pool');
  if ((to === undefined) === (pool === undefined)) {
    throw new InputError(
      `${path} must say either to (a service's ref) or pool, and not both`,
    );
  }
  if (pool !== undefined && !names.has(pool)) {
    throw new InputError(
      `${path}.pool is '${pool}', which cost.allocation.pools does not have; add it there`,
    );
  }
  const match = rule.getConfig('match');
  const tag = match.getOptionalConfig('tag');
  return {
    name: rule.getString('name'),
    match: {
      ...(tag && {
        tag: { key: tag.getString('key'), value: tag.getString('value') },
      }),
      product: match.getOptionalString('product'),
      resourceId: match.getOptionalString('resourceId'),
      subAccount: match.getOptionalString('subAccount'),
    },
    ...(to === undefined ? { pool } : { to: refOf(to, `${path}.to`) }),
  };
}

function readPools(cost: Config | undefined): SharedPool[] {
  const pools = cost?.getOptionalConfig('allocation.pools');
  return (pools?.keys() ?? []).map(name => {
    const path = `cost.allocation.pools.${name}`;
    const pool = pools!.getConfig(name);
    const key = pool.getString('key');
    const known = KEYS.find(item => item === key);
    if (!known) {
      throw new InputError(
        `${path}.key is '${key}'; write one of ${KEYS.join(', ')}`,
      );
    }
    const members = pool.getOptionalStringArray('members');
    const except = pool.getOptionalStringArray('except');
    const weights = pool.getOptionalConfigArray('weights');
    if (known === 'weight' && !weights?.length) {
      throw new InputError(
        `${path} is shared by weight and has no weights; add weights: [{ service: component:default/cart, weight: 2 }]`,
      );
    }
    return {
      name,
      key: known,
      ...(members && {
        members: members.map(ref => refOf(ref, `${path}.members`)),
      }),
      ...(except && {
        except: except.map(ref => refOf(ref, `${path}.except`)),
      }),
      ...(weights && {
        weights: Object.fromEntries(
          weights.map(item => [
            refOf(item.getString('service'), `${path}.weights`),
            item.getNumber('weight'),
          ]),
        ),
      }),
    };
  });
}

function refOf(text: string, path: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultKind: 'component' }),
    );
  } catch (error) {
    throw new InputError(
      `${path} has '${text}', which is no entity ref; write it like component:default/checkout`,
      error,
    );
  }
}
