import type {
  ContainerUse,
  IdleResource,
  UseEvidenceSource,
} from '@plimsoll/plugin-cost-node';
import { sessionContainers } from './sessionContainers';
import { shopContainers } from './shopContainers';
import { idleResources } from './idleResources';

/** Says as Prometheus would what ShopKart's pods really use. */
export class DemoUseSource implements UseEvidenceSource {
  readonly name: string;

  static create(options: { name: string }): DemoUseSource {
    return new DemoUseSource(options.name);
  }

  private constructor(name: string) {
    this.name = name;
  }

  async readContainers(options: {
    entityRefs: string[];
    signal: AbortSignal;
  }): Promise<ContainerUse[]> {
    const asked = new Set(options.entityRefs);
    const all = [...shopContainers(), ...sessionContainers()];
    return all.filter(({ entityRef }) => asked.has(entityRef));
  }

  async readIdleResources(): Promise<IdleResource[]> {
    return idleResources();
  }
}
