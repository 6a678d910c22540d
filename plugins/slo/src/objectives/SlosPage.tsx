import { Container } from '@backstage/ui';
import { ObjectiveList } from './ObjectiveList';

/** All objectives. The new frontend system draws the header. */
export function SlosPage() {
  return (
    <main>
      <Container>
        <ObjectiveList />
      </Container>
    </main>
  );
}
