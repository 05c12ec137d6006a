import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCatalogue } from '../../scripts/database/catalogue'
import { typesFile } from '../../scripts/database/types-file'
import { projectFolder } from '../../supabase/local/project'
import { openTestDatabase, type TestDatabase } from './harness'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db?.close())

const names = async (text: string) =>
  (await db.owner<{ name: string }>(text)).map((row) => row.name)

/** Our functions: those of an extension come with its own rights. */
const ourFunctions = `
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ('public', 'private')
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`

const executableBy = (role: string) =>
  names(`select p.proname as name ${ourFunctions} and n.nspname = 'public'
    and has_function_privilege('${role}', p.oid, 'execute') order by p.proname collate "C"`)

test('row level security is on for every table', async () => {
  expect(
    await names(`select relname as name from pg_class where relkind in ('r', 'p')
      and relnamespace in ('public'::regnamespace, 'private'::regnamespace) and not relrowsecurity`),
  ).toEqual([])
})

test('every view asks with the rights of its reader', async () => {
  expect(
    await names(`select relname as name from pg_class where relkind in ('v', 'm')
      and relnamespace = 'public'::regnamespace
      and not coalesce(reloptions @> array['security_invoker=true'], false)`),
  ).toEqual([])
})

test('every policy is for signed-in people', async () => {
  expect(
    await names(`select policyname as name from pg_policies
      where schemaname in ('public', 'storage') and roles <> '{authenticated}'`),
  ).toEqual([])
})

test('every policy asks who is calling once for a query, not once for a row', async () => {
  expect(
    await names(`select policyname as name from pg_policies
      where schemaname in ('public', 'storage') and regexp_replace(
        concat(qual, with_check), 'SELECT (auth\\.uid|private\\.is_(staff|admin))\\(\\)', '', 'g'
      ) ~ '(auth\\.uid|is_staff|is_admin)\\('`),
  ).toEqual([])
})

test('every function has a search path that nobody can change', async () => {
  expect(
    await names(`select p.proname as name ${ourFunctions}
      and not coalesce(p.proconfig @> array['search_path=""'], false)`),
  ).toEqual([])
})

test('only these functions act with more rights than their caller', async () => {
  expect(
    await names(`select n.nspname || '.' || p.proname as name ${ourFunctions} and p.prosecdef
      order by n.nspname, p.proname collate "C"`),
  ).toEqual([
    'private.addresses_for',
    'private.announce_security_event',
    'private.anonymise_profile',
    'private.create_profile',
    'private.email_for_staff',
    'private.end_device',
    'private.event_card',
    'private.forget_invitations',
    'private.is_admin',
    'private.is_staff',
    'private.is_suspended',
    'private.limit_messages',
    'private.person_card',
    'private.record_choice',
    'private.record_own_event',
    'private.record_profile_change',
    'private.record_setting',
    'private.record_user_change',
    'private.remove_drafts',
    'private.remove_feeds',
    'private.remove_notifications',
    'private.remove_presence',
    'private.remove_saved_views',
    'private.remove_sessions',
    'private.remove_traces',
    'private.welcome_person',
    'public.accept_invitation',
    'public.add_category',
    'public.add_internal_note',
    'public.announce_split_files',
    'public.answer_ticket',
    'public.attach_file',
    'public.audit_log',
    'public.bulk_change',
    'public.change_category',
    'public.change_role',
    'public.choose_notifications',
    'public.choose_shortcuts',
    'public.close_ticket',
    'public.correct_name',
    'public.customer_page',
    'public.deactivate_member',
    'public.delete_account',
    'public.delete_view',
    'public.desk_ticket',
    'public.discard_draft',
    'public.discard_file',
    'public.discard_reply_draft',
    'public.end_other_sessions',
    'public.end_session',
    'public.end_sessions_of',
    'public.end_ticket_feed',
    'public.enqueue_notification',
    'public.export_account',
    'public.export_tickets',
    'public.find_invitation',
    'public.find_person',
    'public.heartbeat',
    'public.invite_to_team',
    'public.list_category_settings',
    'public.list_customers',
    'public.make_ticket_feed',
    'public.merge_tickets',
    'public.move_category',
    'public.move_macro',
    'public.my_activity',
    'public.my_devices',
    'public.my_tickets',
    'public.note_device',
    'public.open_ticket',
    'public.park_desk_drafts',
    'public.park_draft',
    'public.park_file',
    'public.park_reply',
    'public.pending_contact',
    'public.queue_page',
    'public.record_security_event',
    'public.release_ticket',
    'public.reopen_ticket',
    'public.reply_to_ticket',
    'public.restore_account',
    'public.revoke_invitation',
    'public.revoke_session',
    'public.run_macro',
    'public.save_desk_drafts',
    'public.save_draft',
    'public.save_macro',
    'public.save_note_draft',
    'public.save_reply_draft',
    'public.save_saved_reply',
    'public.save_view',
    'public.security_log',
    'public.send_invitation_again',
    'public.send_ticket',
    'public.set_role',
    'public.solve_draft',
    'public.split_ticket',
    'public.suspend_account',
    'public.sweep_addresses',
    'public.take_ticket',
    'public.team',
    'public.ticket_feed',
    'public.update_profile',
    'public.update_ticket',
    'public.viewer',
  ])
})

