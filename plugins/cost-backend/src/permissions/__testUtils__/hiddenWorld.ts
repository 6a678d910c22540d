import type { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  costBudgetWritePermission,
  costReadPermission,
  listDays,
} from '@plimsoll/plugin-cost-common';
import type { IndexedService } from '@plimsoll/service-index';
import type { Charge } from '../../__testUtils__/insertBill';
import type { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import {
  createCostWorld,
  refOf,
  UNIT,
} from '../../service/__testUtils__/costWorld';
import {
  costConditions,
  createCostConditionalDecision,
} from '../costServiceRules';

/** The service that the reader may see. */
export const VISIBLE = 'pay';
/** Those that the reader may not see. */
export const HIDDEN = ['cart', 'search', 'wish'];
export const SYSTEM = 'system:default/shop';
const NAMES = [...HIDDEN, VISIBLE].sort();

/** The team of a service. */
export const ownerOf = (name: string) => `group:default/team-${name}`;

const SERVICES: IndexedService[] = NAMES.map(name => ({
  entityRef: refOf(name),
  kind: 'component',
  owners: [ownerOf(name)],
  system: name === VISIBLE ? 'system:default/sys-pay' : SYSTEM,
  domain: 'domain:default/retail',
}));

const DAYS = listDays('2026-09-20', '2026-11-17');

type Conditions = PermissionCriteria<PermissionCondition<'cost-service'>>;

/** How pools are shared, by their products. */
export type PoolKeys = Partial<
  Record<'EKS' | 'NAT' | 'Kafka', 'cost' | 'even' | 'requests'>
>;

/** A world of four services in which the policy's answers can be changed. */
export async function createHiddenWorld(options: {
  databases: ReturnType<typeof createTestDatabases>;
  id: TestDatabaseId;
  pools?: PoolKeys;
}) {
  const { databases, id, pools = {} } = options;
  const world = await createCostWorld({
    databases,
    id,
    services: SERVICES,
    context: {
      allocation: {
        tags: ['service'],
        rules: Object.keys(pools).map(product => ({
          name: product,
          match: { product },
          pool: product,
        })),
        pools: Object.entries(pools).map(([name, key]) => ({ name, key })),
        currency: 'USD',
      },
    },
  });
  await world.client('cost_volume').insert(
    NAMES.flatMap((name, n) =>
      DAYS.map(day => ({
        entity_ref: refOf(name),
        unit: 'requests',
        day,
        volume: 1_000_000 * (n + 1),
        read_at: 1,
      })),
    ),
  );
  const policy: Record<string, PolicyDecision> = {};
  const state = { totals: false };
  world.permissions.authorize.mockImplementation(async requests =>
    requests.map(() => ({
      result: state.totals ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    })),
  );
  world.permissions.authorizeConditional.mockImplementation(async requests =>
    requests.map(
      ({ permission }) =>
        policy[permission.name] ?? { result: AuthorizeResult.ALLOW },
    ),
  );
  const mayRead = (conditions: Conditions) => {
    policy[costReadPermission.name] = createCostConditionalDecision(
      costReadPermission,
      conditions,
    );
  };
  return {
    ...world,
    state,
    mayRead,
    /** Only {@link VISIBLE}, by who owns it. */
    mayReadOwn() {
      mayRead(costConditions.isServiceOwner({ claims: [ownerOf(VISIBLE)] }));
    },
    mayReadAll() {
      delete policy[costReadPermission.name];
    },
    mayBudget(conditions: Conditions) {
      policy[costBudgetWritePermission.name] = createCostConditionalDecision(
        costBudgetWritePermission,
        conditions,
      );
    },
    denyReading() {
      policy[costReadPermission.name] = { result: AuthorizeResult.DENY };
    },
  };
}

/** @see createHiddenWorld */
export type HiddenWorld = Awaited<ReturnType<typeof createHiddenWorld>>;

/**
 * A bill of which the visible service has 2 a day and each pool 8; what the
 * hidden ones cost and nobody owns is given, a day, and what the last day has
 * besides.
 */
export function hiddenBill(options: {
  hidden: readonly bigint[];
  unowned?: bigint;
  spike?: bigint;
  pools?: PoolKeys;
}): Charge[] {
  const { hidden, unowned = 0n, spike = 0n, pools = {} } = options;
  const last = DAYS[DAYS.length - 1];
  return DAYS.flatMap(day => [
    { day, amount: 2n * UNIT, tags: { service: VISIBLE } },
    ...HIDDEN.map((name, n) => ({
      day,
      amount: hidden[n] + (n === 0 && day === last ? spike : 0n),
      tags: { service: name },
      key: { sku: `sku-${name}`, resourceId: `i-${name}` },
    })),
    { day, amount: unowned, tags: { service: 'serach' } },
    ...Object.keys(pools).map(product => ({
      day,
      amount: 8n * UNIT,
      key: { product },
    })),
  ]);
}

/** Savings of services, in the order in which they are to be applied. */
export async function insertSavings(
  { client }: Pick<HiddenWorld, 'client'>,
  names: readonly string[],
): Promise<void> {
  await client('cost_saving').delete();
  await client('cost_poll')
    .insert({ name: 'savings', last_success_at: 1 })
    .onConflict('name')
    .merge();
  const counts = new Map<string, number>();
  const rows = names.map((name, index) => {
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    const id = `idle-${name}-${nth}`;
    return {
      id,
      entity_ref: refOf(name),
      kind: 'idle',
      currency: 'USD',
      position: index + 1,
      guard: 'none',
      realisable: '1000000000',
      found_at: 1,
      content: JSON.stringify({
        id,
        entityRef: refOf(name),
        kind: 'idle',
        title: 'A volume of nobody',
        subject: { type: 'volume', name: id },
        currency: 'USD',
        order: index + 1,
        realisable: '1.00',
        theoretical: '1.00',
        evidence: [],
        risk: 'low',
        guard: { state: 'none' },
      }),
    };
  });
  if (rows.length > 0) {
    await client('cost_saving').insert(rows);
  }
}
