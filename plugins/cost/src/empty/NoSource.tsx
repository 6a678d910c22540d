import { SetUpMessage } from '@plimsoll/plugin-plimsoll-react';
import { useVoice } from '../words';

/** The least that shows a cost. */
const LINES = `cost:
  sources:
    bill:
      type: focus
      directory: /var/lib/bills
`;

/** No bill is set up: what an administrator adds. */
export function NoSource() {
  const { t } = useVoice();
  return (
    <SetUpMessage
      title={t('notConfigured.source')}
      action={t('notConfigured.setUpSource')}
      lines={LINES}
      label={t('notConfigured.sourceConfig')}
    >
      {t('notConfigured.sourceWhy')}
    </SetUpMessage>
  );
}
