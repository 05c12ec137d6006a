/** One line of the list, as `list_customers()` answers it. */
export type CustomerLine = {
  id: string
  name: string
  email: string | null
  phone: string | null
  /** ISO 8601. */
  created_at: string
  last_seen_at: string | null
  deleted: boolean
  suspended: boolean
  tickets: number
  open_tickets: number
}

export type CustomerList = { total: number; customers: CustomerLine[] }

/** All that staff see of one person, as `customer_page()` answers it. */
export type CustomerPage = {
  person: {
    id: string
    name: string
    role: 'customer' | 'agent' | 'admin'
    /** IANA name; null for that of the portal. */
    time_zone: string | null
    created_at: string
    deleted_at: string | null
    email: string | null
    email_confirmed: boolean
    /** With country code, without the plus. */
    phone: string | null
    suspended: boolean
  }
  ticket_count: number
  /** The ten that changed last. */
  tickets: {
    number: number
    subject: string
    status: 'new' | 'open' | 'pending' | 'on_hold' | 'solved' | 'closed'
    updated_at: string
  }[]
  safety: {
    last_seen_at: string | null
    devices: number
    /** Of the last 30 days. */
    failures: number
    /** For admins alone; null for agents. */
    last_sign_in: { at: string; address: string | null; country: string | null } | null
  }
  notices: { topic: string; mail: boolean; sms: boolean }[]
}

/** "+4915123456789": as Supabase Auth keeps a number, with the plus that people write. */
export function phoneWords(phone: string): string {
  return `+${phone.replace(/^\+/, '')}`
}
