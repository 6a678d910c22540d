import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { getEntityRelations } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { entityName, refName } from '../names';
import { useEntityPath } from '../routes';
import { plimsollTranslationRef } from '../translation';
import { ViewMessage } from './ViewMessage';

/** @public */
export interface NoPermissionProps {
  /** Name of the permission that is missing: "slo.objective.read". */
  permission: string;
  /** Names what may not be seen; "You may not see this" by default. */
  title?: string;
  /** The service that was asked about. */
  entity?: Entity;
}

/**
 * The caller may not read this; the owners of the service can help.
 *
 * @public
 */
export function NoPermission(props: NoPermissionProps) {
  const { permission, entity } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const { title = t('permission.title') } = props;
  const pathOf = useEntityPath();
  const owner = entity && getEntityRelations(entity, 'ownedBy')[0];
  if (!entity || !owner) {
    return (
      <ViewMessage kind="no-permission" title={title}>
        {t('permission.why', { permission })}
      </ViewMessage>
    );
  }
  const ownerRef = stringifyEntityRef(owner);
  const name = refName(ownerRef);
  const href = pathOf(ownerRef);
  return (
    <ViewMessage
      kind="no-permission"
      title={title}
      actions={
        href && (
          <ButtonLink variant="secondary" href={href}>
            {t('permission.ask', { owner: name })}
          </ButtonLink>
        )
      }
    >
      {t('permission.whyOwned', {
        permission,
        owner: name,
        service: entityName(entity),
      })}
    </ViewMessage>
  );
}
