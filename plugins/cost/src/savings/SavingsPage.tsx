import { Container } from '@backstage/ui';
import { SavingsOfAll } from './SavingsOfAll';

/** Savings of all services. The new frontend system draws the header. */
export function SavingsPage() {
  return (
    <main>
      <Container>
        <SavingsOfAll />
      </Container>
    </main>
  );
}
