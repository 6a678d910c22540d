import { checkoutEntity } from '../__fixtures__/checkoutEntity';
import { firstAnnotations, firstEventCommand } from './firstEventTexts';

describe('the first event of a service', () => {
  it('names the repository that the service lies in, or a place for it', () => {
    expect(firstAnnotations(checkoutEntity)).toContain(
      'github.com/project-slug: shopkart/checkout',
    );
    expect(
      firstAnnotations({
        ...checkoutEntity,
        metadata: { name: 'checkout' },
      }),
    ).toContain('github.com/project-slug: your-org/checkout');
  });

  it('is a CloudEvent around a CDEvent that says the same', () => {
    const command = firstEventCommand(checkoutEntity);
    const body = command.slice(
      command.indexOf('EOF\n') + 4,
      command.lastIndexOf('EOF'),
    );
    const event = JSON.parse(body);
    expect(event.specversion).toBe('1.0');
    const { context, subject } = event.data;
    expect(context).toMatchObject({
      specversion: '0.5.1',
      id: event.id,
      source: event.source,
      type: event.type,
      timestamp: event.time,
    });
    expect(subject).toEqual({
      id: event.subject,
      content: {
        environment: { id: 'production' },
        artifactId: 'pkg:oci/checkout@$VERSION',
      },
    });
  });
});
