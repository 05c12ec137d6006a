import { notFound } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import type { CustomerList, CustomerPage } from './customer'
import { CUSTOMERS_PAGE_SIZE, type CustomerQuery } from './customer-query'

/** One page of customers by name; for staff. @throws Problem `forbidden` for others */
export async function listCustomers(
  supabase: Supabase,
  { search, page }: CustomerQuery,
): Promise<CustomerList> {
  const answer = await supabase.rpc('list_customers', {
    search,
    page,
    page_size: CUSTOMERS_PAGE_SIZE,
  })
  return unwrap(answer) as unknown as CustomerList
}

/**
 * What staff see of one person. Where they signed in from is in it for admins alone.
 * @param id as it stands in the address
 * @throws Problem `not-found`
 */
export async function getCustomer(
  supabase: Supabase,
  id: string | undefined,
): Promise<CustomerPage> {
  const person_id = readUuid(id)
  if (!person_id) throw notFound()
  const page = unwrap(await supabase.rpc('customer_page', { person_id }))
  if (!page) throw notFound()
  return page as unknown as CustomerPage
}

/** Nobody signs in with the account until it is restored, and whoever is signed in is out at once. */
export async function suspendAccount(supabase: Supabase, personId: string): Promise<void> {
  unwrap(await supabase.rpc('suspend_account', { person_id: personId }))
}

export async function restoreAccount(supabase: Supabase, personId: string): Promise<void> {
  unwrap(await supabase.rpc('restore_account', { person_id: personId }))
}

/** Writes the name of a customer as it should be; they are told. */
export async function correctName(
  supabase: Supabase,
  personId: string,
  name: string,
): Promise<void> {
  unwrap(await supabase.rpc('correct_name', { person_id: personId, name }))
}
