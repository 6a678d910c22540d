import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { UnknownPage } from '../empty';

/** @internal */
export interface KnownPagesProps {
  /** Paths of the pages below. */
  paths: readonly string[];
  /** The header, and the page that is asked for where it is one of them. */
  children: ReactNode;
}

/** Says so where a page is asked for that there is not. */
export function KnownPages(props: KnownPagesProps) {
  const { paths, children } = props;
  const { '*': rest = '' } = useParams();
  const [first] = rest.split('/');
  return (
    <>
      {children}
      {first !== '' && !paths.includes(first) && <UnknownPage />}
    </>
  );
}
