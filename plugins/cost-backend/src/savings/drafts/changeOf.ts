import type { Saving } from '@plimsoll/plugin-cost-common';
import type { DraftContext } from './DraftContext';
import type { ValueChange } from './ValueChange';

/** What the template's form is filled with, or that there is no template. */
export function changeOf(options: {
  context: DraftContext;
  entityRef: string;
  /** Of the pull request. */
  title: string;
  changes: readonly ValueChange[];
}): Pick<Saving, 'change' | 'noChange'> {
  const { context, entityRef, title, changes } = options;
  const { template } = context.settings;
  return template
    ? { change: { template, values: { entityRef, title, changes } } }
    : { noChange: 'no-template' };
}
