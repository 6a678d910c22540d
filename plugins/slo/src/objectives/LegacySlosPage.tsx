import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { RiFocus3Line } from '@remixicon/react';
import { sloTranslationRef } from '../translation';
import { SlosPage } from './SlosPage';

/** All objectives, with the header that the legacy system does not draw. */
export function LegacySlosPage() {
  const { t } = useTranslationRef(sloTranslationRef);
  return (
    <>
      <PluginHeader icon={<RiFocus3Line />} title={t('page.title')} />
      <SlosPage />
    </>
  );
}
