import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  type ScaffolderTemplateOutputsComponent,
  scaffolderTemplateOutputsBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { STACK_FACTS, STACKS } from '@plimsoll/plugin-golden-path-common';
import { useLoaded } from '@plimsoll/plugin-plimsoll-react';
import { WiringCard } from './WiringCard';

const loadOutputs = () => import('./CreatedOutputs');

/** Its code is wanted only when something was created. */
const CreatedService: ScaffolderTemplateOutputsComponent = props => {
  const outputs = useLoaded(loadOutputs);
  return outputs ? <outputs.CreatedOutputs {...props} /> : null;
};

/** What of the wiring proof stands in the portal. */
export const wiringExtensions = [
  EntityCardBlueprint.make({
    name: 'wiring',
    params: {
      type: 'content',
      filter: {
        kind: 'component',
        'spec.scaffoldedFrom': { $exists: true },
        'metadata.annotations.backstage.io/template-version': {
          $exists: true,
        },
      },
      // Loads its own view, once it is known what to show.
      loader: async () => <WiringCard />,
    },
  }),
  scaffolderTemplateOutputsBlueprint.make({
    name: 'created-service',
    params: {
      component: CreatedService,
      templateRefs: STACKS.map(
        stack => `template:default/${STACK_FACTS[stack].template}`,
      ),
    },
  }),
];
