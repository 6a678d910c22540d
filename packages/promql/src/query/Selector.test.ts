import { childrenOf, parsePromql } from './parsePromql';
import { readSelector, renderSelector } from './Selector';

function read(query: string) {
  const { text, root } = parsePromql(query);
  expect(root.name).toBe('VectorSelector');
  return readSelector(text, root);
}

describe('selectors', () => {
  it('reads metric and matchers of every form', () => {
    expect(
      read('http_requests_total{a="b", c!=\'d\',e=~`f.*`,g!~"h",}'),
    ).toEqual({
      metric: 'http_requests_total',
      matchers: [
        { label: 'a', operator: '=', value: 'b' },
        { label: 'c', operator: '!=', value: 'd' },
        { label: 'e', operator: '=~', value: 'f.*' },
        { label: 'g', operator: '!~', value: 'h' },
      ],
    });
    expect(read('up')).toEqual({ metric: 'up', matchers: [] });
    expect(read('{__name__="up"}')).toEqual({
      matchers: [{ label: '__name__', operator: '=', value: 'up' }],
    });
    expect(read('{"http.server", "tenant.id"="x"}')).toEqual({
      metric: 'http.server',
      matchers: [{ label: 'tenant.id', operator: '=', value: 'x' }],
    });
  });

  it.each([
    'up',
    'job:requests:rate5m{a="b"}',
    'x{a="b",c!~"d|e"}',
    '{"http.server","tenant.id"="x"}',
    '{__name__="up",a="\\"\\\\"}',
  ])('writes %s as it was', query => {
    expect(renderSelector(read(query))).toBe(query);
  });

  it('refuses two names for the metric', () => {
    expect(() => read('up{"down"}')).toThrow('names the metric twice');
    expect(() => read('{"up","down"}')).toThrow('names the metric twice');
  });

  it('gives children in the order of the text', () => {
    const { text, root } = parsePromql('a + b');
    expect(
      childrenOf(root).map(child => text.slice(child.from, child.to)),
    ).toEqual(['a', '+', 'b']);
  });
});
