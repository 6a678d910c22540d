import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Shorter ones can be guessed. */
const LEAST_LENGTH = 16;

/** Those of the demo are published with it. */
const PUBLISHED = /^demo-.+-is-no-secret$/;

/** What app-config says about one door. */
export interface WebhookConfig {
  /** Where it stands: `stability.webhooks.github`. */
  key: string;
  /** Any of them is good, so that they can be changed without a gap. */
  secrets: string[];
  /** Secrets of the demo were left out, since this is none. */
  hasPublished: boolean;
  /** The rest of it, for the reader of this door. */
  config: Config | undefined;
}

/**
 * Reads `stability.webhooks.<source>`. The secrets of the demo, which anybody can
 * read, open no door unless `stability.demo` is set.
 *
 * @throws InputError when a secret is too short to be one
 */
export function readWebhookConfig(
  config: Config,
  source: string,
): WebhookConfig {
  const key = `stability.webhooks.${source}`;
  const own = config.getOptionalConfig(key);
  const isDemo = config.getOptionalBoolean('stability.demo') ?? false;
  const given = readSecrets(own, 'secrets');
  checkLength(given, `${key}.secrets`);
  const secrets = given.filter(secret => isDemo || !PUBLISHED.test(secret));
  const hasPublished = secrets.length < given.length;
  return { key, secrets, hasPublished, config: own };
}

/** Users that may deliver with a password, of doors that have some. */
export function readBasicUsers(
  webhook: WebhookConfig,
): Array<{ username: string; password: string }> {
  const users = webhook.config?.getOptionalConfigArray('basic') ?? [];
  const read = users.map(user => ({
    username: user.getString('username'),
    password: user.getString('password'),
  }));
  checkLength(
    read.map(({ password }) => password),
    `${webhook.key}.basic`,
  );
  return read;
}

/** A variable that is not set leaves a hole, which is no secret. */
function readSecrets(config: Config | undefined, key: string): string[] {
  const value = config?.getOptional(key);
  return (Array.isArray(value) ? value : [value]).filter(
    (item): item is string => typeof item === 'string' && item.trim() !== '',
  );
}

function checkLength(secrets: string[], key: string): void {
  if (secrets.some(secret => secret.length < LEAST_LENGTH)) {
    throw new InputError(
      `${key} has a secret of fewer than ${LEAST_LENGTH} characters: make one ` +
        `with 'openssl rand -hex 32'`,
    );
  }
}
