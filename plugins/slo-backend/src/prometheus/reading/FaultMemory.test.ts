import { FaultMemory } from './FaultMemory';

describe('FaultMemory', () => {
  it('remembers for five minutes', () => {
    let now = 0;
    const memory = FaultMemory.create({ now: () => now });
    memory.remember('a', 'refused');
    expect(memory.recall('a')).toBe('refused');
    expect(memory.recall('b')).toBeUndefined();
    now = 299_999;
    expect(memory.recall('a')).toBe('refused');
    now = 300_000;
    expect(memory.recall('a')).toBeUndefined();
  });

  it('holds five thousand, the newest', () => {
    const memory = FaultMemory.create();
    for (let index = 0; index <= 5_000; index += 1) {
      memory.remember(String(index), 'refused');
    }
    expect(memory.recall('0')).toBeUndefined();
    expect(memory.recall('1')).toBe('refused');
    expect(memory.recall('5000')).toBe('refused');
  });
});
