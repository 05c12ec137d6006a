/** Kinds of files that people may attach; an operator chooses among them (`ATTACHMENT_KINDS`). */
export const FILE_KINDS = ['pictures', 'pdf', 'text', 'archives', 'office'] as const
export type FileKind = (typeof FILE_KINDS)[number]
