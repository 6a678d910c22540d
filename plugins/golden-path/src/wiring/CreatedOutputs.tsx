import { useState } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import {
  DefaultTemplateOutputs,
  type ScaffolderTemplateOutputsComponent,
} from '@backstage/plugin-scaffolder-react/alpha';
import { usePolled } from '@plimsoll/plugin-plimsoll-react';
import { WiringCard } from './WiringCard';
import styles from './CreatedOutputs.module.css';

/** Seconds until the catalog is asked again for what was just registered. */
const SOON_SECONDS = 3;
/** The same once it has it. */
const LATER_SECONDS = 600;

/**
 * What "create service" made: its links, what was checked and what was not, and
 * from there on how far the service is wired.
 */
export const CreatedOutputs: ScaffolderTemplateOutputsComponent = props => {
  const ref = props.output?.links?.find(
    ({ entityRef }) => entityRef,
  )?.entityRef;
  return (
    <>
      <DefaultTemplateOutputs output={props.output} />
      {ref && <CreatedWiring entityRef={ref} />}
    </>
  );
};

/** The proof, as soon as the catalog has the service. */
function CreatedWiring({ entityRef }: { entityRef: string }) {
  const catalog = useApi(catalogApiRef);
  const [isThere, setIsThere] = useState(false);
  const found = usePolled<Entity | null>({
    key: entityRef,
    everySeconds: isThere ? LATER_SECONDS : SOON_SECONDS,
    load: async () => {
      const entity = await catalog.getEntityByRef(entityRef);
      setIsThere(entity !== undefined);
      return entity ?? null;
    },
  });
  return found.data ? (
    <EntityProvider entity={found.data}>
      <div className={styles.wiring}>
        <WiringCard />
      </div>
    </EntityProvider>
  ) : null;
}
