import { readFileSync } from 'node:fs'
import type { Browser } from '@playwright/test'

type Picture = { name: string; file: string }

/** The longest part of a page that a sheet shows (px of the sheet). */
const TALLEST = 760

const STYLE = `
  body { margin: 24px; background: #868d88; font: 13px sans-serif; color: #fff }
  main { display: flex; flex-wrap: wrap; gap: 20px }
  figure { margin: 0 }
  div { overflow: hidden; max-height: ${TALLEST}px }
  img { display: block; width: 100% }
  figcaption { padding-block: 4px }
`

/**
 * Puts pictures side by side, each cut at the same height.
 * @param pictureWidth of each picture on the sheet (px)
 */
export async function writeContactSheet(
  browser: Browser,
  pictures: Picture[],
  pictureWidth: number,
  target: string,
): Promise<void> {
  const figures = pictures.map(({ name, file }) => {
    const data = readFileSync(file).toString('base64')
    return `<figure><div><img alt="" src="data:image/png;base64,${data}"></div><figcaption>${name}</figcaption></figure>`
  })
  const page = await browser.newPage({ viewport: { width: 1900, height: 1000 } })
  await page.setContent(
    `<style>${STYLE} figure { width: ${pictureWidth}px }</style><main>${figures.join('')}</main>`,
  )
  await page.screenshot({ path: target, fullPage: true })
  await page.close()
}
