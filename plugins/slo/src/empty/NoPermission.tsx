import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { getEntityRelations } from '@backstage/plugin-catalog-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ButtonLink } from '@backstage/ui';
import { ViewMessage } from '@plimsoll/plugin-plimsoll-react';
import { useObjectivePath } from '../routes/useObjectivePath';
import { sloTranslationRef } from '../translation';
import { refName } from '../words';

/** @internal */
export interface NoPermissionProps {
  /** The service whose objectives were asked for. */
  entity?: Entity;
}

/** The caller may not read objectives; the owners can help. */
export function NoPermission(props: NoPermissionProps) {
  const { entity } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const paths = useObjectivePath();
  const owner = entity && getEntityRelations(entity, 'ownedBy')[0];
  if (!entity || !owner) {
    return (
      <ViewMessage kind="no-permission" title={t('permission.title')}>
        {t('permission.why')}
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
        owner: name,
        service: entity.metadata.title ?? entity.metadata.name,
      })}
    </ViewMessage>
  );
}
