import { Container } from '@backstage/ui';
import { Quality } from './Quality';

/** How good the bills are. The new frontend system draws the header. */
export function QualityPage() {
  return (
    <main>
      <Container>
        <Quality />
      </Container>
    </main>
  );
}
