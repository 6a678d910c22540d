import { inBlocks } from './inBlocks';

function* slowLines(count: number): Generator<string> {
  for (let n = 0; n < count; n++) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    yield `${n}${'x'.repeat(1_000)}\r\n`;
  }
}

describe('inBlocks', () => {
  it('hands out all lines in few blocks, and lets others have their turn', async () => {
    let turns = 0;
    let isDone = false;
    const next = () => {
      turns++;
      if (!isDone) {
        setImmediate(next);
      }
    };
    setImmediate(next);
    const blocks: string[] = [];
    for await (const block of inBlocks(slowLines(100))) {
      blocks.push(block);
    }
    isDone = true;

    expect(blocks.join('')).toBe([...slowLines(100)].join(''));
    expect(blocks).toHaveLength(4);
    // 100 ms in steps of 8
    expect(turns).toBeGreaterThan(5);
  });

  it('is one empty block for no lines', async () => {
    const blocks: string[] = [];
    for await (const block of inBlocks([])) {
      blocks.push(block);
    }
    expect(blocks).toEqual(['']);
  });
});
