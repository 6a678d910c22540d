import { z } from 'zod';

/** Numbers are null where OpenCost divided by zero; old servers lack some. */
const number = z
  .number()
  .nullish()
  .transform(value => value ?? 0);

const properties = z
  .object({
    cluster: z.string().nullish(),
    node: z.string().nullish(),
    providerID: z.string().nullish(),
  })
  .nullish();

const allocation = z.object({
  properties,
  cpuCoreHours: number,
  ramByteHours: number,
  cpuCost: number,
  cpuCostAdjustment: number,
  gpuCost: number,
  gpuCostAdjustment: number,
  ramCost: number,
  ramCostAdjustment: number,
  pvCost: number,
  pvCostAdjustment: number,
  networkCost: number,
  networkCostAdjustment: number,
  loadBalancerCost: number,
  loadBalancerCostAdjustment: number,
});

const asset = z.object({
  type: z.string().nullish(),
  properties: z
    .object({
      cluster: z.string().nullish(),
      name: z.string().nullish(),
      providerID: z.string().nullish(),
    })
    .nullish(),
  cpuCost: number,
  gpuCost: number,
  ramCost: number,
});

/** A row of `/allocation/compute`, by its key. */
export type OpenCostAllocation = z.infer<typeof allocation>;

/** A row of `/assets`. */
export type OpenCostAsset = z.infer<typeof asset>;

/** What stands around every answer; `data` is null where nothing ran. */
const envelope = z.object({ code: z.number(), message: z.string().nullish() });

/** Sets of allocations, one for each step, by key. */
export const allocationAnswer = envelope.extend({
  data: z
    .array(z.record(z.string(), allocation).nullable())
    .nullish()
    .transform(sets => sets ?? []),
});

/** Sets of assets, by key; older servers answer with one set and no list. */
export const assetAnswer = envelope.extend({
  data: z.union([
    z.array(z.record(z.string(), asset).nullable()),
    z.record(z.string(), asset).transform(set => [set]),
    z.null().transform(() => []),
  ]),
});
