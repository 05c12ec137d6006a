import { connect, listAccounts, type Account, type Service, type Target } from './people'

const usage = `Use one of:
  npm run user -- list
  npm run user -- promote EMAIL admin|agent|customer
  npm run user -- ban EMAIL
  npm run user -- unban EMAIL`

/** Supabase Auth has no ban without an end: this one is a hundred years. */
const forGood = '876000h'

/**
 * Runs one command and answers what to print.
 *
 * @throws a sentence for the operator.
 */
export async function runUserCommand(args: string[], target: Target): Promise<string> {
  const [command, email, role] = args
  const service = connect(target)
  if (command === 'list' && args.length === 1) return list(await listAccounts(service))
  if (command === 'promote' && email) return promote(service, email, role ?? 'admin')
  if (command === 'ban' && email) return ban(service, email)
  if (command === 'unban' && email) return unban(service, email)
  throw new Error(usage)
}

function list(accounts: Account[]): string {
  if (accounts.length === 0) return 'Nobody has an account yet.'
  const width = Math.max(...accounts.map(({ address }) => address.length))
  return accounts
    .map(({ address, role, banned, name }) =>
      [address.padEnd(width), role.padEnd(8), banned ? 'banned' : '      ', name].join('  '),
    )
    .join('\n')
}

/** The database records it, tells the person and keeps the last admin. */
async function promote(service: Service, email: string, role: string): Promise<string> {
  if (!['admin', 'agent', 'customer'].includes(role)) throw new Error(usage)
  const { error } = await service.rpc('set_role', { email, role })
  if (error) throw new Error([error.message, error.hint].filter(Boolean).join(' '))
  return `${email} is now ${role === 'customer' ? 'a customer' : `an ${role}`}.`
}

async function ban(service: Service, email: string): Promise<string> {
  const accounts = await listAccounts(service)
  const account = find(accounts, email)
  const otherAdmins = accounts.filter(
    ({ id, role, banned }) => role === 'admin' && !banned && id !== account.id,
  )
  if (account.role === 'admin' && otherAdmins.length === 0) {
    throw new Error('The last admin cannot be banned. Make somebody else an admin first.')
  }
  await setBan(service, account, forGood)
  const { error } = await service.rpc('end_sessions_of', { person_id: account.id })
  if (error) throw new Error(`${email} is banned, but not signed out yet: ${error.message}`)
  return `${email} is banned and signed out everywhere.`
}

async function unban(service: Service, email: string): Promise<string> {
  const account = find(await listAccounts(service), email)
  await setBan(service, account, 'none')
  return `${email} may sign in again.`
}

function find(accounts: Account[], email: string): Account {
  const account = accounts.find(({ address }) => address === email.toLowerCase())
  if (!account) throw new Error('No account has this email address.')
  return account
}

async function setBan(service: Service, { id }: Account, ban_duration: string) {
  const { error } = await service.auth.admin.updateUserById(id, { ban_duration })
  if (error) throw new Error(`The ban could not be changed: ${error.message}`)
}
