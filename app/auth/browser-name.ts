import Bowser from 'bowser'

type BrowserName = { browser: string; system: string }

const UNKNOWN: BrowserName = { browser: 'Unknown browser', system: 'unknown system' }
const LONGEST = 60

/** Browsers that show text alone; lists of browsers forget them. */
const TEXT_BROWSER = /^(w3m|lynx|e?links)\b/i

/**
 * What a person calls their browser: "Firefox", "Linux". Without versions, which change by themselves.
 * @param userAgent as the browser says; only ever shown as text to its own sender and to admins
 */
export function browserName(userAgent: string | null): BrowserName {
  const text = userAgent?.slice(0, 500).trim()
  if (!text) return UNKNOWN
  const { browser, os, platform } = Bowser.parse(text)
  const device = platform.vendor === 'Apple' ? platform.model : undefined
  return {
    browser: short(browser.name || TEXT_BROWSER.exec(text)?.[1]) ?? UNKNOWN.browser,
    system: short(device) ?? short(os.name) ?? UNKNOWN.system,
  }
}

function short(name: string | undefined): string | undefined {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return name?.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, LONGEST) || undefined
}
