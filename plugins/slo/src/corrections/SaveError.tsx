import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { describeError } from '@plimsoll/plugin-plimsoll-react';
import { sloCorrectPermission } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';

/** Why a correction was not saved. */
export function SaveError(props: { error: unknown }) {
  const { error } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  if (!error) {
    return null;
  }
  return (
    <Alert
      status="danger"
      icon
      role="alert"
      title={
        describeError(error).kind === 'no-permission'
          ? t('correction.notAllowed', {
              permission: sloCorrectPermission.name,
            })
          : t('correction.notSaved')
      }
    />
  );
}
