import { PluginHeader } from '@backstage/ui';
import { RiCoinsLine } from '@remixicon/react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { UnknownPage } from '../empty';
import { QualityPage } from '../quality/QualityPage';
import { PAGE_PATHS, useCostPaths } from '../routes';
import { SavingsPage } from '../savings/SavingsPage';
import { UnmappedPage } from '../unmapped/UnmappedPage';
import { useVoice } from '../words';
import { FleetPage } from './FleetPage';

const PAGES = ['services', 'savings', 'unmapped', 'quality'] as const;

/** All pages, with the header that the legacy system does not draw. */
export function LegacyCostPage() {
  const { t } = useVoice();
  const paths = useCostPaths();
  return (
    <>
      <PluginHeader
        icon={<RiCoinsLine />}
        title={t('fleet.title')}
        tabs={PAGES.map(name => ({
          id: name,
          label: t(`page.${name}`),
          href: paths.page(name) ?? '',
        }))}
      />
      <Routes>
        <Route path={PAGE_PATHS.services} element={<FleetPage />} />
        <Route path={PAGE_PATHS.savings} element={<SavingsPage />} />
        <Route path={PAGE_PATHS.unmapped} element={<UnmappedPage />} />
        <Route path={PAGE_PATHS.quality} element={<QualityPage />} />
        <Route index element={<Navigate to={PAGE_PATHS.services} replace />} />
        <Route path="*" element={<UnknownPage />} />
      </Routes>
    </>
  );
}
