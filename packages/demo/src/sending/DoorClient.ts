import { setTimeout as sleep } from 'node:timers/promises';
import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Delivery, Door } from '../deliveries/Delivery';
import { proofOf, type WebhookDoor } from './proofOf';

/** Milliseconds until what was turned away for now is sent again. */
const RETRY_MS = 2_000;

/** What a door made of a delivery. */
export type Reception = 'accepted' | 'duplicate' | 'refused';

/** @see DoorClient */
export interface DoorClientOptions {
  discovery: DiscoveryService;
  auth: AuthService;
  logger: LoggerService;
  /** Of `stability.webhooks`; a door without one is left alone. */
  secrets: Partial<Record<WebhookDoor, string>>;
}

/** Delivers to the portal's doors over HTTP, as ShopKart's tools would. */
export class DoorClient {
  readonly #options: DoorClientOptions;
  readonly #closed = new Set<Door>();

  static create(options: DoorClientOptions): DoorClient {
    return new DoorClient(options);
  }

  private constructor(options: DoorClientOptions) {
    this.#options = options;
  }

  /**
   * Sends a delivery until the portal has it.
   *
   * @returns `refused` where the door is closed or does not know the secret
   */
  async deliver(delivery: Delivery, signal: AbortSignal): Promise<Reception> {
    const { door } = delivery;
    for (;;) {
      if (this.#closed.has(door)) {
        return 'refused';
      }
      const response = await this.#post(delivery, signal).catch(() => {
        // the portal is on its way up or down
        signal.throwIfAborted();
        return undefined;
      });
      if (response?.status === 202) {
        return receptionOf(await response.json());
      }
      await response?.body?.cancel();
      if (response && response.status < 500) {
        this.#close(door, response.status);
        return 'refused';
      }
      await sleep(RETRY_MS, undefined, { signal, ref: false });
    }
  }

  async #post(delivery: Delivery, signal: AbortSignal): Promise<Response> {
    const { discovery } = this.#options;
    const { door, body } = delivery;
    const base = await discovery.getBaseUrl('stability');
    const path = door === 'cdevents' ? '/events' : `/webhooks/${door}`;
    return fetch(`${base}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...delivery.headers,
        ...(await this.#proof(delivery)),
      },
      body,
      signal,
    });
  }

  async #proof(delivery: Delivery): Promise<Record<string, string>> {
    const { auth, secrets } = this.#options;
    const { door } = delivery;
    if (door !== 'cdevents') {
      return proofOf({ ...delivery, door }, secrets[door] ?? '');
    }
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'stability',
    });
    return { authorization: `Bearer ${token}` };
  }

  #close(door: Door, status: number): void {
    if (!this.#closed.has(door)) {
      this.#closed.add(door);
      this.#options.logger.warn(
        `The demo world cannot deliver through the door '${door}', which answers ${status}; ` +
          `compare stability.webhooks.${door}.secrets in app-config with app-config.yaml of the demo`,
      );
    }
  }
}

/** What `/webhooks/{source}` and `/events` answer. */
function receptionOf(answer: {
  status?: string;
  duplicates?: number;
}): Reception {
  return answer.status === 'duplicate' || (answer.duplicates ?? 0) > 0
    ? 'duplicate'
    : 'accepted';
}
