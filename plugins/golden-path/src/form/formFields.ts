import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { isAtLeast } from './check/isAtLeast';
import { isFree } from './check/isFree';
import { FormPage } from './page/FormPage';
import { RepositoryField } from './page/RepositoryField';
import { StockField } from './page/StockField';
import { PromiseField } from './promise/PromiseField';

/** A page of the form with its preview: `ui:field` of the page itself. */
export const pageField = createFormField({
  name: 'GoldenPathPage',
  component: FormPage,
  schema: makeFieldSchema({ output: z => z.record(z.any()) }),
});

/** The objective of availability. */
export const promiseField = createFormField({
  name: 'GoldenPathPromise',
  component: PromiseField,
  schema: makeFieldSchema({ output: z => z.number() }),
});

/** A name that nobody has yet. */
export const nameField = createFormField({
  name: 'GoldenPathName',
  component: StockField,
  validation: isFree('name'),
  schema: makeFieldSchema({ output: z => z.string() }),
});

/** A repository that nobody has yet. */
export const repositoryField = createFormField({
  name: 'GoldenPathRepository',
  component: RepositoryField,
  validation: isFree('repoUrl'),
  schema: makeFieldSchema({
    output: z => z.string(),
    uiOptions: z => z.object({ allowedHosts: z.array(z.string()).optional() }),
  }),
});

/** A number that is at least another one. */
export const atLeastField = createFormField({
  name: 'GoldenPathAtLeast',
  component: StockField,
  validation: isAtLeast,
  schema: makeFieldSchema({
    output: z => z.number(),
    uiOptions: z => z.object({ atLeast: z.string() }),
  }),
});
