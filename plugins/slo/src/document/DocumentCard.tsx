import { useEntity } from '@backstage/plugin-catalog-react';
import { IndicatorCard } from './IndicatorCard';
import { SloCard } from './SloCard';

/** What an OpenSLO document says, and what has come of it. @public */
export function DocumentCard() {
  const { entity } = useEntity();
  return entity.kind.toLowerCase() === 'sli' ? (
    <IndicatorCard entity={entity} />
  ) : (
    <SloCard entity={entity} />
  );
}
