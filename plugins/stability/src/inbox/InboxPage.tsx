import { Container } from '@backstage/ui';
import { Inbox } from './Inbox';

/** All deliveries. The new frontend system draws the header. */
export function InboxPage() {
  return (
    <main>
      <Container>
        <Inbox />
      </Container>
    </main>
  );
}
