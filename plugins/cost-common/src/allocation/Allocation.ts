import type { BillLine } from '../bill/BillLine';
import type { Turns } from '../turns/Turns';
import type { AllocatedCost } from './AllocatedCost';
import { type AllocateOptions, SERVICE_LABELS } from './AllocateOptions';
import { type ChargeGroup, ChargeGroups } from './ChargeGroups';
import { ChargeMatcher } from './ChargeMatcher';
import { CostCollector } from './CostCollector';
import { Dependencies } from './Dependencies';
import { DirectCosts } from './DirectCosts';
import { giveGroup } from './giveGroup';
import { MappingIndex } from './MappingIndex';
import { nodeOwnerOf } from './nodeOwnerOf';
import { NodeShares } from './NodeShares';
import { Pools } from './Pools';
import { shareGroup } from './shareGroup';
import { Volumes } from './Volumes';

/** Groups of charges that are given away in one step. */
const GROUPS = 100;
/** Parts that are handed out at once. */
const PARTS = 500;

/** All that decides about a bill, without its lines. @public */
export type AllocationFacts = Omit<AllocateOptions, 'lines'>;

interface AllocationTools {
  facts: AllocationFacts;
  matcher: ChargeMatcher;
  nodes: NodeShares;
  volumes: Volumes;
}

/**
 * An allocation in steps of some milliseconds, for bills of many lines: lines
 * come in as they are read, parts go out as they are known, and neither are
 * held all together. See {@link allocate} for what it does.
 *
 * @public
 */
export class Allocation {
  readonly #tools: AllocationTools;
  readonly #groups: ChargeGroups;
  readonly #dependencies: Dependencies;

  /** @throws InputError when a rule leads nowhere or a price is no number */
  static *create(facts: AllocationFacts): Turns<Allocation> {
    const { labels = SERVICE_LABELS } = facts;
    const volumes = yield* Volumes.inTurns(facts.volumes ?? []);
    const index = yield* MappingIndex.inTurns(facts.mapping);
    const nodes = yield* NodeShares.inTurns({
      shares: facts.shares ?? [],
      ownerOf: use => nodeOwnerOf({ use, index, labels }),
    });
    const matcher = ChargeMatcher.of({
      ...facts,
      index,
      isNode: nodeId => nodes.has(nodeId),
    });
    return new Allocation({ facts, matcher, nodes, volumes });
  }

  private constructor(tools: AllocationTools) {
    const { facts, matcher, volumes } = tools;
    this.#tools = tools;
    this.#groups = new ChargeGroups({
      matcher,
      keepCharge: facts.keepCharge,
    });
    this.#dependencies = new Dependencies({
      dependencies: facts.dependencies ?? [],
      volumes,
    });
  }

  /** Takes lines in; some hundred at a time are some milliseconds. */
  add(lines: Iterable<BillLine>): void {
    for (const line of lines) {
      this.#groups.add(line);
    }
  }

  /** Whether a rule, a service, a resource or a machine's use has a charge. */
  hasOwner({ key, kind }: Pick<BillLine, 'key' | 'kind'>): boolean {
    return this.#tools.matcher.ownerOf(key, kind).to !== 'unallocated';
  }

  /**
   * Everybody's parts, once all lines are in. Each step hands out some hundred
   * of them, or none where it took long to find out.
   */
  *costs(): Generator<AllocatedCost[], void, void> {
    const direct = new DirectCosts();
    const shared: ChargeGroup[] = [];
    for (const groups of this.#groups.slots()) {
      const collector = new CostCollector();
      for (let start = 0; start < groups.length; start += GROUPS) {
        for (const group of groups.slice(start, start + GROUPS)) {
          if (group.owner.to === 'pool') {
            shared.push(group);
          }
          giveGroup({
            group,
            collector,
            nodes: this.#tools.nodes,
            dependencies: this.#dependencies,
          });
        }
        yield [];
      }
      for (const part of parts([...collector.costs()])) {
        part.forEach(cost => direct.add(cost));
        yield part;
      }
    }
    const { facts, volumes } = this.#tools;
    const pools = new Pools({
      pools: facts.pools ?? [],
      services: facts.services ?? [],
      volumes,
      costs: direct,
    });
    for (const group of shared) {
      yield* parts(shareGroup({ group, pools }));
    }
  }
}

function* parts(costs: readonly AllocatedCost[]): Generator<AllocatedCost[]> {
  for (let start = 0; start < costs.length; start += PARTS) {
    yield costs.slice(start, start + PARTS).filter(isSomething);
  }
}

function isSomething({ amounts }: AllocatedCost): boolean {
  const { billed, effective, contracted, list } = amounts;
  return billed !== 0n || effective !== 0n || contracted !== 0n || list !== 0n;
}
