import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { FactRules } from '@plimsoll/plugin-stability-common';
import { z } from 'zod';

const KEY = 'stability.environments.aliases';

const name = z.string().trim().min(1).max(255);
const aliasesOf = z.record(name, z.array(name));

/**
 * Reads `stability.environments.aliases`.
 *
 * @returns undefined where there are none
 * @throws InputError when it is no map of lists, or when two environments go
 * by one name
 */
export function readEnvironmentAliases(
  config: Config,
): FactRules['environmentAliases'] | undefined {
  const value = config.getOptional(KEY);
  if (value === undefined) {
    return undefined;
  }
  const read = aliasesOf.safeParse(value);
  if (!read.success) {
    throw new InputError(
      `${KEY} must list names under each environment: { production: [prod] }`,
      read.error,
    );
  }
  const owners = new Map<string, string>();
  for (const [owner, aliases] of Object.entries(read.data)) {
    for (const alias of new Set([owner, ...aliases].map(lowerCase))) {
      const other = owners.get(alias);
      if (other !== undefined) {
        throw new InputError(
          `${KEY}: '${alias}' stands for '${other}' and for '${owner}'; leave it to one of them`,
        );
      }
      owners.set(alias, owner);
    }
  }
  return read.data;
}

function lowerCase(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
