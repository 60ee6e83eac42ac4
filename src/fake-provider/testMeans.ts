/** How a stored card or account behaves when it is charged. */
export type Behaviour = {
  code?: string
  /** Charges before this one are paid; 1 = the first is refused already. */
  from: number
  /** What happens from then on. */
  outcome: 'expired' | 'hard' | 'needsCustomer' | 'paid' | 'returned' | 'soft'
}

export type TestMeans = {
  behaviour: Behaviour
  brand: string
  number: string
  /** The bank refuses to have it stored at all. */
  refused?: boolean
}

const always = (outcome: Behaviour['outcome'], code?: string): Behaviour => ({
  code,
  from: 1,
  outcome,
})

/** Cards that exist at no bank, by the numbers that other providers use too. Any other number is refused: it might be somebody's. */
export const TEST_CARDS: TestMeans[] = [
  { behaviour: always('paid'), brand: 'visa', number: '4242424242424242' },
  { behaviour: always('paid'), brand: 'mastercard', number: '5555555555554444' },
  { behaviour: always('paid'), brand: 'amex', number: '378282246310005' },
  {
    behaviour: always('soft', 'insufficient_funds'),
    brand: 'visa',
    number: '4000000000009995',
  },
  { behaviour: always('hard', 'stolen_card'), brand: 'visa', number: '4000000000009979' },
  { behaviour: always('expired', 'expired_card'), brand: 'visa', number: '4000000000000069' },
  {
    behaviour: always('needsCustomer', 'authentication_required'),
    brand: 'visa',
    number: '4000002500003155',
  },
  { behaviour: always('returned', 'chargeback'), brand: 'visa', number: '4000000000000259' },
  { behaviour: always('paid'), brand: 'visa', number: '4000000000000002', refused: true },
]

/** 4000 0000 0001 0NN…: pays, and is declined from the NN-th charge on (01–99); the last digit is the check digit. */
const DECLINES_FROM = /^400000000001(\d\d)\d\d$/

/** Accounts for direct debits. A debit is pending for days, then decided. */
export const TEST_IBANS: TestMeans[] = [
  { behaviour: always('paid'), brand: 'sepa', number: 'DE89370400440532013000' },
  { behaviour: always('paid'), brand: 'sepa', number: 'FR1420041010050500013M02606' },
  { behaviour: always('paid'), brand: 'sepa', number: 'AT611904300234573201' },
  { behaviour: always('soft', 'AM04'), brand: 'sepa', number: 'DE62370400440532013001' },
  { behaviour: always('hard', 'AC04'), brand: 'sepa', number: 'DE35370400440532013002' },
  { behaviour: always('returned', 'MD06'), brand: 'sepa', number: 'DE08370400440532013003' },
]

/** The card that is declined from its n-th charge on. @param charge from 1 to 99 */
export const cardDeclinedFrom = (charge: number): string => {
  const body = `400000000001${String(charge).padStart(2, '0')}0`
  const check = [...Array(10).keys()].find((digit) => passesLuhn(`${body}${digit}`))
  return `${body}${check}`
}

/** @returns the test card or account of this number; undefined when there is none */
export const findMeans = (kind: 'card' | 'sepa', given: string): TestMeans | undefined => {
  const number = given.replace(/[\s.-]/g, '').toUpperCase()
  const known = (kind === 'card' ? TEST_CARDS : TEST_IBANS).find((each) => each.number === number)
  if (known || kind === 'sepa') return known
  const [, from] = DECLINES_FROM.exec(number) ?? []
  if (!Number(from) || !passesLuhn(number)) return undefined
  return {
    behaviour: { code: 'do_not_honor', from: Number(from), outcome: 'soft' },
    brand: 'visa',
    number,
  }
}

const passesLuhn = (number: string): boolean => {
  const sum = [...number].reverse().reduce((total, character, index) => {
    const digit = Number(character) * (index % 2 ? 2 : 1)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return sum % 10 === 0
}
