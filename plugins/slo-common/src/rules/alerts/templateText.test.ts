import fc from 'fast-check';
import { templateText } from './templateText';

/** What Go's templates make of the actions that `templateText` writes. */
function expand(template: string): string {
  return template.replace(/\{\{ "\{\{" \}\}/g, '{{');
}

const braces = fc.string({
  unit: fc.constantFrom('{', '}', '"', ' ', '$', 'a', '{{', '}}', '-'),
  maxLength: 20,
});

describe('templateText', () => {
  it.each([
    ['plain', 'plain'],
    ['{{ query "up" }}', '{{ "{{" }} query "up" }}'],
    ['{{{', '{{ "{{" }}{'],
  ])('writes %s as %s', (text, template) => {
    expect(templateText(text)).toBe(template);
  });

  it('property: opens no action of its own, and prints the text', () => {
    fc.assert(
      fc.property(braces, text => {
        const template = templateText(text);
        const rest = template.replace(/\{\{ "\{\{" \}\}/g, '');
        expect(rest).not.toContain('{{');
        expect(expand(template)).toBe(text);
      }),
    );
  });
});
