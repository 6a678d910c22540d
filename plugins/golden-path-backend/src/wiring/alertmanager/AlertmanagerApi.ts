import type { Config } from '@backstage/config';
import { InputError, ResponseError } from '@backstage/errors';
import { z } from 'zod';
import { NotAnswered } from '../NotAnswered';
import {
  type NotificationCounts,
  notificationCounts,
} from './notificationCounts';
import { RouteTree } from './RouteTree';

const KEY = 'goldenPath.alertmanager';
/** Milliseconds that one answer may take. */
const PATIENCE_MS = 10_000;
const WHOM = 'Alertmanager';

const status = z.object({ config: z.object({ original: z.string() }) });

/** An alert as `POST /api/v2/alerts` takes it. */
export interface SentAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** ISO instants. */
  startsAt: string;
  endsAt: string;
  generatorURL?: string;
}

/** What Alertmanager is asked about; every method throws `NotAnswered`. */
export interface Alertmanager {
  routes(): Promise<RouteTree>;
  counts(): Promise<NotificationCounts>;
  send(alert: SentAlert): Promise<void>;
}

/** Speaks Alertmanager's HTTP API. Redirects are not followed. */
export class AlertmanagerApi implements Alertmanager {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  /**
   * The one of `goldenPath.alertmanager`; none where it is not set.
   *
   * @throws InputError that names the key and the mend
   */
  static fromConfig(config: Config): AlertmanagerApi | undefined {
    const own = config.getOptionalConfig(KEY);
    if (!own) {
      return undefined;
    }
    const url = own.getString('url');
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
      throw new InputError(
        `${KEY}.url is no http or https URL; write Alertmanager's address, for instance http://alertmanager:9093`,
      );
    }
    const { username, password } = new URL(url);
    if (username || password) {
      throw new InputError(
        `${KEY}.url holds a user name or password; move them to ${KEY}.username and ${KEY}.password`,
      );
    }
    return new AlertmanagerApi({
      url: url.replace(/(\/api\/v2)?\/*$/, ''),
      headers: authorizationOf(own),
    });
  }

  private constructor(options: {
    url: string;
    headers: Record<string, string>;
  }) {
    this.#url = options.url;
    this.#headers = options.headers;
  }

  async routes(): Promise<RouteTree> {
    const body = await this.#ask('/api/v2/status');
    const read = status.safeParse(jsonOf(body));
    if (!read.success) {
      throw refused('it does not answer as an Alertmanager does');
    }
    try {
      return RouteTree.parse(read.data.config.original);
    } catch (error) {
      throw error instanceof InputError ? refused(error.message) : error;
    }
  }

  async counts(): Promise<NotificationCounts> {
    return notificationCounts(await this.#ask('/metrics'));
  }

  async send(alert: SentAlert): Promise<void> {
    await this.#ask('/api/v2/alerts', [alert]);
  }

  async #ask(path: string, body?: unknown): Promise<string> {
    try {
      const response = await fetch(`${this.#url}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...this.#headers,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      return await response.text();
    } catch (error) {
      throw NotAnswered.of(WHOM, error);
    }
  }
}

function authorizationOf(config: Config): Record<string, string> {
  const token = config.getOptionalString('token');
  const username = config.getOptionalString('username');
  if (token) {
    return { authorization: `Bearer ${token}` };
  }
  if (username === undefined) {
    return {};
  }
  const pair = `${username}:${config.getOptionalString('password') ?? ''}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

function refused(reason: string): NotAnswered {
  return new NotAnswered({ whom: WHOM, reason });
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