test('without an account only what asks for a secret may be called', async () => {
  expect(
    await names(`select p.proname as name ${ourFunctions}
      and has_function_privilege('anon', p.oid, 'execute')`),
  ).toEqual(['ticket_feed'])
})

test('signed-in people may call exactly these functions', async () => {
  expect(await executableBy('authenticated')).toEqual([
    'add_category',
    'add_internal_note',
    'announce_split_files',
    'answer_ticket',
    'attach_file',
    'audit_log',
    'bulk_change',
    'change_category',
    'change_role',
    'choose_notifications',
    'choose_shortcuts',
    'close_ticket',
    'correct_name',
    'customer_page',
    'deactivate_member',
    'delete_account',
    'delete_view',
    'desk_page',
    'desk_ticket',
    'discard_draft',
    'discard_file',
    'discard_reply_draft',
    'end_other_sessions',
    'end_session',
    'end_ticket_feed',
    'export_account',
    'export_tickets',
    'heartbeat',
    'invite_to_team',
    'kept_files',
    'list_category_settings',
    'list_customers',
    'make_ticket_feed',
    'merge_tickets',
    'move_category',
    'move_macro',
    'my_activity',
    'my_devices',
    'my_notification_choices',
    'my_security',
    'my_ticket_figures',
    'my_tickets',
    'office_minutes_of_ticket',
    'open_ticket',
    'own_ticket_page',
    'pending_contact',
    'queue_page',
    'release_ticket',
    'reopen_ticket',
    'reply_to_ticket',
    'restore_account',
    'revoke_invitation',
    'run_macro',
    'save_desk_drafts',
    'save_draft',
    'save_macro',
    'save_note_draft',
    'save_reply_draft',
    'save_saved_reply',
    'save_view',
    'security_log',
    'send_invitation_again',
    'send_ticket',
    'similar_tickets',
    'solve_draft',
    'split_ticket',
    'suspend_account',
    'take_ticket',
    'team',
    'ticket_feed',
    'ticket_page',
    'update_profile',
    'update_ticket',
    'viewer',
  ])
})

test('only the server may call these functions', async () => {
  const everybody = await executableBy('authenticated')
  const server = await executableBy('service_role')
  expect(server.filter((name) => !everybody.includes(name))).toEqual([
    'accept_invitation',
    'claim_notifications',
    'close_solved_tickets',
    'count_attempt',
    'count_views',
    'end_sessions_of',
    'enqueue_notification',
    'files_of_deleted_accounts',
    'find_invitation',
    'find_person',
    'finish_notification',
    'forget_known_sign_ins',
    'most_viewed',
    'note_device',
    'park_desk_drafts',
    'park_draft',
    'park_file',
    'park_reply',
    'recent_security_events',
    'record_security_event',
    'revoke_session',
    'set_role',
    'sign_in_attempt',
    'sign_in_succeeded',
    'stale_files',
    'sweep_addresses',
    'sweep_known_sign_ins',
    'sweep_notifications',
    'sweep_presence',
    'sweep_rate_limits',
  ])
})

test('the committed types are those of the migrations (npm run database:types writes them)', async () => {
  const file = join(projectFolder, 'app/platform/database.types.ts')
  expect(readFileSync(file, 'utf8')).toBe(typesFile(await readCatalogue(db.owner)))
})
