import { PluginHeader } from '@backstage/ui';
import { RiInboxArchiveLine } from '@remixicon/react';
import { useVoice } from '../words';
import { InboxPage } from './InboxPage';

/** All deliveries, with the header that the legacy system does not draw. */
export function LegacyInboxPage() {
  const { t } = useVoice();
  return (
    <>
      <PluginHeader icon={<RiInboxArchiveLine />} title={t('inbox.title')} />
      <InboxPage />
    </>
  );
}
