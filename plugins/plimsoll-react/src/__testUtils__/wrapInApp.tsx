import type { ReactNode } from 'react';
import { errorApiRef, translationApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { MemoryRouter } from 'react-router-dom';

const translationApi = mockApis.translation();
const errorApi = mockApis.error();

/** The least that the shared parts need around them: words and routes. */
export function wrapInApp({ children }: { children: ReactNode }) {
  return (
    <TestApiProvider
      apis={[
        [translationApiRef, translationApi],
        [errorApiRef, errorApi],
      ]}
    >
      <MemoryRouter>{children}</MemoryRouter>
    </TestApiProvider>
  );
}
