import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** How a server is reached. */
export interface Connection {
  /** Root of the API without a trailing slash and without `/api/v1`. */
  baseUrl: string;
  /** Tenant headers and authorization. */
  headers: Record<string, string>;
  timeoutSeconds: number;
}

const HEADER = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/**
 * Reads how a server is reached: `baseUrl`, `auth`, `headers`, `timeout`.
 *
 * @param options.key - place in app-config, `slo.sources.prometheus`
 * @throws InputError that names the key and the mend
 */
export function readConnection(options: {
  key: string;
  config: Config;
}): Connection {
  const { key, config } = options;
  return {
    baseUrl: readBaseUrl(config.getString('baseUrl'), key),
    headers: { ...readHeaders(config, key), ...readAuth(config, key) },
    timeoutSeconds: readSeconds({
      config,
      key,
      name: 'timeout',
      default: 30,
      max: 120,
    }),
  };
}

function readBaseUrl(text: string, key: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new InputError(
      `${key}.baseUrl is no http or https URL; write the root of the API, for instance http://server:9090`,
    );
  }
  const url = new URL(text);
  if (url.username || url.password) {
    throw new InputError(
      `${key}.baseUrl holds a user name or password; move them to ${key}.auth`,
    );
  }
  if (url.search || url.hash) {
    throw new InputError(
      `${key}.baseUrl has a query or fragment; remove it, and use headers for a tenant`,
    );
  }
  return `${url.origin}${url.pathname}`.replace(/(\/api\/v1)?\/*$/, '');
}

function readAuth(config: Config, key: string): Record<string, string> {
  const auth = config.getOptionalConfig('auth');
  const type = auth?.getString('type');
  switch (type) {
    case undefined:
      return {};
    case 'basic': {
      const pair = `${auth!.getString('username')}:${auth!.getString(
        'password',
      )}`;
      return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
    }
    case 'bearer':
      return { authorization: `Bearer ${auth!.getString('token')}` };
    default:
      throw new InputError(
        `${key}.auth.type is ${type}; write basic (with username and password) or bearer (with token)`,
      );
  }
}

function readHeaders(config: Config, key: string): Record<string, string> {
  return readStrings(config, key, 'headers', HEADER, 'header');
}

/**
 * Texts by names that a pattern allows.
 *
 * @throws InputError that names the key and the mend
 */
export function readStrings(
  config: Config,
  key: string,
  name: string,
  pattern: RegExp,
  kind: string,
): Record<string, string> {
  const section = config.getOptional<unknown>(name) ?? {};
  const entries = Object.entries(section);
  for (const [label, value] of entries) {
    if (!pattern.test(label) || typeof value !== 'string' || value === '') {
      throw new InputError(
        `${key}.${name}.${label} must be the name of a ${kind} with a text that is not empty`,
      );
    }
  }
  return Object.fromEntries(entries);
}

/**
 * A whole number of seconds from 1 to `max`.
 *
 * @throws InputError that names the key and the mend
 */
export function readSeconds(options: {
  config: Config;
  key: string;
  name: string;
  default: number;
  max: number;
}): number {
  const { config, key, name, max } = options;
  if (!config.has(name)) {
    return options.default;
  }
  const seconds =
    durationToMilliseconds(readDurationFromConfig(config, { key: name })) / 1e3;
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > max) {
    throw new InputError(
      `${key}.${name} must be a whole number of seconds from 1s to ${max}s`,
    );
  }
  return seconds;
}
