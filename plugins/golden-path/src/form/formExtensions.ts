import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const fields = () => import('./formFields');

/** The fields of "create service", for the scaffolder's form. */
export const formExtensions = [
  FormFieldBlueprint.make({
    name: 'page',
    params: { field: () => fields().then(m => m.pageField) },
  }),
  FormFieldBlueprint.make({
    name: 'promise',
    params: { field: () => fields().then(m => m.promiseField) },
  }),
  FormFieldBlueprint.make({
    name: 'name',
    params: { field: () => fields().then(m => m.nameField) },
  }),
  FormFieldBlueprint.make({
    name: 'repository',
    params: { field: () => fields().then(m => m.repositoryField) },
  }),
  FormFieldBlueprint.make({
    name: 'at-least',
    params: { field: () => fields().then(m => m.atLeastField) },
  }),
];
