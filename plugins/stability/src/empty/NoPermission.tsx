import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { getEntityRelations } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { ViewMessage } from '@plimsoll/plugin-plimsoll-react';
import { useStabilityPaths } from '../routes';
import { refName, useVoice } from '../words';

/** @internal */
export interface NoPermissionProps {
  /** What is needed. */
  permission: string;
  /** The service that was asked about. */
  entity?: Entity;
}

/** The caller may not read this; the owners of the service can help. */
export function NoPermission(props: NoPermissionProps) {
  const { permission, entity } = props;
  const { t } = useVoice();
  const paths = useStabilityPaths();
  const owner = entity && getEntityRelations(entity, 'ownedBy')[0];
  if (!entity || !owner) {
    return (
      <ViewMessage kind="no-permission" title={t('permission.title')}>
        {t('permission.why', { permission })}
      </ViewMessage>
    );
  }
  const ownerRef = stringifyEntityRef(owner);
  const name = refName(ownerRef);
  const href = paths.service(ownerRef);
  return (
    <ViewMessage
      kind="no-permission"
      title={t('permission.title')}
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
        service: entity.metadata.title ?? entity.metadata.name,
      })}
    </ViewMessage>
  );
}
