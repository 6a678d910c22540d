import { shortHash } from './shortHash';

describe('shortHash', () => {
  it('stays what it was: ids in databases are made from it', () => {
    expect(shortHash('')).toMatchInlineSnapshot(`"22fb07457b2bf477"`);
    expect(shortHash('component:default/checkout')).toMatchInlineSnapshot(
      `"ff612e843c5e6851"`,
    );
  });

  it('does not collide on 200,000 names that differ in one place', () => {
    const seen = new Set<string>();
    for (let index = 0; index < 200_000; index++) {
      seen.add(
        shortHash(`component:default/checkout\nproduction\nci:${index}`),
      );
    }
    expect(seen.size).toBe(200_000);
    expect([...seen].every(hash => /^[0-9a-f]{16}$/.test(hash))).toBe(true);
  });

  it('has two halves that collide independently', () => {
    const halves = [new Set<string>(), new Set<string>()];
    for (let index = 0; index < 100_000; index++) {
      const hash = shortHash(`run:${index}`);
      halves[0].add(hash.slice(0, 8));
      halves[1].add(hash.slice(8));
    }
    // About 1.2 pairs are expected in each half by chance.
    halves.forEach(half => expect(half.size).toBeGreaterThan(99_980));
  });
});
