/**
 * What of a bill was not as it should be, by the rule's name; rules that quote
 * a place keep the words of the backend.
 */
export const faultMessages = {
  faultRule: {
    'cost-unreadable':
      'a cost is no number: export costs as plain decimals with a point, without currency signs or thousands separators',
    'currency-missing':
      'BillingCurrency is no currency of three letters: sums of no currency mean nothing',
    'period-unreadable':
      'a charge has no readable date: write instants as 2026-11-17T00:00:00Z',
    'account-missing':
      'a charge has no BillingAccountId: months are replaced by account, so that each charge must name one',
    'cost-missing': 'a cost is null, which the format forbids: it counts as 0',
    'charge-period-unreadable':
      'ChargePeriodStart is no date: the charge stands on the first day of its billing period',
    'billing-period-unreadable':
      'BillingPeriodStart is no date: the charge stands in the month of its use',
    'outside-billing-period':
      'the use is of another month than the bill, and is no correction: it stays on its own day and in its bill',
    'ends-before-it-starts':
      'ChargePeriodEnd is not after ChargePeriodStart: the start counts',
    'charge-category-unknown':
      'ChargeCategory is none of Usage, Purchase, Tax, Credit, Adjustment: the charge counts as an adjustment',
    'charge-class-unknown':
      'ChargeClass is neither null nor Correction: it is ignored',
    'service-missing':
      'ServiceName is empty: the charge stands under the name of its provider',
    'service-category-unknown':
      'ServiceCategory is none of the format: the charge counts as \u201cother\u201d, see cost.categories in app-config',
    'list-below-contracted':
      'the list price is below the negotiated one: what negotiation saves is shown too low',
    'billed-without-effective':
      'use is billed but has no effective cost: compare such services by billed cost',
    'effective-on-commitment-purchase':
      'the purchase of a commitment has an effective cost, and so has what it covers: effective sums are too high',
    'billed-on-committed-use':
      'use that a commitment covers is billed once more: billed sums are too high unless the cover is partial',
    'negative-charge':
      'a charge is negative without being a credit, an adjustment or a correction: it is summed as it is',
    'commitment-status-alone':
      'CommitmentDiscountStatus and CommitmentDiscountId are not set together on use: commitments are judged by the status',
    'tags-unreadable':
      'Tags is no JSON object: the charge counts as untagged. Export tags as an object of keys and values',
    'tags-missing':
      'a use has no tags: its resource, a rule or the unmapped page must say whose it is',
    'null-as-text':
      'the word NULL stands where nothing should: it is read as nothing',
    'empty-text':
      'an empty text stands where nothing should: it is read as nothing',
    'time-without-zone': 'instants have no time zone: they are read as UTC',
    'shared-as-other-month':
      'requests of these days are not known: they are shared as in the nearest month of which they are',
    'shared-evenly-not-by-requests':
      'requests of those who share it are known of no day: it is shared evenly',
    'shared-evenly-not-by-cost':
      'nobody who shares it had a cost of their own: it is shared evenly',
    'shared-evenly-not-by-weight':
      'nobody who shares it has a weight: it is shared evenly',
    'source-gone':
      'the source is gone from app-config, so what it delivered is no part of the bill. Nothing is lost: name it again to count it',
  },
} as const;
