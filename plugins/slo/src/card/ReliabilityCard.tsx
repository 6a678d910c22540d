import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ComingCard, useLoaded } from '@plimsoll/plugin-plimsoll-react';
import { useObjectives } from '../queries/useObjectives';
import { RollupCard } from '../rollup/RollupCard';

/** As many as the API gives at once; a service has a handful. */
const LIMIT = 100;

/** About the height of the card with a few rows, in pixels. */
const HEIGHT = 280;

const loadView = () => import('./ReliabilityCardView');

/** Kinds that stand for several services. */
const ROLLED_UP = ['system', 'domain', 'group'];

/**
 * How reliable a service is, or all services of a System, Domain or Group: the
 * objectives, worst first. It is small and part of the initial load, so that
 * question and code are on their way as soon as the page is drawn for the first
 * time.
 *
 * @public
 */
export function ReliabilityCard() {
  const { entity } = useEntity();
  return ROLLED_UP.includes(entity.kind.toLocaleLowerCase('en-US')) ? (
    <RollupCard entity={entity} />
  ) : (
    <ServiceCard entity={entity} />
  );
}

function ServiceCard(props: { entity: Entity }) {
  const { entity } = props;
  const entityRef = stringifyEntityRef(entity);
  const objectives = useObjectives({ entityRef, sort: 'worst', limit: LIMIT });
  const view = useLoaded(loadView);
  return view ? (
    <view.ReliabilityCardView
      entity={entity}
      entityRef={entityRef}
      objectives={objectives}
    />
  ) : (
    <ComingCard height={HEIGHT} />
  );
}
