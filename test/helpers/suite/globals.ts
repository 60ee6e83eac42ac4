import { jestExpect } from '@jest/expect'
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'jest-circus'

/** What test files import from `@jest/globals`: Jest itself offers that only within the contexts that it makes. */
export { afterAll, afterEach, beforeAll, beforeEach, describe, it }
export const expect = jestExpect
