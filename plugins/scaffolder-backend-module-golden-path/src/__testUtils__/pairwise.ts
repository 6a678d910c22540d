/** What can be chosen, by the name of the choice. */
export type Choices = Record<string, readonly unknown[]>;

/** One value for each choice. */
export type Row<T extends Choices> = { [K in keyof T]: T[K][number] };

interface Pair {
  /** Positions of two choices, the smaller one first, and of their values. */
  choices: [number, number];
  values: [number, number];
}

/**
 * Rows in which every value of every choice meets every value of every other
 * one at least once, and far fewer of them than there are combinations. Greedy,
 * and the same each time: a row starts with the first pair that no row has yet,
 * and every other choice takes the value that brings the most new pairs.
 */
export function pairwise<const T extends Choices>(choices: T): Row<T>[] {
  const names = Object.keys(choices);
  const values = names.map(name => choices[name]);
  const open = new Map<string, Pair>();
  for (const pair of allPairs(values.map(list => list.length))) {
    open.set(keyOf(pair), pair);
  }
  const rows: Row<T>[] = [];
  for (let first = next(open); first; first = next(open)) {
    const row = fillRow({ first, sizes: values.map(v => v.length), open });
    for (const pair of pairsOf(row)) {
      open.delete(keyOf(pair));
    }
    rows.push(
      Object.fromEntries(
        names.map((name, index) => [name, values[index][row[index]]]),
      ) as Row<T>,
    );
  }
  return rows;
}

function fillRow(options: {
  first: Pair;
  sizes: number[];
  open: ReadonlyMap<string, Pair>;
}): number[] {
  const { first, sizes, open } = options;
  const row: Array<number | undefined> = sizes.map(() => undefined);
  row[first.choices[0]] = first.values[0];
  row[first.choices[1]] = first.values[1];
  sizes.forEach((size, choice) => {
    if (row[choice] !== undefined) {
      return;
    }
    let best = { value: 0, gain: -1 };
    for (let value = 0; value < size; value++) {
      const gain = gainOf({ row, choice, value, open });
      best = gain > best.gain ? { value, gain } : best;
    }
    row[choice] = best.value;
  });
  return row.map(value => value ?? 0);
}

/** How many open pairs a value would close with what the row has already. */
function gainOf(options: {
  row: Array<number | undefined>;
  choice: number;
  value: number;
  open: ReadonlyMap<string, Pair>;
}): number {
  const { row, choice, value, open } = options;
  return row.filter(
    (other, index) =>
      other !== undefined &&
      open.has(
        keyOf(
          index < choice
            ? { choices: [index, choice], values: [other, value] }
            : { choices: [choice, index], values: [value, other] },
        ),
      ),
  ).length;
}

function* allPairs(sizes: number[]): Generator<Pair> {
  for (let a = 0; a < sizes.length; a++) {
    for (let b = a + 1; b < sizes.length; b++) {
      for (let valueA = 0; valueA < sizes[a]; valueA++) {
        for (let valueB = 0; valueB < sizes[b]; valueB++) {
          yield { choices: [a, b], values: [valueA, valueB] };
        }
      }
    }
  }
}

function* pairsOf(row: number[]): Generator<Pair> {
  for (let a = 0; a < row.length; a++) {
    for (let b = a + 1; b < row.length; b++) {
      yield { choices: [a, b], values: [row[a], row[b]] };
    }
  }
}

function keyOf({ choices, values }: Pair): string {
  return [...choices, ...values].join();
}

function next(open: ReadonlyMap<string, Pair>): Pair | undefined {
  return open.values().next().value;
}
