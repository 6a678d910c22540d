import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { ResponseError } from '@backstage/errors';
import { describeError } from '@plimsoll/plugin-plimsoll-react';
import { sloCorrectPermission } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';

const REFUSED = [400, 404, 409];

/** Why a correction was not saved. */
export function SaveError(props: { error: unknown }) {
  const { error } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  if (!error) {
    return null;
  }
  return <Alert status="danger" icon role="alert" title={title()} />;

  function title(): string {
    if (describeError(error).kind === 'no-permission') {
      return t('correction.notAllowed', {
        permission: sloCorrectPermission.name,
      });
    }
    // to try that again would be refused again
    return error instanceof ResponseError && REFUSED.includes(error.statusCode)
      ? t('correction.refused', { message: sentenceOf(error.cause) })
      : t('correction.notSaved');
  }
}

/** What the portal's own refusal says, without its name and addresses. */
function sentenceOf(cause: Error): string {
  return describeError(cause).details.replace(/^\w+: /, '');
}
