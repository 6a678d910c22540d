import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Who may see an objective: everybody who is signed in, or its owners. */
export type SloReaders = 'everybody' | 'owners';

const KEY = 'permission.portal';

/** The settings of the portal's policy, with their defaults. */
export function readPolicyConfig(config: Config): {
  sloReaders: SloReaders;
  /** Refs of users and groups, lower case. */
  administrators: string[];
} {
  const sloReaders =
    config.getOptionalString(`${KEY}.sloReaders`) ?? 'everybody';
  if (sloReaders !== 'everybody' && sloReaders !== 'owners') {
    throw new InputError(
      `${KEY}.sloReaders is '${sloReaders}'; write everybody or owners`,
    );
  }
  const administrators =
    config.getOptionalStringArray(`${KEY}.administrators`) ?? [];
  return {
    sloReaders,
    administrators: administrators.map(ref => ref.toLocaleLowerCase('en-US')),
  };
}
