import {
  type ChargeKey,
  ChargeMatcher,
  type CostCategory,
} from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import type { AllocationSettings } from '../allocation/AllocationSettings';
import { CatalogClaims } from '../catalog/CatalogClaims';
import type { MachineCharge } from './MachineCharge';

/** Keys that are read and decided at once: a few milliseconds. */
const PAGE = 250;

/** What savings have to know of a key of the bill that names a resource. */
export interface ResourceKey {
  resourceId: string;
  /** For people. */
  name: string;
  category: CostCategory;
  /** Ref of whom its charges are directly. */
  entityRef?: string;
  /** Of virtual machines only. */
  machine?: Pick<MachineCharge, 'subAccount' | 'pricing' | 'isCommitted'>;
}

/** Keys that name a resource, by their id. */
export async function readResourceKeys(options: {
  client: Knex;
  settings: AllocationSettings;
  pace: Pace;
}): Promise<Map<string, ResourceKey>> {
  const { client, settings, pace } = options;
  const { mapping } = await CatalogClaims.create({ client }).read();
  const matcher = await pace.run(
    ChargeMatcher.inTurns({ ...settings, mapping }),
  );
  const keys = new Map<string, ResourceKey>();
  let after = '';
  for (;;) {
    const page: Array<{ id: string; content: string }> = await client(
      'cost_key',
    )
      .where('id', '>', after)
      .whereNotNull('resource_id')
      .orderBy('id')
      .limit(PAGE)
      .select('id', 'content');
    for (const { id, content } of page) {
      const key: ChargeKey = JSON.parse(content);
      const owner = matcher.ownerOf(key, 'usage');
      keys.set(id, {
        ...resourceOf(key),
        ...(owner.to === 'service' && { entityRef: owner.entityRef }),
      });
      after = id;
    }
    if (page.length < PAGE) {
      return keys;
    }
    await pace.rest();
  }
}

function resourceOf(key: ChargeKey): ResourceKey {
  const { resourceId = '', resourceName, resourceType = '', category } = key;
  const { billingAccount, subAccount = billingAccount, pricing } = key;
  return {
    resourceId,
    name: resourceName ?? resourceId.split(/[/:]/).at(-1) ?? resourceId,
    category,
    ...(category === 'compute' &&
      /instance|virtual machine/i.test(resourceType) && {
        machine: {
          subAccount,
          isCommitted: key.commitment !== undefined,
          ...(pricing !== undefined && { pricing }),
        },
      }),
  };
}
