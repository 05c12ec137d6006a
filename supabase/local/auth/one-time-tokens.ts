import { createHash, randomInt } from 'node:crypto'

type OneTimeToken = { code: string; hash: string }

/**
 * A code to type in and the hash that goes into the link and into the user's row, made the way
 * lite makes them, because lite checks them.
 */
export function makeOneTimeToken(email: string, length: number): OneTimeToken {
  const code = Array.from({ length }, () => randomInt(10)).join('')
  const hash = createHash('sha256')
    .update(email.toLowerCase() + code)
    .digest('hex')
  return { code, hash }
}
