import fc from 'fast-check';
import { linesOf } from './linesOf';

async function* streamOf(chunks: readonly string[], onRead = () => {}) {
  for (const chunk of chunks) {
    onRead();
    yield chunk;
  }
}

describe('linesOf', () => {
  it('finds the same lines however a text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string().map(text => text.replaceAll('\n', ' '))),
        fc.array(fc.nat({ max: 60 })),
        async (lines, cuts) => {
          const text = lines.map(line => `${line}\n`).join('');
          const at = [0, ...cuts, text.length]
            .filter(cut => cut <= text.length)
            .sort((one, other) => one - other);
          const chunks = at.slice(1).map((cut, n) => text.slice(at[n], cut));
          const found: string[] = [];
          for await (const line of linesOf(streamOf(chunks))) {
            found.push(line);
          }
          expect(found).toEqual(lines);
        },
      ),
    );
  });

  it('reads no further than it is asked', async () => {
    const onRead = jest.fn();
    const lines = linesOf(streamOf(['a\nb\n', 'c\n'], onRead));
    await lines.next();
    await lines.next();
    expect(onRead).toHaveBeenCalledTimes(1);
  });
});
