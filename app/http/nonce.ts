import { createContext } from 'react'

/** The nonce of the page being rendered; browsers hide it from scripts, so it is empty there. */
export const Nonce = createContext('')
