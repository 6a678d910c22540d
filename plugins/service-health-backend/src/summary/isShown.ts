import type { Config } from '@backstage/config';
import type { IndexedService } from '@plimsoll/service-index';

/** Types of Components, in lower case, that are services whatever is known. */
export type ShownTypes = readonly string[];

const DEFAULT_TYPES: ShownTypes = ['service', 'website'];

/** @throws Error when `serviceHealth.componentTypes` is no list of texts */
export function readShownTypes(config: Config): ShownTypes {
  const types = config.getOptionalStringArray('serviceHealth.componentTypes');
  return types?.map(lower) ?? DEFAULT_TYPES;
}

/** Whether the fleet has a row for what the catalog holds. */
export function isShown(options: {
  service: Pick<IndexedService, 'kind' | 'type'>;
  /** A lens speaks of it. */
  isSpokenOf: boolean;
  shownTypes: ShownTypes;
}): boolean {
  const { service, isSpokenOf, shownTypes } = options;
  const { kind, type = '' } = service;
  return (
    kind === 'component' && (isSpokenOf || shownTypes.includes(lower(type)))
  );
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
