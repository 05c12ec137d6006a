import type { SynonymSource } from './synonyms'

/** English words that help centres and their customers use for the same thing. */
export const GENERAL_SYNONYMS: SynonymSource = { groups: [] }
