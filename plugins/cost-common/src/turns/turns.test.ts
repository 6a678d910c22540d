import { eachInTurns } from './eachInTurns';
import { finishTurns } from './finishTurns';

describe('work in turns', () => {
  it('takes each item once and in order, some of them in a step', () => {
    const items = Array.from({ length: 1_000 }, (_, n) => n);
    const seen: number[] = [];
    const turns = eachInTurns(items, item => seen.push(item));
    expect(seen).toEqual([]);
    turns.next();
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.length).toBeLessThan(items.length / 2);
    finishTurns(turns);
    expect(seen).toEqual(items);
  });

  it('answers what the last step does', () => {
    let steps = 0;
    const result = finishTurns(
      (function* work() {
        yield;
        steps++;
        yield;
        steps++;
        return 'done';
      })(),
    );
    expect([result, steps]).toEqual(['done', 2]);
  });
});
