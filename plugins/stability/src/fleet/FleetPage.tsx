import { Container } from '@backstage/ui';
import { Fleet } from './Fleet';

/** All services. The new frontend system draws the header. */
export function FleetPage() {
  return (
    <main>
      <Container>
        <Fleet />
      </Container>
    </main>
  );
}
