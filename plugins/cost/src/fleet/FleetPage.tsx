import { Container } from '@backstage/ui';
import { Fleet } from './Fleet';

/** What all services cost. The new frontend system draws the header. */
export function FleetPage() {
  return (
    <main>
      <Container>
        <Fleet />
      </Container>
    </main>
  );
}
