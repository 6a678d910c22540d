import { Alert } from '@backstage/ui';
import { describeError } from '@plimsoll/plugin-plimsoll-react';
import { useVoice } from '../words';

/** @internal */
export interface SaveErrorProps {
  error: unknown;
  /** What is needed to do it. */
  permission: string;
}

/** Why something was not saved; nothing while nothing failed. */
export function SaveError(props: SaveErrorProps) {
  const { error, permission } = props;
  const { t } = useVoice();
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
          ? t('error.notAllowed', { permission })
          : t('error.saved')
      }
    />
  );
}
