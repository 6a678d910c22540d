import { parseEntityRef } from '@backstage/catalog-model';
import { useOptionalRoute } from '@plimsoll/plugin-plimsoll-react';
import type { Saving } from '@plimsoll/plugin-cost-common';
import { templateRouteRef } from '../routes';

/**
 * Paths of the forms that open a saving's change, filled in; none where no
 * template makes it or the scaffolder is not installed.
 */
export function useChangePath(): (
  saving: Pick<Saving, 'change'>,
) => string | undefined {
  const route = useOptionalRoute(templateRouteRef);
  return ({ change }) => {
    if (!route || !change) {
      return undefined;
    }
    const { namespace, name } = parseEntityRef(change.template, {
      defaultKind: 'template',
      defaultNamespace: 'default',
    });
    const query = new URLSearchParams({
      formData: JSON.stringify(change.values),
    });
    return `${route({ namespace, templateName: name })}?${query}`;
  };
}
