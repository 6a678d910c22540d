import type { ReactElement, ReactNode } from 'react';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { render, type RenderResult } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';

const apis = [mockApis.translation(), mockApis.error()] as const;

/**
 * What every part finds around it in a portal: words and a router. The reader
 * is a Briton, so that dates read as in DESIGN.md.
 */
export function PartSurroundings({ children }: { children: ReactNode }) {
  jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB']);
  return (
    <MemoryRouter
      future={{ v7_startTransition: true, v7_relativeSplatPath: true }}
    >
      <TestApiProvider apis={apis}>{children}</TestApiProvider>
    </MemoryRouter>
  );
}

/** Renders a part of the library inside its surroundings. */
export function renderPart(part: ReactElement): RenderResult {
  return render(part, { wrapper: PartSurroundings });
}
