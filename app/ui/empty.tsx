import type { ReactNode } from 'react'
import { BrandMark } from './icon'

/** What will stand here, and the next step. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty">
      <BrandMark />
      <h2>{title}</h2>
      {children}
    </div>
  )
}
