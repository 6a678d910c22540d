import { PluginHeader } from '@backstage/ui';
import { RiPulseLine } from '@remixicon/react';
import { useVoice } from '../words';
import { FleetPage } from './FleetPage';

/** All services, with the header that the legacy system does not draw. */
export function LegacyFleetPage() {
  const { t } = useVoice();
  return (
    <>
      <PluginHeader icon={<RiPulseLine />} title={t('fleet.title')} />
      <FleetPage />
    </>
  );
}
