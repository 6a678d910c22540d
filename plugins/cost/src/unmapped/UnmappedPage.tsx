import { Container } from '@backstage/ui';
import { UnmappedList } from './UnmappedList';

/** What no service owns. The new frontend system draws the header. */
export function UnmappedPage() {
  return (
    <main>
      <Container>
        <UnmappedList />
      </Container>
    </main>
  );
}
