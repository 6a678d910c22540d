import { checkoutProof } from '../__fixtures__/checkoutCost';
import { NOW } from '../__fixtures__/checkoutEntity';
import { voice } from '../__testUtils__/voice';
import { sourceText } from './sourceText';

describe('a source of a figure', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date(NOW) }));
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const [bill] = checkoutProof.sources;
  const source = { name: 'bill', detail: 'what the backend says' };

  it('says what it is and how far it reaches', () => {
    expect(sourceText({ source, sources: [bill], ...voice() })).toBe(
      'bill: FOCUS 1.2, complete to 17 Nov',
    );
  });

  it('says what is wrong with it', () => {
    expect(
      sourceText({
        source,
        sources: [
          {
            ...bill,
            format: undefined,
            completeTo: undefined,
            state: 'failing',
          },
        ],
        ...voice(),
      }),
    ).toBe('bill: focus, failing');
  });

  it('keeps the words of the backend where the proof does not name it', () => {
    expect(sourceText({ source, sources: [], ...voice() })).toBe(
      'bill: what the backend says',
    );
  });
});
