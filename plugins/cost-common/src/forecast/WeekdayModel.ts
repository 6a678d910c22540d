import { medianSorted } from 'simple-statistics';
import type { DaySums } from '../calendar/DaySums';
import { dayOfMonth } from '../calendar/utcDays';

/** Complete days that a weekday's cost is read from: four of each. */
export const HISTORY_DAYS = 28;

/**
 * Of fewer values a single charge is the median, or half of it: a forecast
 * would repeat it.
 */
export const FEWEST_TO_FORECAST = 3;

/** First days of months that a monthly fee is read from. */
const FEES = 3;

/**
 * What a day is expected to cost: the median of the same weekday in the 28
 * days up to a last one, or of working days or weekends as long as that weekday
 * was seen too seldom; and on the first of a month what the last
 * firsts cost above their weekday, since fees are charged then.
 */
export class WeekdayModel {
  readonly #sums: DaySums;
  readonly #last: number;
  readonly #from: number;
  readonly #fewest: number;
  readonly #weekdays: Array<number | undefined> = [];
  #fee: number | undefined;

  constructor(options: {
    sums: DaySums;
    /** Number of the last day to learn from. */
    last: number;
    /**
     * Times that a weekday was seen at the least, once by default: who looks
     * for what is out of the ordinary would take a weekday's own cost for it.
     */
    fewestValues?: number;
  }) {
    this.#fewest = options.fewestValues ?? 1;
    this.#sums = options.sums;
    this.#last = options.last;
    this.#from = Math.max(options.sums.first, options.last - HISTORY_DAYS + 1);
  }

  /** Days that it learns from. */
  get days(): number {
    return Math.max(0, this.#last - this.#from + 1);
  }

  /** Units that a day is expected to cost. */
  at(number: number): number {
    const ordinary = this.ordinary(number);
    return isFirst(number) ? ordinary + this.#monthlyFee() : ordinary;
  }

  /** The same without the fee of a first of the month. */
  ordinary(number: number): number {
    const weekday = number % 7;
    this.#weekdays[weekday] ??= this.#learn(weekday);
    return this.#weekdays[weekday];
  }

  #learn(weekday: number): number {
    const first = this.#from + ((weekday - (this.#from % 7) + 7) % 7);
    const ofWeekday = this.#values(first, 7);
    if (ofWeekday.length >= this.#fewest) {
      return median(ofWeekday) ?? 0;
    }
    const isWeekend = isOnWeekend(weekday);
    const ofKind = this.#values(
      this.#from,
      1,
      number => isOnWeekend(number) === isWeekend,
    );
    return (
      median(
        ofKind.length >= this.#fewest ? ofKind : this.#values(this.#from, 1),
      ) ?? 0
    );
  }

  /** Every so many days; a first of the month carries more than its weekday. */
  #values(
    from: number,
    step: number,
    isWanted: (number: number) => boolean = () => true,
  ): number[] {
    const values: number[] = [];
    for (let number = from; number <= this.#last; number += step) {
      const value = this.#sums.at(number);
      if (value !== undefined && !isFirst(number) && isWanted(number)) {
        values.push(value);
      }
    }
    return values;
  }

  #monthlyFee(): number {
    this.#fee ??= this.#learnFee();
    return this.#fee;
  }

  #learnFee(): number {
    const fees: number[] = [];
    let number = firstOfMonth(this.#last);
    while (fees.length < FEES && number >= this.#sums.first) {
      const value = this.#sums.at(number);
      if (value !== undefined) {
        const around = new WeekdayModel({
          sums: this.#sums,
          last: Math.min(number + HISTORY_DAYS / 2, this.#last),
          fewestValues: this.#fewest,
        });
        fees.push(Math.max(0, value - around.ordinary(number)));
      }
      number = firstOfMonth(number - 1);
    }
    return median(fees) ?? 0;
  }
}

/** Day 0 was a Thursday. */
function isOnWeekend(number: number): boolean {
  const weekday = number % 7;
  return weekday === 2 || weekday === 3;
}

function isFirst(number: number): boolean {
  return dayOfMonth(number) === 1;
}

function firstOfMonth(number: number): number {
  return number - dayOfMonth(number) + 1;
}

function median(values: number[]): number | undefined {
  return values.length === 0
    ? undefined
    : medianSorted(values.sort((a, b) => a - b));
}
