import path from 'node:path'
import type { Browser } from '@playwright/test'

/** Width and height of both pictures (CSS px). */
export const POINTER_SIZE = 56

/** The tip of the arrow and the middle of the ring are the middle of their pictures. */
const drawings = {
  'pointer.png':
    '<path d="M0 0v19l4.6-4.2 3 7 3.6-1.6-3-6.8h6.2z" transform="scale(1.25)" fill="#111" stroke="#fff" stroke-width="1.5" stroke-linejoin="round"/>',
  'ring.png': '<circle r="19" fill="#e3a008" fill-opacity=".3" stroke="#b45309" stroke-width="3"/>',
}

/** Draws the pointer, and the ring around it while it presses, as pictures that ffmpeg can lay over. */
export async function drawPointer(browser: Browser, scale: number, folder: string): Promise<void> {
  const size = { width: POINTER_SIZE, height: POINTER_SIZE }
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale })
  const viewBox = [-POINTER_SIZE / 2, -POINTER_SIZE / 2, POINTER_SIZE, POINTER_SIZE].join(' ')
  for (const [name, drawing] of Object.entries(drawings)) {
    const svg = `<svg width="${POINTER_SIZE}" height="${POINTER_SIZE}" viewBox="${viewBox}">${drawing}</svg>`
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`)
    await page.screenshot({ path: path.join(folder, name), omitBackground: true })
  }
  await page.close()
}
