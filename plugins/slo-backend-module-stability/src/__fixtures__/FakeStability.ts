import type {
  Deployment,
  Incident,
  ServiceStabilitySummary,
} from '@plimsoll/plugin-stability-common';
import type { FactsReaderOptions } from '../events/FactsReader';

const PAGE = 2;

/** A stability plugin whose facts a test changes; its pages are short. */
export class FakeStability {
  deployments: Deployment[] = [];
  incidents: Incident[] = [];
  /** Refs that changed lately. */
  changed: string[] = [];
  down = false;
  readonly asked: string[] = [];

  get options(): FactsReaderOptions {
    return {
      token: async () => 'token',
      client: {
        listDeployments: async ({ entityRef, cursor }, options) =>
          this.#page(`deployments ${entityRef}`, options?.token, {
            items: this.deployments.filter(one => one.entityRef === entityRef),
            cursor,
          }),
        listIncidents: async ({ entityRef, cursor }, options) =>
          this.#page(`incidents ${entityRef}`, options?.token, {
            items: this.incidents.filter(one => one.entityRef === entityRef),
            cursor,
          }),
        getSummary: async ({ since, cursor }, options) =>
          this.#page(`summary ${since}`, options?.token, {
            items: this.changed.map(
              entityRef => ({ entityRef } as ServiceStabilitySummary),
            ),
            cursor,
          }),
      },
    };
  }

  #page<T>(
    what: string,
    token: string | undefined,
    { items, cursor = '0' }: { items: T[]; cursor?: string },
  ) {
    this.asked.push(what);
    if (this.down || token !== 'token') {
      throw new Error('The stability plugin does not answer');
    }
    const from = Number(cursor);
    const next = from + PAGE;
    return {
      items: items.slice(from, next),
      totalItems: items.length,
      pageInfo: next < items.length ? { nextCursor: String(next) } : {},
    };
  }
}
